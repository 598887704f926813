import type { InitiativeRow, ResultRows } from '#core/result/row-schema.ts';

/** An initiative that one of two results of a year has and the other has not, or has with another status. */
export interface InitiativeMove {
  readonly rowId: string;
  readonly sourceId: string;
  readonly title: string;
  readonly move: 'into-the-year' | 'out-of-the-year' | 'status';
  /** The status as the list spelled it; null where the initiative was not of the year. */
  readonly statusBefore: string | null;
  readonly statusAfter: string | null;
  readonly webUrl: string | null;
}

/**
 * Lists the initiatives that moved between two results of one year: into it, out of it (to another year, or removed
 * from the list), or to another status. METHOD.md section 4.
 */
export function compareInitiatives(before: ResultRows, after: ResultRows): readonly InitiativeMove[] {
  const old = byKey(before.initiatives);
  const fresh = byKey(after.initiatives);
  const gone = before.initiatives
    .filter((row) => !fresh.has(keyOf(row)))
    .map((row) => moveOf(row, 'out-of-the-year', row.statusText, null));
  const others = after.initiatives.flatMap((row) => {
    const earlier = old.get(keyOf(row));
    if (!earlier) return [moveOf(row, 'into-the-year', null, row.statusText)];
    if (earlier.status === row.status) return [];
    return [moveOf(row, 'status', earlier.statusText, row.statusText)];
  });
  return [...gone, ...others];
}

function moveOf(
  { rowId, sourceId, title, webUrl }: InitiativeRow,
  move: InitiativeMove['move'],
  statusBefore: string | null,
  statusAfter: string | null,
): InitiativeMove {
  return { rowId, sourceId, title, move, statusBefore, statusAfter, webUrl };
}

function byKey(rows: readonly InitiativeRow[]): ReadonlyMap<string, InitiativeRow> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function keyOf({ sourceId, rowId }: InitiativeRow): string {
  return `${sourceId}|${rowId}`;
}
