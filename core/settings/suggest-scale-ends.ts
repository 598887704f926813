import { foldWords } from '#core/fields/fold-words.ts';
import { parseNumber } from '#core/number/parse-number.ts';
import { PORTFOLIO_SCALES, type PortfolioScale } from '#core/portfolio/initiative.ts';
import { DEFAULT_METHOD_SETTINGS } from './method-settings.ts';

export const SCALE_END_REASONS = [
  'limits',
  'choices',
  'description',
  'both-ends-seen',
  'within',
  'usual',
] as const;
export type ScaleEndReason = (typeof SCALE_END_REASONS)[number];
export type ScaleConfidence = 'high' | 'medium' | 'low';

/** A column that one of the portfolio's scales is read from, as the suggestion sees it. */
export interface ScaleColumn {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly choices: readonly string[];
  /** The lowest and highest value that the column itself takes; null where it does not say. */
  readonly limits: { readonly lowest: number; readonly highest: number } | null;
  /** Some of its values; they are looked at, never passed on. */
  readonly samples: readonly unknown[];
}

/** Where the scales end. One pair holds for all three: `unlike` names the columns that seem to end elsewhere. */
export interface ScaleEndsSuggestion {
  /** The value that means innovation, operational and external benefit. */
  readonly first: number;
  /** The value that means efficiency, strategic and internal benefit. */
  readonly other: number;
  readonly confidence: ScaleConfidence;
  /** Why, the weightiest first. */
  readonly reasons: readonly ScaleEndReason[];
  /** Display names of the columns it is drawn from; empty where only the usual is known. */
  readonly columns: readonly string[];
  readonly unlike: readonly { readonly column: string; readonly first: number; readonly other: number }[];
}

interface Ends {
  readonly column: string;
  readonly first: number;
  readonly other: number;
  readonly confidence: ScaleConfidence;
  readonly reason: ScaleEndReason;
}

/** What the ends of each scale are called, the first-named first; beginnings of words, Swedish and English. */
const END_WORDS: Readonly<
  Record<PortfolioScale, readonly [first: readonly string[], other: readonly string[]]>
> = {
  innovationEfficiency: [['innovati'], ['effektiv', 'efficien']],
  operationalStrategic: [['operativ', 'operational'], ['strateg']],
  externalInternal: [['extern'], ['intern']],
};

/** Ranges that scales usually have, the narrowest that fits is taken. */
const USUAL_RANGES = [
  [1, 3],
  [1, 4],
  [1, 5],
  [-1, 1],
  [0, 5],
  [-2, 2],
  [1, 6],
  [1, 7],
  [-3, 3],
  [1, 10],
  [0, 10],
  [-5, 5],
  [0, 100],
] as const;

/** So few values say nothing of where a scale ends. */
const LEAST_SAMPLES = 10;
const CONFIDENCES: readonly ScaleConfidence[] = ['low', 'medium', 'high'];

/**
 * Suggests where the portfolio's scales end: by the columns' own limits, their choices, what their description says
 * ("1 = innovation, 5 = effektivitet"), or the values seen. Which end is which follows the words of name, choices and
 * description; without such words the low end is the first-named. METHOD.md section 4.
 */
export function suggestScaleEnds(
  scales: readonly { readonly scale: PortfolioScale; readonly column: ScaleColumn }[],
): ScaleEndsSuggestion {
  const found = scales.flatMap(({ scale, column }) => endsOf(scale, column) ?? []);
  const weightOf = ({ confidence }: Ends) => 1 + CONFIDENCES.indexOf(confidence) * 4;
  const total = (ends: Ends) =>
    found.filter((one) => isSame(one, ends)).reduce((sum, one) => sum + weightOf(one), 0);
  const [best] = [...found].sort((a, b) => total(b) - total(a));
  if (best === undefined) {
    const { scaleFirstEnd: first, scaleOtherEnd: other } = DEFAULT_METHOD_SETTINGS;
    return { first, other, confidence: 'low', reasons: ['usual'], columns: [], unlike: [] };
  }
  const agreeing = found.filter((one) => isSame(one, best));
  const unlike = found.filter((one) => !isSame(one, best));
  const highest = Math.max(...agreeing.map(({ confidence }) => CONFIDENCES.indexOf(confidence)));
  const confidence = CONFIDENCES[unlike.length > 0 ? Math.max(0, highest - 1) : highest] ?? 'low';
  return {
    first: best.first,
    other: best.other,
    confidence,
    reasons: SCALE_END_REASONS.filter((reason) => agreeing.some((one) => one.reason === reason)),
    columns: agreeing.map(({ column }) => column),
    unlike: unlike.map(({ column, first, other }) => ({ column, first, other })),
  };
}

