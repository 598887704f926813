import type { ColumnKind } from '#core/result/column-kinds.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { Translation } from './translation.tsx';

/** The words of a finding that are the list's own, in quotation marks; a column's types in the reader's. */
export function findingDetail({ rule, detail }: Finding, { t }: Translation): readonly string[] {
  if (rule === 'column-type-changed') {
    const { was, now } = detail as { readonly was: ColumnKind; readonly now: ColumnKind };
    return [`${t(`column-kind.${was}`)} → ${t(`column-kind.${now}`)}`];
  }
  return Object.values(detail).map((value) => `”${value}”`);
}
