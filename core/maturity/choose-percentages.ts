import {
  MATURITY_AREAS,
  MATURITY_AREA_IDS,
  type FigureId,
  type MaturityArea,
} from '#core/result/figure-ids.ts';
import type { Figure } from '#core/result/figure.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { PublishedFigure } from '#core/settings/source-settings.ts';
import { choosePublished, type ChosenFigure } from './published-percentages.ts';
import { wholeOf, type MaturityAxis, type MaturityPercentages } from './score-statements.ts';

/** The percentages of the model, each under its figure id. */
export type MaturityPercentId = Extract<
  FigureId,
  | 'maturityPercent'
  | 'digitalCapabilityPercent'
  | 'digitalLegacyPercent'
  | (typeof MATURITY_AREAS)[MaturityArea]['figure']
>;
type Percentages = Readonly<Record<MaturityPercentId, ChosenFigure>>;

/**
 * The percentages that stand: published ones where they are typed in, from the areas up. Where parts are weighed together
 * step by step, a whole that has a published part is computed from its parts as they stand, so that the formula holds.
 * METHOD.md section 3.
 */
export function choosePercentages(
  computed: MaturityPercentages,
  typed: readonly PublishedFigure[],
  { maturityAggregation }: Pick<MethodSettings, 'maturityAggregation'>,
  sourceId: string | null,
): { readonly figures: Percentages; readonly findings: readonly Finding[] } {
  const isBuiltOnParts = (parts: readonly ChosenFigure[]) =>
    maturityAggregation === 'hierarchical' && parts.some(({ origin }) => origin === 'published');
  const built = (parts: readonly ChosenFigure[], otherwise: Figure): Figure =>
    isBuiltOnParts(parts) ? wholeOf(parts.map(({ figure }) => figure)) : otherwise;
  const areas = choosePublished(
    Object.fromEntries(
      MATURITY_AREA_IDS.map((area) => [MATURITY_AREAS[area].figure, computed.areas[area]] as const),
    ) as Record<(typeof MATURITY_AREAS)[MaturityArea]['figure'], Figure>,
    typed,
    sourceId,
  );
  const axisOf = (axis: MaturityAxis): Figure => {
    const parts = MATURITY_AREA_IDS.filter((area) => MATURITY_AREAS[area].axis === axis).map(
      (area) => areas.figures[MATURITY_AREAS[area].figure],
    );
    return built(parts, computed.axes[axis]);
  };
  const axes = choosePublished(
    { digitalCapabilityPercent: axisOf('capability'), digitalLegacyPercent: axisOf('legacy') },
    typed,
    sourceId,
  );
  const isAnyPublished = Object.values(areas.figures).some(({ origin }) => origin === 'published');
  const parts = Object.values(axes.figures);
  const total =
    isAnyPublished && maturityAggregation === 'hierarchical'
      ? wholeOf(parts.map(({ figure }) => figure))
      : built(parts, computed.total);
  const whole = choosePublished({ maturityPercent: total }, typed, sourceId);
  return {
    figures: { ...whole.figures, ...axes.figures, ...areas.figures },
    findings: [...whole.findings, ...axes.findings, ...areas.findings],
  };
}
