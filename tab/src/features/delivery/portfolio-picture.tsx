import type { ReactElement } from 'react';
import { exact } from '#core/number/exact.ts';
import { shownFigure } from '#core/number/shown.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { ChartData } from '../../charts/chart-data.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { PlaneChart, type PlaneAxis, type PlaneStep } from '../../charts/plane-chart.tsx';
import { Surface } from '../../components/surface.tsx';
import { useResults } from '../../lib/resources/result.ts';
import { useYears } from '../../lib/resources/years.ts';
import { figureText, plotValue } from '../../lib/shown-figure.ts';
import { useTranslation, type Translation } from '../../lib/translation.tsx';

const MOST_YEARS = 6;
/** A little past the ends, so that a bubble on an end is whole. */
const ENDS = [-1.15, 1.15] as const;

/** The decided initiatives between innovation and efficiency, operation and strategy, and the way their average has gone. */
export function PortfolioPicture({ result }: { readonly result: IndexResult }): ReactElement {
  const translation = useTranslation();
  const { t } = translation;
  const years = (useYears().data?.years ?? [])
    .filter(({ state, year }) => state === 'computed' && year < result.year)
    .map(({ year }) => year)
    .toSorted((a, b) => a - b)
    .slice(-(MOST_YEARS - 1));
  const path = [...useResults(years), result].flatMap((one) => stepOf(one, translation));
  const { bubbles } = result.delivery.portfolio;
  const title = t('delivery.portfolio.title');
  const axis = (scale: 'innovationEfficiency' | 'operationalStrategic'): PlaneAxis => ({
    label: t(`scale.${scale}`),
    domain: ENDS,
    ticks: [{ at: 0, text: '' }],
    ends: [t(`scale.${scale}.first`), t(`scale.${scale}.other`)],
  });
  return (
    <Surface title={title} lead={t('delivery.portfolio.lead')}>
      {bubbles.length === 0 && path.length === 0 ? (
        <p>{t('delivery.split.none')}</p>
      ) : (
        <ChartFrame
          title={title}
          data={portfolioData(result, path, translation)}
          picture={(widthPx) => (
            <PlaneChart
              x={axis('innovationEfficiency')}
              y={axis('operationalStrategic')}
              bubbles={bubbles.map(({ x, y, count }) => ({
                id: `b ${x} ${y}`,
                x: Number(x),
                y: Number(y),
                count,
                text: t('delivery.portfolio.bubble', { count, place: placeText(x, y, translation) }),
              }))}
              path={path}
              summary={t('delivery.portfolio.summary', {
                count: bubbles.reduce((sum, { count }) => sum + count, 0),
                steps: path.map(({ text }) => text).join('; '),
              })}
              widthPx={widthPx}
            />
          )}
        />
      )}
    </Surface>
  );
}

function stepOf(one: IndexResult, translation: Translation): readonly PlaneStep[] {
  const { innovationEfficiency, operationalStrategic } = one.delivery.portfolio.average;
  const [x, y] = [plotValue(innovationEfficiency), plotValue(operationalStrategic)];
  if (x === null || y === null) return [];
  const text = translation.t('delivery.portfolio.step', {
    year: String(one.year),
    place: placeText(String(x), String(y), translation),
  });
  return [{ id: `y ${one.year}`, x, y, label: String(one.year), text }];
}

/** Where a point is, in words: "åt effektivitet, åt det operativa". */
function placeText(x: string, y: string, { t }: Translation): string {
  const side = (scale: 'innovationEfficiency' | 'operationalStrategic', value: number): string =>
    value === 0
      ? t('delivery.portfolio.between')
      : t('delivery.portfolio.towards', {
          end: t(`scale.${scale}.${value < 0 ? 'first' : 'other'}`).toLowerCase(),
        });
  return `${side('innovationEfficiency', Number(x))}, ${side('operationalStrategic', Number(y))}`;
}

function portfolioData(
  { year, delivery }: IndexResult,
  path: readonly PlaneStep[],
  { t, language }: Translation,
): ChartData {
  const number = (value: number | string): string =>
    figureText(
      { kind: 'value', shown: shownFigure(exact(String(value)), 'ratio'), exact: null },
      'ratio',
      language,
    ) ?? '';
  return {
    caption: t('delivery.portfolio.caption', { year: String(year) }),
    columns: [
      { header: t('delivery.portfolio.what'), kind: 'text' },
      { header: t('scale.innovationEfficiency'), kind: 'number' },
      { header: t('scale.operationalStrategic'), kind: 'number' },
      { header: t('delivery.count'), kind: 'number' },
    ],
    rows: [
      ...path.map(({ id, x, y, label }) => ({
        id,
        cells: [t('delivery.portfolio.average', { year: label }), number(x), number(y), ''],
      })),
      ...delivery.portfolio.bubbles.map(({ x, y, count }) => ({
        id: `b ${x} ${y}`,
        cells: [t('delivery.portfolio.point'), number(x), number(y), String(count)],
      })),
    ],
  };
}
