import { foldWords, tidyText } from '#core/fields/fold-words.ts';
import { ownField, type FieldReader, type Reference } from '#core/fields/read-field.ts';
import type { ListRow } from '#core/result/intake.ts';

/** An initiative that answers a trend: by its row id (a lookup) or by business id or title. */
export type InitiativeReference = Reference;

const SEPARATORS = /[;,\r\n]/u;

/**
 * The initiatives a trend names: a lookup (one or several), a multiple choice, or text with commas, semicolons or line
 * breaks between. What names nothing is passed over.
 */
export function readInitiativeReferences(
  row: ListRow,
  column: string | null,
  single: FieldReader<Reference>,
): readonly InitiativeReference[] {
  if (column === null) return [];
  const field = single(row);
  if (field.kind === 'value') return field.value.by === 'row' ? [field.value] : split(field.value.text);
  if (field.kind === 'blank') return [];
  const list = [column, `${column}LookupId`]
    .map((key) => ownField(row, key))
    .find((cell) => Array.isArray(cell));
  return Array.isArray(list) ? list.flatMap(ofMember) : [];
}

function ofMember(member: unknown): readonly InitiativeReference[] {
  if (typeof member === 'string') return split(member);
  const id: unknown =
    typeof member === 'object' && member !== null && 'LookupId' in member ? member.LookupId : member;
  return typeof id === 'number' && Number.isInteger(id) ? [{ by: 'row', rowId: String(id) }] : [];
}

function split(text: string): readonly InitiativeReference[] {
  return text
    .split(SEPARATORS)
    .map(tidyText)
    .filter((part) => part !== '')
    .map((part) => ({ by: 'text', text: part, folded: foldWords(part) }));
}
