import type { ColumnFacts, ListRow } from '#core/result/intake.ts';
import type { KeptRowsStore } from '../../app/ports/kept-rows.ts';
import type { GraphAccess } from './graph-access.ts';
import type { GraphPlace } from './graph-failure.ts';
import { listChanges } from './list-changes.ts';

/** A list beyond this is read anew each time: keeping it would cost more than it saves. */
const MOST_KEPT_ROWS = 200_000;

interface KeptReading {
  readonly graph: GraphAccess;
  readonly place: GraphPlace;
  /** Where every row begins. */
  readonly first: string;
  readonly store: KeptRowsStore;
  readonly tenantId: string;
  readonly key: string;
  readonly columns: readonly ColumnFacts[];
}

/**
 * A list's rows as they are now: those kept from the last reading with what has changed since, or all of them where
 * nothing is kept, the columns are others, or the link has expired. What was read is kept for the next time.
 */
export async function readKept(
  reading: KeptReading,
): Promise<{ readonly rows: readonly ListRow[]; readonly mark: string | null }> {
  const { graph, place, first, store, tenantId, key } = reading;
  const columns = reading.columns.map(({ name, displayName, kind }) => ({ name, displayName, kind }));
  const found = await store.find(tenantId, key);
  const kept = found && JSON.stringify(found.columns) === JSON.stringify(columns) ? found : null;
  const rows = new Map(kept?.rows.map((row) => [row.id, row]));
  let deltaLink = kept?.deltaLink ?? null;
  let isChanged = kept === null;
  for await (const page of listChanges(graph, place, first, deltaLink)) {
    if (page.kind === 'restart') {
      rows.clear();
      isChanged = true;
      continue;
    }
    deltaLink = page.deltaLink ?? deltaLink;
    isChanged ||= page.changes.length > 0;
    // A row may come more than once; the last time counts.
    for (const { id, row } of page.changes) {
      if (row === null) rows.delete(id);
      else rows.set(id, row);
    }
  }
  const all = [...rows.values()];
  if (isChanged && deltaLink !== null && all.length <= MOST_KEPT_ROWS) {
    await store.save(tenantId, key, { deltaLink, columns, rows: all });
  }
  // Where nothing has changed, the link that is kept stands: what is kept and what the mark is of are then the same.
  return { rows: all, mark: isChanged ? deltaLink : (kept?.deltaLink ?? deltaLink) };
}
