const [ZERO, NINE] = [48, 57];
/** Thirteen digits stay well within a safe integer. */
const MAX_DIGITS = 13;

/**
 * A row id as a number, where it is written as list ids are: digits without a leading zero. −1 where it is not, so that
 * "7", "07" and "7.0" stay three different rows. Called once for every row of a survey, so it makes nothing.
 */
export function rowNumber(rowId: string): number {
  const { length } = rowId;
  if (length === 0 || length > MAX_DIGITS || (length > 1 && rowId.charCodeAt(0) === ZERO)) return -1;
  let value = 0;
  for (let place = 0; place < length; place += 1) {
    const code = rowId.charCodeAt(place);
    if (code < ZERO || code > NINE) return -1;
    value = value * 10 + (code - ZERO);
  }
  return value;
}

/** Orders row ids: numbers by size, before all else; the rest in code-point order. */
export function compareRowIds(a: string, b: string): number {
  const [first, second] = [rowNumber(a), rowNumber(b)];
  if (first >= 0 && second >= 0) return first - second;
  if (first >= 0 || second >= 0) return first >= 0 ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
