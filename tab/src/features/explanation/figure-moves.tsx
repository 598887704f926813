import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { indexMoves } from '#core/change/index-moves.ts';
import { whatIf } from '#core/change/what-if.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { effectText, moveText } from '../../lib/move-text.ts';
import { hrefOf } from '../../lib/route.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';

const useStyles = makeStyles({
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0 },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '16px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, textAlign: 'end' },
  more: { margin: '8px 0 0' },
});

interface FigureMovesProps {
  readonly figureId: FigureId;
  readonly result: IndexResult;
}

/** What this figure alone must do to move the index; nothing for a figure that the index is not built on. */
export function FigureMoves({ figureId, result }: FigureMovesProps): ReactElement | null {
  const styles = useStyles();
  const translation = useTranslation();
  const { t } = translation;
  const route = useRoute();
  const now = whatIf(result, {});
  const moves = indexMoves(result, {}, now).filter(({ input }) => input === figureId);
  if (moves.length === 0 && figureId !== 'index') return null;
  return (
    <div>
      <h3 className={styles.title}>{t('moves.title')}</h3>
      {moves.length > 0 && (
        <dl className={styles.list}>
          {moves.map((move) => (
            <div key={move.effect} className={styles.row}>
              <dt>{effectText(move.effect, now.figures.index, translation)}</dt>
              <dd className={styles.value}>{moveText(move, translation)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.more}>
        <Link href={hrefOf({ ...route, page: 'what-if', explain: null })}>{t('moves.all')}</Link>
      </p>
    </div>
  );
}
