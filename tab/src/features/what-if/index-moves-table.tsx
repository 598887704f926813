import type { ReactElement } from 'react';
import { indexMoves, MOVED_INPUTS, type MovedInput } from '#core/change/index-moves.ts';
import { MOVE_EFFECTS } from '#core/change/sensitivity.ts';
import type { Scenario, WhatIf } from '#core/change/what-if.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { Surface } from '../../components/surface.tsx';
import { effectText, moveText } from '../../lib/move-text.ts';
import { useTranslation } from '../../lib/translation.tsx';

interface IndexMovesTableProps {
  readonly result: IndexResult;
  readonly scenario: Scenario;
  readonly now: WhatIf;
}

/** What each figure alone must do for the index to move by a tenth, and for the shown one to flip. */
export function IndexMovesTable({ result, scenario, now }: IndexMovesTableProps): ReactElement {
  const translation = useTranslation();
  const { t } = translation;
  const moves = indexMoves(result, scenario, now);
  const inputs = MOVED_INPUTS.filter((input) => moves.some((move) => move.input === input));
  const columns: readonly RecordColumn<MovedInput>[] = [
    { id: 'input', header: t('moves.input'), kind: 'text', cell: (input) => t(`figure.${input}`) },
    ...MOVE_EFFECTS.map((effect): RecordColumn<MovedInput> => ({
      id: effect,
      header: effectText(effect, now.figures.index, translation),
      kind: 'number-words',
      cell: (input) => {
        const move = moves.find((one) => one.input === input && one.effect === effect);
        return move && moveText(move, translation);
      },
    })),
  ];
  return (
    <Surface title={t('moves.title')} lead={t('moves.lead')}>
      {moves.length === 0 ? (
        <p>{t('moves.none')}</p>
      ) : (
        <RecordTable
          caption={t('moves.caption')}
          captionHidden
          columns={columns}
          rows={inputs}
          rowKey={(input) => input}
        />
      )}
    </Surface>
  );
}
