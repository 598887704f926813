import { groupByWords } from '#core/fields/group-by-words.ts';
import { exact, type Exact } from '#core/number/exact.ts';
import { roundHalfAway } from '#core/number/round.ts';
import { absent, present, toResultFigure, type Figure } from '#core/result/figure.ts';
import type { DeliveryObject, Portfolio } from '#core/result/portfolio-schema.ts';
import { PORTFOLIO_SCALES, type Initiative, type PortfolioScale } from './initiative.ts';
import { isDecided, scoreDelivery } from './score-delivery.ts';

const POSITION_DECIMALS = 4;

/** The average position on one scale, over the initiatives that have it; `missing` where none has. */
function average(initiatives: readonly Initiative[], scale: PortfolioScale): Figure {
  const positions = initiatives.flatMap(({ position }) => position[scale] ?? []);
  return positions.length === 0
    ? absent('missing')
    : present(positions.reduce((sum, position) => sum.add(position), exact(0)).div(positions.length));
}

function averages(initiatives: readonly Initiative[]): Portfolio['average'] {
  return {
    innovationEfficiency: toResultFigure(average(initiatives, PORTFOLIO_SCALES[0]), 'ratio'),
    operationalStrategic: toResultFigure(average(initiatives, PORTFOLIO_SCALES[1]), 'ratio'),
    externalInternal: toResultFigure(average(initiatives, PORTFOLIO_SCALES[2]), 'ratio'),
  };
}

/**
 * The portfolio picture over decided initiatives of a year: bubbles by position, the average, and the split between
 * external (under 0), balanced (exactly 0) and internal benefit (over 0). METHOD.md section 4.
 */
export function scorePortfolio(ofYear: readonly Initiative[]): Portfolio {
  const decided = ofYear.filter(({ status }) => isDecided(status));
  const bubbles = new Map<string, { x: string; y: string; count: number }>();
  for (const { position } of decided) {
    if (!position.innovationEfficiency || !position.operationalStrategic) continue;
    const x = roundHalfAway(position.innovationEfficiency, POSITION_DECIMALS);
    const y = roundHalfAway(position.operationalStrategic, POSITION_DECIMALS);
    const bubble = bubbles.get(`${x}|${y}`) ?? { x, y, count: 0 };
    bubbles.set(`${x}|${y}`, { ...bubble, count: bubble.count + 1 });
  }
  const sides = decided.flatMap(({ position }) => position.externalInternal ?? []);
  const onSide = (side: -1 | 0 | 1) => sides.filter((position: Exact) => position.compare(0) === side).length;
  return {
    bubbles: [...bubbles.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, bubble]) => bubble),
    average: averages(decided),
    external: onSide(-1),
    balanced: onSide(0),
    internal: onSide(1),
  };
}

/** Decided initiatives per portfolio object, most first. */
export function scoreDeliveryObjects(ofYear: readonly Initiative[]): readonly DeliveryObject[] {
  const decidedOfYear = ofYear.filter(({ status }) => isDecided(status));
  return [...groupByWords(decidedOfYear, ({ portfolioObject }) => portfolioObject)]
    .map(([name, members]): DeliveryObject => {
      const { score, decided, counts } = scoreDelivery(members);
      return {
        name,
        decided,
        realised: counts.realised,
        score: toResultFigure(score, 'score'),
        position: averages(members),
      };
    })
    .sort((a, b) => b.decided - a.decided || (a.name < b.name ? -1 : 1));
}
