import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { WhatIf } from '#core/change/what-if.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import { MarkTable } from '../../charts/mark-table.tsx';
import { BeforeAfterBar } from '../../charts/before-after-bar.tsx';
import { Surface } from '../../components/surface.tsx';
import { figureText, plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({
  sticky: { position: 'sticky', top: '8px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 12px', margin: '0 0 4px' },
  index: {
    fontSize: '72px',
    lineHeight: '80px',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  change: { margin: '0 0 12px', minHeight: '20px', color: tokens.colorNeutralForeground2 },
});

const COMPONENTS = ['preconditions', 'delivery', 'benefit'] as const;

interface WouldBeProps {
  readonly result: IndexResult;
  readonly now: WhatIf;
  readonly moved: boolean;
  readonly onReset: () => void;
}

/** The index that would be, and its three components before and after. */
export function WouldBe({ result, now, moved, onReset }: WouldBeProps): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const textOf = (figure: ResultFigure): string =>
    figureText(figure, 'score', language) ??
    (figure.kind === 'absent' ? t(`reason.${figure.reason}.short`) : '');
  const { index } = now.figures;
  const own = result.figures.index.figure;
  return (
    <div className={styles.sticky}>
      <Surface
        title={t('what-if.index.title', { year: String(result.year) })}
        actions={
          moved && (
            <Button size="small" onClick={onReset}>
              {t('what-if.reset')}
            </Button>
          )
        }
      >
        <p className={styles.line}>
          <span className={styles.index}>{index.kind === 'value' ? textOf(index) : '–'}</span>
          {index.kind === 'value' && <span>{t('figure.of-ten')}</span>}
        </p>
        {index.kind === 'absent' && <p>{t(`reason.${index.reason}.long`)}</p>}
        <p className={styles.change} role="status">
          {moved
            ? t('what-if.index.change', {
                index: textOf(index),
                own: textOf(own),
                change: figureText(now.changes.index, 'change', language) ?? '–',
              })
            : t('what-if.index.same')}
        </p>
        <MarkTable
          caption={t('what-if.components.caption')}
          labelHeader={t('overview.contributions.part')}
          valueHeader={t('what-if.components.value')}
          rows={COMPONENTS.map((component) => ({
            id: component,
            label: t(`figure.${component}`),
            mark: (
              <BeforeAfterBar
                before={plotValue(result.figures[component].figure)}
                after={plotValue(now.figures[component])}
                max={10}
              />
            ),
            value: textOf(now.figures[component]),
          }))}
        />
      </Surface>
    </div>
  );
}
