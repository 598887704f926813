import { toShownOnly, type Figure } from '#core/result/figure.ts';
import { MATURITY_AREA_IDS, type MaturityArea } from '#core/result/figure-ids.ts';
import type { MaturityPart } from '#core/result/survey-schema.ts';

const STATEMENTS_SHOWN = 3;

/** A statement or area as it may be shown. */
export interface ScoredStatement {
  readonly name: string;
  readonly area: MaturityArea;
  readonly percent: Figure;
}

export interface StrengthsAndWeaknesses {
  /** Every statement; hidden ones without their percentage. */
  readonly statements: readonly MaturityPart[];
  /** Best first. */
  readonly strongest: readonly MaturityPart[];
  /** Worst first. */
  readonly weakest: readonly MaturityPart[];
}

/**
 * The statements with their percentages, and the three relatively strongest and weakest; where no statement may be
 * shown or is known, the strongest and the weakest area. Nothing is both strong and weak; equals go by name in code-point
 * order. METHOD.md section 3.
 *
 * @param parts the statements, and `areas` the areas' figures, as they may be shown
 */
export function strengthsAndWeaknesses(
  parts: readonly ScoredStatement[],
  areas: Readonly<Record<MaturityArea, Figure>>,
): StrengthsAndWeaknesses {
  const ranked = strongestFirst(parts);
  const areaParts = MATURITY_AREA_IDS.map((area) => ({ name: area, area, percent: areas[area] }));
  const [ranking, most] = ranked.length > 0 ? [ranked, STATEMENTS_SHOWN] : [strongestFirst(areaParts), 1];
  const count = Math.min(most, Math.floor(ranking.length / 2));
  return {
    statements: parts.map(toPart),
    strongest: ranking.slice(0, count).map(toPart),
    weakest: ranking
      .slice(ranking.length - count)
      .reverse()
      .map(toPart),
  };
}

function strongestFirst(parts: readonly ScoredStatement[]): readonly ScoredStatement[] {
  return parts
    .flatMap((part) => (part.percent.kind === 'value' ? [{ part, value: part.percent.value }] : []))
    .sort((a, b) => b.value.compare(a.value) || (a.part.name < b.part.name ? -1 : 1))
    .map(({ part }) => part);
}

function toPart({ name, area, percent }: ScoredStatement): MaturityPart {
  return { name, area, percent: toShownOnly(percent, 'percent') };
}
