import type { ReactElement } from 'react';
import { leversOf } from '#core/change/levers.ts';
import { nextTenth, type TenthMove } from '#core/change/next-tenth.ts';
import type { Scenario, WhatIf } from '#core/change/what-if.ts';
import { exact } from '#core/number/exact.ts';
import { roundHalfAway } from '#core/number/round.ts';
import { inLanguage } from '#core/number/in-language.ts';
import { SHOWN_DECIMALS } from '#core/number/shown.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { Surface } from '../../components/surface.tsx';
import { useTranslation, type Translation } from '../../lib/translation.tsx';

interface NextTenthProps {
  readonly result: IndexResult;
  readonly scenario: Scenario;
  readonly now: WhatIf;
}

/** How far it is to the next shown tenth, one figure at a time. */
export function NextTenth({ result, scenario, now }: NextTenthProps): ReactElement {
  const translation = useTranslation();
  const { t, language } = translation;
  const moves = nextTenth(result, scenario, now);
  const { index } = now.figures;
  const levers = [...new Set(moves.map(({ lever }) => lever))];
  const units = new Map(leversOf(result).map(({ id, unit }) => [id, unit]));
  const tenth = (step: '1/10' | '-1/10'): string =>
    index.kind === 'value'
      ? inLanguage(roundHalfAway(exact(index.shown).add(step), SHOWN_DECIMALS.score), language)
      : '';
  const cell = (lever: TenthMove['lever'], effect: TenthMove['effect']): string => {
    const move = moves.find((one) => one.lever === lever && one.effect === effect);
    if (move === undefined) return '';
    return move.possible
      ? moveText(move, units.get(lever) ?? 'score', translation)
      : t('what-if.next.impossible');
  };
  const columns: readonly RecordColumn<TenthMove['lever']>[] = [
    { id: 'lever', header: t('what-if.next.lever'), kind: 'text', cell: (lever) => t(`figure.${lever}`) },
    {
      id: 'up',
      header: t('what-if.next.up', { to: tenth('1/10') }),
      kind: 'number-words',
      cell: (lever) => cell(lever, 'flip-up'),
    },
    {
      id: 'down',
      header: t('what-if.next.down', { to: tenth('-1/10') }),
      kind: 'number-words',
      cell: (lever) => cell(lever, 'flip-down'),
    },
  ];
  return (
    <Surface title={t('what-if.next.title')} lead={t('what-if.next.lead')}>
      {moves.length === 0 ? (
        <p>{t('what-if.next.none')}</p>
      ) : (
        <RecordTable
          caption={t('what-if.next.caption')}
          captionHidden
          columns={columns}
          rows={levers}
          rowKey={(lever) => lever}
        />
      )}
    </Surface>
  );
}

type Unit = keyof typeof SHOWN_DECIMALS;

/** A signed move in its unit: "+3 initiativ", "−0,06", "+5 procentenheter". */
function moveText({ change }: TenthMove, unit: Unit, { t, language }: Translation): string {
  const decimals = unit === 'score' ? SHOWN_DECIMALS.change : SHOWN_DECIMALS[unit];
  const shown = roundHalfAway(change, decimals);
  const text = `${change.s > 0n ? '+' : ''}${inLanguage(shown, language)}`;
  if (unit === 'count') return t('what-if.next.initiatives', { move: text });
  return unit === 'percent' ? t('what-if.next.points', { move: text }) : text;
}
