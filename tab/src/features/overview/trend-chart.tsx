import type { ReactElement } from 'react';
import type { YearSummary } from '#core/contracts/read.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { ChartData } from '../../charts/chart-data.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { LineChart, type LineSeries } from '../../charts/line-chart.tsx';
import { figureText, plotValue } from '../../lib/shown-figure.ts';
import { intervalOf } from '../../lib/uncertainty.ts';
import { useTranslation } from '../../lib/translation.tsx';

const PARTS = ['index', 'preconditions', 'delivery', 'benefit'] as const;

interface TrendChartProps {
  readonly years: readonly YearSummary[];
  /** The year that is read: its index has an interval. */
  readonly result: IndexResult;
}

/** The index and its three components over the years. */
export function TrendChart({ years, result }: TrendChartProps): ReactElement {
  const { t, language } = useTranslation();
  const oldestFirst = years.filter(({ state }) => state === 'computed').toSorted((a, b) => a.year - b.year);
  const name = (part: (typeof PARTS)[number]): string =>
    part === 'index' ? t('overview.trend.index') : t(`figure.${part}`);
  const text = (summary: YearSummary, part: (typeof PARTS)[number]): string => {
    const figure = summary[part];
    return figure.kind === 'absent'
      ? t(`reason.${figure.reason}.short`)
      : (figureText(figure, 'score', language) ?? '');
  };
  const series: readonly LineSeries[] = PARTS.map((part) => ({
    id: part,
    label: name(part),
    points: oldestFirst.map((summary) => ({
      year: summary.year,
      value: plotValue(summary[part]),
      text: text(summary, part),
      range: part === 'index' && summary.year === result.year ? intervalOf(result, 'index') : null,
    })),
  }));
  const data: ChartData = {
    caption: t('overview.trend.table'),
    columns: [
      { header: t('year.label'), kind: 'text' },
      ...PARTS.map((part) => ({ header: name(part), kind: 'number' as const })),
    ],
    rows: oldestFirst.map((summary) => ({
      id: String(summary.year),
      cells: [String(summary.year), ...PARTS.map((part) => text(summary, part))],
    })),
  };
  const summary = t('overview.trend.summary', {
    first: String(oldestFirst[0]?.year ?? ''),
    last: String(oldestFirst.at(-1)?.year ?? ''),
    values: oldestFirst
      .map((year) =>
        t('overview.trend.summary-value', { year: String(year.year), value: text(year, 'index') }),
      )
      .join(', '),
  });
  return (
    <ChartFrame
      title={t('overview.trend.title')}
      data={data}
      picture={(widthPx) => <LineChart series={series} summary={summary} widthPx={widthPx} />}
    />
  );
}
