/** A list column's internal name with its letters back: `Utg_x00e5_ngsv_x00e4_rde` is "Utgångsvärde". */
export function readableColumnName(internal: string): string {
  return internal.replaceAll(/_x([0-9a-f]{4})_/gi, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
