/** The address of something of a year's result, of the vintage that is asked for. */
export function resultPath(year: number, vintage: string | null, part = ''): string {
  return `/results/${year}${part}${vintage === null ? '' : `?vintage=${vintage}`}`;
}
