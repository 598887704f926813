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
