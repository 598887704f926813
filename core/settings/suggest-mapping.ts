import { foldWords } from '#core/fields/fold-words.ts';
import { classOf } from '#core/fields/read-field.ts';
import { parseNumber } from '#core/number/parse-number.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import type { ColumnKind } from '#core/result/column-kinds.ts';
import { fieldsOf, type SourceField, type SourceForm } from './source-fields.ts';
import { suggestValues, valueFieldOf } from './value-words.ts';

/** A column as the suggestion sees it. */
export interface CandidateColumn {
  readonly name: string;
  readonly displayName: string;
  readonly kind: ColumnKind;
  readonly description: string;
  readonly choices: readonly string[];
  /** The lowest and highest value that a number column takes; null where it does not say. */
  readonly limits: { readonly lowest: number; readonly highest: number } | null;
  readonly isSystem: boolean;
  /** Some of its values; they are looked at, never passed on. */
  readonly samples: readonly unknown[];
}

export const SUGGESTION_REASONS = [
  'display-name',
  'internal-name',
  'name-part',
  'kind',
  'choices',
  'samples',
] as const;
export type SuggestionReason = (typeof SUGGESTION_REASONS)[number];

export interface ColumnSuggestion {
  readonly field: string;
  readonly column: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Why, the weightiest first. */
  readonly reasons: readonly SuggestionReason[];
}

interface Rated extends ColumnSuggestion {
  readonly score: number;
}

const LEAST_SCORE = 30;

/**
 * Suggests a column for each field of a topic: by its shown and internal name in Swedish or English, its type, its choices
 * and its values. A column is suggested for one field only, the one it fits best; a field that nothing fits has none.
 */
export function suggestMapping(
  topic: SourceTopic,
  form: SourceForm,
  columns: readonly CandidateColumn[],
): readonly ColumnSuggestion[] {
  const fields = fieldsOf(topic, form);
  const rated = fields
    .flatMap((field) => columns.map((column) => rate(topic, field, column)))
    .filter((one) => one !== null)
    .sort((a, b) => b.score - a.score);
  const chosen = new Map<string, Rated>();
  const taken = new Set<string>();
  for (const one of rated) {
    if (chosen.has(one.field) || taken.has(one.column)) continue;
    chosen.set(one.field, one);
    taken.add(one.column);
  }
  return fields.flatMap(({ field }) => {
    const found = chosen.get(field);
    if (!found) return [];
    const { column, confidence, reasons } = found;
    return [{ field, column, confidence, reasons }];
  });
}

function rate(topic: SourceTopic, field: SourceField, column: CandidateColumn): Rated | null {
  const reasons: SuggestionReason[] = [];
  let score = nameScore(field, column, reasons);
  if (column.isSystem && score < 90) return null;
  const hasKind = field.kinds.includes(column.kind);
  const valueField = valueFieldOf(topic);
  if (valueField?.field === field.field && knownShare(topic, column) >= 0.5) {
    reasons.push('choices');
    score += score === 0 ? 55 : 15;
  }
  if (score < LEAST_SCORE) return null;
  if (hasKind) reasons.push('kind');
  else score -= 30;
  if (isNumeric(field) && column.kind === 'text' && column.samples.length > 0) {
    if (numericShare(column.samples) >= 0.8) reasons.push('samples');
    else score -= 40;
  }
  if (score < LEAST_SCORE) return null;
  const confidence = score >= 90 ? 'high' : score >= 60 ? 'medium' : 'low';
  return { field: field.field, column: column.name, confidence, reasons, score };
}

function nameScore(field: SourceField, column: CandidateColumn, reasons: SuggestionReason[]): number {
  const shown = foldWords(column.displayName);
  const internal = foldWords(decodedName(column.name));
  const rankOf = (name: string) => field.words.indexOf(name);
  if (rankOf(shown) >= 0) {
    reasons.push('display-name');
    return 100 - rankOf(shown);
  }
  if (rankOf(internal) >= 0) {
    reasons.push('internal-name');
    return 90 - rankOf(internal);
  }
  const part = field.words.findIndex((word) => word.length > 2 && hasWord(shown, word));
  if (part < 0) return 0;
  reasons.push('name-part');
  return 70 - part;
}

/** Whether the name begins with the word or has it between spaces: "Utfall 2025" has "utfall", "resultat" has no "sult". */
function hasWord(name: string, word: string): boolean {
  return name.startsWith(word) || ` ${name} `.includes(` ${word} `);
}

/** "F_x00f6_rv_x00e4_ntat" → "Förväntat". */
export function decodedName(name: string): string {
  return name.replace(/_x([\da-f]{4})_/gi, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

function knownShare(topic: SourceTopic, column: CandidateColumn): number {
  const words = column.choices.length > 0 ? column.choices : distinctTexts(column.samples);
  if (words.length === 0) return 0;
  // Words that are only taken in their order say nothing of what the column is.
  const known = suggestValues(topic, words).filter(
    ({ value, reason }) => value !== null && reason !== 'order',
  );
  return known.length / words.length;
}

/** The different texts among samples, in the order they come; at most 40, since more are no choice. */
export function distinctTexts(samples: readonly unknown[]): readonly string[] {
  const texts = new Map<string, string>();
  for (const sample of samples) {
    if (typeof sample !== 'string' || sample.trim() === '') continue;
    texts.set(foldWords(sample), texts.get(foldWords(sample)) ?? sample.trim());
  }
  return texts.size > 40 ? [] : [...texts.values()];
}

function isNumeric(field: SourceField): boolean {
  return field.kinds[0] === 'number';
}

function numericShare(samples: readonly unknown[]): number {
  const filled = samples.filter((sample) => classOf(sample) !== 'blank');
  if (filled.length === 0) return 1;
  const fits = (sample: unknown) =>
    parseNumber(sample, { percent: true }).kind === 'number' ||
    (typeof sample === 'string' && /^\d{4}-\d{2}-\d{2}/.test(sample));
  return filled.filter(fits).length / filled.length;
}
