import { stockholmDateOf } from './swedish-date.ts';

/**
 * Whether a survey round is over: it stays open to the end of its closing day in Sweden. METHOD.md section 6, rule 7.
 *
 * @param closesOn ISO date; null: the round has no closing date and counts as closed
 * @param now ISO instant
 */
export function isRoundClosed(closesOn: string | null, now: string): boolean {
  return closesOn === null || stockholmDateOf(now) > closesOn;
}

/**
 * The day on which a year's round closes, of a source that has one closing date. A list that holds several years has the
 * date of its latest round: a round is held to close in its year or by June the year after, so a later date is another
 * round's and this one is over; before that the date is last round's, and this one counts as open until June.
 *
 * @returns ISO date; null: the round is over, or has no closing date
 */
export function closingDateOf(
  { closesOn, years }: { readonly closesOn: string | null; readonly years: readonly number[] },
  year: number,
): string | null {
  if (closesOn === null || years.length === 1) return closesOn;
  const latest = `${year + 1}-06-30`;
  if (closesOn > latest) return null;
  return closesOn < `${year}-01-01` ? latest : closesOn;
}
