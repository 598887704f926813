/**
 * Rows by their ids, those ids left out that rows of several lists share: an id is a list's own (METHOD.md section 1), and
 * what names it does not say which list it means.
 */
export function uniqueByRow<Row extends { readonly rowId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  const shared = new Set<string>();
  for (const row of rows) {
    if (found.has(row.rowId)) shared.add(row.rowId);
    else found.set(row.rowId, row);
  }
  for (const rowId of shared) found.delete(rowId);
  return found;
}
