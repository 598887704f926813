import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { YearComparison } from '#core/change/year-comparison.ts';
import type { YearSummary } from '#core/contracts/read.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { ChartData } from '../../charts/chart-data.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { MarkTable, type MarkRow } from '../../charts/mark-table.tsx';
import { paddedExtent, waterfallSteps } from '../../charts/transforms.ts';
import { WaterfallMark } from '../../charts/waterfall-mark.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Surface } from '../../components/surface.tsx';
import { figureText, plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';

const PICTURE_PX = [288] as const;

interface ContributionsProps {
  readonly result: IndexResult;
  readonly years: readonly YearSummary[];
  readonly change: UseQueryResult<YearComparison>;
}

/** What each part did to the index since the year before, laid end to end. */
export function Contributions({ result, years, change }: ContributionsProps): ReactElement | null {
  const { t } = useTranslation();
  const comparison = change.data;
  if (comparison === undefined) {
    if (change.isError) return <ProblemView error={change.error} onRetry={() => void change.refetch()} />;
    // The room is kept, so that what stands below does not move when the picture comes.
    return change.fetchStatus === 'idle' ? (
      <Notice tone="info" title={t('overview.change.none')} />
    ) : (
      <Skeleton heightsPx={PICTURE_PX} />
    );
  }
  const { against, year } = comparison;
  return (
    <Surface
      title={t('overview.contributions.title', { against: String(against), year: String(year) })}
      lead={t('overview.contributions.lead')}
    >
      <Waterfall comparison={comparison} result={result} years={years} />
      {comparison.indexChange.kind === 'value' && !comparison.exact && (
        <p>{t('overview.contributions.inexact')}</p>
      )}
      {!comparison.comparable && <p>{t('overview.contributions.not-comparable')}</p>}
    </Surface>
  );
}

interface WaterfallProps {
  readonly comparison: YearComparison;
  readonly result: IndexResult;
  readonly years: readonly YearSummary[];
}

function Waterfall({ comparison, result, years }: WaterfallProps): ReactElement {
  const { t, language } = useTranslation();
  const before = years.find((summary) => summary.year === comparison.against)?.index;
  const after = result.figures.index.figure;
  const total = plotValue(comparison.indexChange);
  const end = plotValue(after);
  if (before?.kind !== 'value' || end === null || total === null) {
    return <p>{t('overview.contributions.impossible')}</p>;
  }
  const remainder = plotValue(comparison.remainder);
  const changes = [
    ...comparison.contributions.map(({ contributor, contribution }) => ({
      id: contributor,
      value: plotValue(contribution),
    })),
    { id: 'remainder', value: remainder },
  ];
  const start = plotValue(before) ?? end - total;
  const steps = waterfallSteps(start, changes);
  const extent = paddedExtent([start, end, ...steps.map(({ from, to }) => to ?? from)]);
  const level = (id: 'start' | 'end', at: number, year: number, text: string | null): MarkRow => ({
    id,
    label: t('overview.contributions.level', { year: String(year) }),
    mark: <WaterfallMark from={at} to={at} extent={extent} level={id} />,
    value: text,
    emphasis: 'strong',
  });
  const parts = comparison.contributions.map(({ contributor, contribution }): MarkRow => {
    const step = steps.find(({ id }) => id === contributor);
    return {
      id: contributor,
      label: t(`contributor.${contributor}`),
      mark: <WaterfallMark from={step?.from ?? start} to={step?.to ?? null} extent={extent} />,
      value: <FigureValue figure={contribution} unit="change" />,
    };
  });
  const last = steps.at(-1);
  const rest: readonly MarkRow[] =
    remainder === 0
      ? []
      : [
          {
            id: 'remainder',
            label: t('overview.contributions.remainder'),
            mark: <WaterfallMark from={last?.from ?? end} to={last?.to ?? null} extent={extent} />,
            value: <FigureValue figure={comparison.remainder} unit="change" />,
          },
        ];
  const changeText = (figure: ResultFigure): string =>
    figure.kind === 'absent'
      ? t(`reason.${figure.reason}.short`)
      : (figureText(figure, 'change', language) ?? '');
  const levelCells = (year: number, figure: ResultFigure): readonly string[] => [
    t('overview.contributions.level', { year: String(year) }),
    figureText(figure, 'score', language) ?? '',
  ];
  const data: ChartData = {
    caption: t('overview.contributions.caption'),
    columns: [
      { header: t('overview.contributions.part'), kind: 'text' },
      { header: t('overview.contributions.value'), kind: 'number' },
    ],
    rows: [
      { id: 'start', cells: levelCells(comparison.against, before) },
      ...comparison.contributions.map(({ contributor, contribution }) => ({
        id: contributor,
        cells: [t(`contributor.${contributor}`), changeText(contribution)],
      })),
      { id: 'remainder', cells: [t('overview.contributions.remainder'), changeText(comparison.remainder)] },
      { id: 'end', cells: levelCells(comparison.year, after) },
    ],
  };
  return (
    <ChartFrame
      title={t('overview.contributions.caption')}
      data={data}
      isTable
      picture={() => (
        <MarkTable
          caption={t('overview.contributions.caption')}
          labelHeader={t('overview.contributions.part')}
          valueHeader={t('overview.contributions.value')}
          rows={[
            level('start', start, comparison.against, figureText(before, 'score', language)),
            ...parts,
            ...rest,
            level('end', end, comparison.year, figureText(after, 'score', language)),
          ]}
        />
      )}
    />
  );
}
