import { z } from 'zod';

/** One value that differs, by its path, for instance `method.benefitCap`. A side that has none is null. */
export const changeSchema = z
  .object({ path: z.string(), before: z.unknown(), after: z.unknown() })
  .readonly();
export type Change = z.infer<typeof changeSchema>;

/**
 * What differs between two JSON values, as the deepest paths that do: `method.benefitCap`, `sources.2.location.listName`.
 * A value that is only on one side is one change, whatever it holds.
 */
export function changesBetween(before: unknown, after: unknown, path = ''): readonly Change[] {
  if (Object.is(before, after)) return [];
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ path, before: before ?? null, after: after ?? null }];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => changesBetween(before[key], after[key], path === '' ? key : `${path}.${key}`));
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
