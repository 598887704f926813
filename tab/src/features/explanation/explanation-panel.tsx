import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { FigureValue } from '../../components/figure-value.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { dateAndTime } from '../../lib/dates.ts';
import { useShownResult } from '../../lib/resources/result.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { goTo, useRoute } from '../../lib/use-route.ts';
import { FigureFormula } from './figure-formula.tsx';
import { FigureMoves } from './figure-moves.tsx';
import { FigureSources } from './figure-sources.tsx';

const useStyles = makeStyles({
  body: { display: 'grid', gap: '20px', alignContent: 'start', paddingBottom: '24px' },
  value: { margin: 0, fontSize: '40px', lineHeight: '48px', fontWeight: tokens.fontWeightSemibold },
  small: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface ExplanationPanelProps {
  readonly figureId: FigureId;
  readonly year: number;
}

/** "Så räknades det": one figure's formula, inputs, sources and settings, beside the page it was opened from. */
export function ExplanationPanel({ figureId, year }: ExplanationPanelProps): ReactElement | null {
  const { t } = useTranslation();
  const route = useRoute();
  const result = useShownResult(year).data?.result;
  if (result === undefined) return null;
  const close = (): void => goTo({ ...route, explain: null }, { replace: true });
  return (
    <SidePanel title={t('explanation.title')} closeLabel={t('explanation.close')} onClose={close}>
      <Explanation figureId={figureId} result={result} />
    </SidePanel>
  );
}

function Explanation({
  figureId,
  result,
}: {
  readonly figureId: FigureId;
  readonly result: IndexResult;
}): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const figure = result.figures[figureId];
  const quotient = figure.figure.kind === 'value' ? figure.figure.exact : null;
  return (
    <div className={styles.body}>
      <div>
        <p className={styles.small}>
          {t('explanation.value', { figure: t(`figure.${figureId}`), year: String(result.year) })}
        </p>
        <p className={styles.value}>
          <FigureValue figure={figure.figure} unit={figure.unit} />
        </p>
        {quotient !== null && quotient.includes('/') && (
          <p className={styles.small}>{t('explanation.exact', { quotient })}</p>
        )}
        {figure.figure.kind === 'absent' && <p>{t(`reason.${figure.figure.reason}.long`)}</p>}
      </div>
      <FigureFormula figure={figure} />
      <FigureMoves figureId={figureId} result={result} />
      <FigureSources figure={figure} result={result} />
      <div>
        <p className={styles.small}>
          {t('explanation.computed', { time: dateAndTime(result.computedAt, language) })}{' '}
          {t('explanation.settings', {
            version: String(result.settingsVersion),
            method: result.methodVersion,
          })}
        </p>
      </div>
    </div>
  );
}
