import type { IndexMove } from '#core/change/index-moves.ts';
import { exact } from '#core/number/exact.ts';
import { inLanguage } from '#core/number/in-language.ts';
import { roundHalfAway } from '#core/number/round.ts';
import { changeUnitOf, SHOWN_DECIMALS } from '#core/number/shown.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import type { Translation } from './translation.tsx';

const SIGNS = {
  'up-a-tenth': '1/10',
  'down-a-tenth': '-1/10',
  'flip-up': '1/10',
  'flip-down': '-1/10',
} as const;

/** What a move comes to, as a heading: "Index +0,1", "Visat index 8,3". */
export function effectText(
  effect: IndexMove['effect'],
  index: ResultFigure,
  { t, language }: Translation,
): string {
  const shown = index.kind === 'value' ? exact(index.shown).add(SIGNS[effect]) : null;
  const to = shown === null ? '' : inLanguage(roundHalfAway(shown, SHOWN_DECIMALS.score), language);
  return t(`moves.${effect}`, { to });
}

/** A signed move in its unit: "+3 initiativ", "−0,06", "+5,00 procentenheter"; in words where it leaves the range. */
export function moveText({ enough, unit, possible }: IndexMove, { t, language }: Translation): string {
  if (!possible) return t('moves.impossible');
  const number = inLanguage(roundHalfAway(enough, SHOWN_DECIMALS[changeUnitOf(unit)]), language);
  const move = enough.s > 0n && enough.n > 0n ? `+${number}` : number;
  if (unit === 'count') return t('moves.initiatives', { move });
  return unit === 'percent' ? t('moves.points', { move }) : move;
}
