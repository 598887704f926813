import { z } from 'zod';
import { SOURCE_TOPICS } from '#core/result/figure-ids.ts';

/** One value that differs, by its path, for instance `method.benefitCap`. A side that has none is null. */
export const changeSchema = z
  .object({
    path: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    source: z
      .object({ topic: z.enum(SOURCE_TOPICS), name: z.string() })
      .readonly()
      .exactOptional()
      .describe('The source that it concerns, as its list or file was called then'),
  })
  .readonly();
export type Change = z.infer<typeof changeSchema>;

/**
 * What differs between two JSON values, as the deepest paths that do: `method.benefitCap`. A value that is only on one
 * side is one change, whatever it holds; so is a list of plain values.
 */
export function changesBetween(before: unknown, after: unknown, path = ''): readonly Change[] {
  if (Object.is(before, after)) return [];
  if (isPlainList(before) && isPlainList(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  }
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ path, before: before ?? null, after: after ?? null }];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => changesBetween(before[key], after[key], path === '' ? key : `${path}.${key}`));
}

/** Texts or numbers in a row, for instance years: what was put in between others would change all that follow. */
function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && !value.some(isBranch);
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