/** Whether a field is one of the portfolio's scales. */
export function isPortfolioScale(field: string): field is PortfolioScale {
  return PORTFOLIO_SCALES.some((scale) => scale === field);
}

function isSame(one: Ends, other: Ends): boolean {
  return one.first === other.first && one.other === other.other;
}

function endsOf(scale: PortfolioScale, column: ScaleColumn): Ends | null {
  const range = rangeOf(column);
  if (range === null) return null;
  const { lowest, highest, confidence, reason } = range;
  const isTurned = isFirstEndHigh(scale, column, lowest, highest);
  const [first, other] = isTurned ? [highest, lowest] : [lowest, highest];
  return { column: column.displayName, first, other, confidence, reason };
}

interface FoundRange {
  readonly lowest: number;
  readonly highest: number;
  readonly confidence: ScaleConfidence;
  readonly reason: ScaleEndReason;
}

function rangeOf({ limits, choices, description, samples }: ScaleColumn): FoundRange | null {
  if (limits !== null && limits.lowest < limits.highest) {
    return { ...limits, confidence: 'high', reason: 'limits' };
  }
  const chosen = spanOf(choices.flatMap(leadingNumber));
  if (chosen) return { ...chosen, confidence: 'high', reason: 'choices' };
  const described = spanOf(numbersIn(description).map(({ value }) => value));
  if (described) return { ...described, confidence: 'medium', reason: 'description' };
  const values = samples.flatMap(wholeNumber);
  const seen = spanOf(values);
  if (!seen) return null;
  const usual = USUAL_RANGES.find(([lowest, highest]) => lowest <= seen.lowest && seen.highest <= highest);
  const [lowest, highest] = usual ?? [seen.lowest, seen.highest];
  const isWhole = seen.lowest === lowest && seen.highest === highest && values.length >= LEAST_SAMPLES;
  return {
    lowest,
    highest,
    confidence: isWhole && usual !== undefined ? 'medium' : 'low',
    reason: isWhole ? 'both-ends-seen' : 'within',
  };
}

/** Whether the highest value means the first-named end: where a choice, the description or the name's order says so. */
function isFirstEndHigh(
  scale: PortfolioScale,
  column: ScaleColumn,
  lowest: number,
  highest: number,
): boolean {
  const [firstWords, otherWords] = END_WORDS[scale];
  const named = [...numbersIn(column.description), ...column.choices.flatMap(numbersIn)];
  const says = (value: number, words: readonly string[]) =>
    named.some((one) => one.value === value && words.some((word) => one.words.includes(word)));
  if (says(lowest, firstWords) || says(highest, otherWords)) return false;
  if (says(highest, firstWords) || says(lowest, otherWords)) return true;
  const name = foldWords(column.displayName);
  const place = (words: readonly string[]) =>
    Math.min(...words.map((word) => (name.includes(word) ? name.indexOf(word) : Number.POSITIVE_INFINITY)));
  // "Effektivitet–innovation" names the ends in the other order.
  return Number.isFinite(place(firstWords)) && place(otherWords) < place(firstWords);
}

/** "1 = innovation, 5 = effektivitet" → each number with the words up to the next one. */
function numbersIn(text: string): readonly { readonly value: number; readonly words: string }[] {
  return [...foldWords(text).matchAll(/(?<![\d.,])([-−]?\d{1,3})(?![\d.,]\d)\s*([^\d]*)/gu)].map(
    ([, digits = '', words = '']) => ({
      value: Number(digits.replace('−', '-')),
      words: words.replace(/[-−]$/u, ''),
    }),
  );
}

function leadingNumber(choice: string): readonly number[] {
  const digits = /^([-−]?\d{1,3})(?:\D|$)/u.exec(foldWords(choice))?.[1];
  return digits === undefined ? [] : [Number(digits.replace('−', '-'))];
}

function wholeNumber(sample: unknown): readonly number[] {
  const parsed = parseNumber(sample, { percent: false });
  if (parsed.kind !== 'number') return [];
  const value = parsed.value.valueOf();
  return Number.isFinite(value) ? [value] : [];
}

/** The lowest and highest of at least two different values, outwards to whole numbers. */
function spanOf(values: readonly number[]): { readonly lowest: number; readonly highest: number } | null {
  if (new Set(values).size < 2) return null;
  return { lowest: Math.floor(Math.min(...values)), highest: Math.ceil(Math.max(...values)) };
}
