import type { ReactElement } from 'react';
import { HORIZONS } from '#core/trends/horizons.ts';
import { buildTrendRadar } from '#core/trends/trend-radar.ts';
import type { ChartData } from '../../charts/chart-data.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { RadarChart, type RadarMark } from '../../charts/radar-chart.tsx';
import { Surface } from '../../components/surface.tsx';
import { useTranslation, type Translation } from '../../lib/translation.tsx';
import { goTo, useRoute } from '../../lib/use-route.ts';
import type { NumberedTrend } from './number-trends.ts';

/** The trends by when they are felt and of what kind they are; what no initiative answers is hollow. */
export function TrendRadarPicture({ trends }: { readonly trends: readonly NumberedTrend[] }): ReactElement {
  const translation = useTranslation();
  const { t, language } = translation;
  const route = useRoute();
  const { rings, unplaced } = buildTrendRadar(trends);
  const kindOf = ({ kind }: NumberedTrend): string => (kind === '' ? t('trends.kind.none') : kind);
  const placed = rings.flatMap((ring) => ring.trends);
  const sectors = [...new Set(placed.map(kindOf))].toSorted((a, b) => a.localeCompare(b, language));
  const marks = rings.flatMap(({ trends: ofRing }, ring) =>
    ofRing.map((trend): RadarMark => ({
      id: trend.rowId,
      ring,
      sector: sectors.indexOf(kindOf(trend)),
      number: trend.number,
      weight: trend.impact,
      hollow: trend.initiatives.length === 0,
      text: `${trend.number}. ${trend.title}. ${t('trends.impact', { impact: trend.impact })}. ${t('trends.answered-by', { count: trend.initiatives.length })}.`,
    })),
  );
  const title = t('trends.radar.title');
  return (
    <Surface title={title} lead={t('trends.radar.lead')}>
      {marks.length === 0 ? (
        <p>{t('trends.radar.none')}</p>
      ) : (
        <ChartFrame
          title={title}
          data={radarData(trends, translation)}
          picture={(widthPx) => (
            <RadarChart
              rings={HORIZONS.map((horizon) => t(`horizon.${horizon}`))}
              sectors={sectors}
              marks={marks}
              summary={t('trends.radar.summary', {
                count: marks.length,
                unanswered: marks.filter(({ hollow }) => hollow).length,
              })}
              widthPx={widthPx}
              onChoose={(rowId) => goTo({ ...route, trend: rowId }, { replace: true })}
            />
          )}
        />
      )}
      {unplaced.length > 0 && <p>{t('trends.radar.unplaced', { count: unplaced.length })}</p>}
    </Surface>
  );
}

function radarData(trends: readonly NumberedTrend[], { t }: Translation): ChartData {
  const or = (value: string | number | null): string =>
    value === null || value === '' ? '–' : String(value);
  return {
    caption: t('trends.radar.caption'),
    columns: [
      { header: t('trends.number'), kind: 'number' },
      { header: t('trends.trend'), kind: 'text' },
      { header: t('trends.kind'), kind: 'text' },
      { header: t('trends.horizon'), kind: 'text' },
      { header: t('trends.impact.name'), kind: 'number' },
      { header: t('trends.readiness.name'), kind: 'number' },
      { header: t('trends.initiatives'), kind: 'number' },
    ],
    rows: trends.map((trend) => ({
      id: trend.rowId,
      cells: [
        String(trend.number),
        trend.title,
        or(trend.kind),
        trend.horizon === null ? '–' : t(`horizon.${trend.horizon}`),
        or(trend.impact),
        or(trend.readiness),
        String(trend.initiatives.length),
      ],
    })),
  };
}
