import type { ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { ChartData } from '../../charts/chart-data.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { PlaneChart, type PlaneAxis, type PlaneStep } from '../../charts/plane-chart.tsx';
import { fivesAround } from '../../charts/transforms.ts';
import { Surface } from '../../components/surface.tsx';
import { useResults } from '../../lib/resources/result.ts';
import { useYears } from '../../lib/resources/years.ts';
import { figureText, plotValue, withUnit } from '../../lib/shown-figure.ts';
import { useTranslation, type Translation } from '../../lib/translation.tsx';

/** Years that a path takes at the most: more would be a tangle. */
const MOST_YEARS = 6;

/** Where the organisation stands on the two axes of maturity, and how it came there. */
export function MaturityPath({ result }: { readonly result: IndexResult }): ReactElement {
  const translation = useTranslation();
  const { t, language } = translation;
  const years = (useYears().data?.years ?? [])
    .filter(({ state, year }) => state === 'computed' && year < result.year)
    .map(({ year }) => year)
    .toSorted((a, b) => a - b)
    .slice(-(MOST_YEARS - 1));
  const results = [...useResults(years), result];
  const steps = results.flatMap((one) => stepOf(one, translation));
  const title = t('preconditions.path.title');
  const axis = (
    id: 'digitalLegacyPercent' | 'digitalCapabilityPercent',
    values: readonly number[],
  ): PlaneAxis => {
    const { domain, ticks } = fivesAround(values);
    return {
      label: t(`figure.${id}`),
      domain,
      ticks: ticks.map((at) => ({ at, text: withUnit(String(at), 'percent', language) })),
    };
  };
  const data: ChartData = {
    caption: title,
    columns: [
      { header: t('year.label'), kind: 'text' },
      { header: t('figure.digitalLegacyPercent'), kind: 'number' },
      { header: t('figure.digitalCapabilityPercent'), kind: 'number' },
    ],
    rows: results.map(({ year, figures }) => ({
      id: String(year),
      cells: [
        String(year),
        ...[figures.digitalLegacyPercent, figures.digitalCapabilityPercent].map(({ figure }) =>
          figure.kind === 'absent'
            ? t(`reason.${figure.reason}.short`)
            : (figureText(figure, 'percent', language) ?? ''),
        ),
      ],
    })),
  };
  return (
    <Surface title={title} lead={t('preconditions.path.lead')}>
      {steps.length === 0 ? (
        <p>{t('preconditions.path.none')}</p>
      ) : (
        <ChartFrame
          title={title}
          data={data}
          picture={(widthPx) => (
            <PlaneChart
              x={axis(
                'digitalLegacyPercent',
                steps.map(({ x }) => x),
              )}
              y={axis(
                'digitalCapabilityPercent',
                steps.map(({ y }) => y),
              )}
              path={steps}
              summary={t('preconditions.path.summary', { steps: steps.map(({ text }) => text).join('; ') })}
              widthPx={widthPx}
            />
          )}
        />
      )}
    </Surface>
  );
}

function stepOf({ year, figures }: IndexResult, { t, language }: Translation): readonly PlaneStep[] {
  const [legacy, capability] = [figures.digitalLegacyPercent.figure, figures.digitalCapabilityPercent.figure];
  const [x, y] = [plotValue(legacy), plotValue(capability)];
  if (x === null || y === null) return [];
  const text = t('preconditions.path.step', {
    year: String(year),
    legacy: figureText(legacy, 'percent', language) ?? '',
    capability: figureText(capability, 'percent', language) ?? '',
  });
  return [{ id: String(year), x, y, label: String(year), text }];
}
