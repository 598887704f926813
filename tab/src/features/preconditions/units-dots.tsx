import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { UnitRow } from '#core/result/survey-schema.ts';
import type { ChartData } from '../../charts/chart-data.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { DifferenceKey, DotMark } from '../../charts/dot-mark.tsx';
import { MarkTable } from '../../charts/mark-table.tsx';
import { paddedExtent } from '../../charts/transforms.ts';
import { Surface } from '../../components/surface.tsx';
import { figureText, plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { unitNames } from '../../lib/unit-names.ts';
import { useRoute } from '../../lib/use-route.ts';
import { intervalOf } from '../../lib/uncertainty.ts';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase200,
  },
  rows: {
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  many: { maxHeight: '440px', overflowY: 'auto' },
});

/** From so many units on, the rows scroll by themselves. */
const MANY_UNITS = 24;
const DIFFERENCES = ['higher', 'lower', 'none'] as const;

/** Every unit that may be seen, the best first, against the organisation's mean; clear differences marked. */
export function UnitsDots({ result }: { readonly result: IndexResult }): ReactElement | null {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const chosen = useRoute().unit;
  const { units, closed } = result.employeeSurvey;
  const seen = units
    .filter(({ mean }) => mean.kind === 'value')
    .toSorted((a, b) => (plotValue(b.mean) ?? 0) - (plotValue(a.mean) ?? 0));
  if (!closed || seen.length === 0) return null;
  const reference = plotValue(result.figures.employeeMean.figure);
  const band = intervalOf(result, 'employeeMean');
  const means = seen.map(({ mean }) => plotValue(mean) ?? 0);
  const extent = paddedExtent([...means, ...(reference === null ? [] : [reference])]);
  const names = unitNames(units);
  const nameOf = ({ id, name }: UnitRow): string => names.get(id) ?? name;
  const title = t('preconditions.dots.title');
  const hidden = units.length - seen.length;
  const meanText = (unit: UnitRow): string => figureText(unit.mean, 'mean', language) ?? '';
  const many = seen.length > MANY_UNITS;
  const data: ChartData = {
    caption: title,
    columns: [
      { header: t('preconditions.unit'), kind: 'text' },
      { header: t('preconditions.mean'), kind: 'number' },
      { header: t('preconditions.difference'), kind: 'text' },
    ],
    rows: seen.map((unit) => ({
      id: unit.id,
      cells: [nameOf(unit), meanText(unit), t(`preconditions.difference.${unit.difference}`)],
    })),
  };
  return (
    <Surface
      title={title}
      lead={t('preconditions.dots.lead', {
        mean: figureText(result.figures.employeeMean.figure, 'mean', language) ?? '–',
        interval: band === null ? 'no' : 'yes',
      })}
    >
      <div className={styles.legend}>
        {DIFFERENCES.map((difference) => (
          <DifferenceKey key={difference} difference={difference}>
            {t(`preconditions.difference.${difference}`)}
          </DifferenceKey>
        ))}
      </div>
      <ChartFrame
        title={title}
        data={data}
        picture={() => (
          <div
            className={mergeClasses(styles.rows, many && styles.many)}
            {...(many && { role: 'region', 'aria-label': t('preconditions.dots.rows'), tabIndex: 0 })}
          >
            <MarkTable
              caption={title}
              labelHeader={t('preconditions.unit')}
              valueHeader={t('preconditions.mean')}
              rows={seen.map((unit) => ({
                id: unit.id,
                label: nameOf(unit),
                mark: (
                  <DotMark
                    value={plotValue(unit.mean)}
                    extent={extent}
                    reference={reference}
                    band={band}
                    difference={unit.difference}
                  />
                ),
                value: (
                  <>
                    {meanText(unit)}
                    {/* The mark says it to the eye; this says it to the ear. */}
                    {unit.difference !== 'none' && (
                      <span className={styles.spoken}>
                        . {t(`preconditions.difference.${unit.difference}`)}
                      </span>
                    )}
                  </>
                ),
                emphasis: unit.id === chosen ? 'strong' : 'plain',
              }))}
            />
          </div>
        )}
      />
      {hidden > 0 && <p>{t('preconditions.dots.hidden', { count: hidden })}</p>}
    </Surface>
  );
}
