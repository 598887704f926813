/** A part of a row key that sorts the newer of two instants first. */
export function newestFirst(instant: string): string {
  return String(9_999_999_999_999 - Date.parse(instant)).padStart(13, '0');
}
