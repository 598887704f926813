import { exact, type Exact } from '#core/number/exact.ts';
import type { ExplainedFigure } from '#core/result/explained-figure-schema.ts';
import { MATURITY_AREAS, type FigureId } from '#core/result/figure-ids.ts';
import type { Figure, ResultFigure } from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { MaturityPart } from '#core/result/survey-schema.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { MaturityPercentages } from './score-statements.ts';

/** What is about to be shown of the parts of a survey. */
interface Parts {
  readonly persons: number;
  readonly percentages: Pick<MaturityPercentages, 'areas' | 'axes'>;
  readonly statements: readonly MaturityPart[];
  readonly normalisation: MethodSettings['maturityNormalisation'];
}

/** Half of the last decimal that is shown of a percentage. */
const HALF_A_TENTH = exact('1/20');

/**
 * Whether the statements, areas and axes are those that every earlier result of the year showed, as far as readers can see. Where
 * they are not, their differences could tell what somebody said who answered late or anew: how many answered each
 * statement is never told, so it may have been one. METHOD.md section 6, rule 6.
 *
 * A normalisation that was changed changes no answer: percentages are compared as means.
 */
export function arePartsAsSeen(parts: Parts, earlier: readonly IndexResult[]): boolean {
  return earlier.filter(showsParts).every((result) => isSameAs(parts, result));
}

function isSameAs({ persons, percentages, statements, normalisation }: Parts, earlier: IndexResult): boolean {
  const { figures, maturity, method } = earlier;
  const before = method.maturityNormalisation;
  const { figure: respondents, origin } = figures.maturityRespondents;
  if (origin === 'computed' && respondents.kind === 'value' && Number(respondents.shown) !== persons) {
    return false;
  }
  const now = new Map<FigureId, Figure>([
    ['digitalCapabilityPercent', percentages.axes.capability],
    ['digitalLegacyPercent', percentages.axes.legacy],
    ...Object.entries(MATURITY_AREAS).map(
      ([area, { figure }]) => [figure, percentages.areas[area as keyof typeof MATURITY_AREAS]] as const,
    ),
  ]);
  const areFiguresSame = [...now].every(([id, figure]) => {
    const then = meanFromRows(figures[id], before);
    return figure.kind === 'absent' || then === null || asMean(figure.value, normalisation).equals(then);
  });
  const seen = new Map(maturity.statements.map((part) => [keyOf(part), part.percent]));
  const areStatementsSame = statements.every((part) => {
    const then = seen.get(keyOf(part));
    return then !== undefined && mayBeEqual([part.percent, normalisation], [then, before]);
  });
  return areFiguresSame && areStatementsSame && seen.size === statements.length;
}

/** What a figure tells of the rows; a percentage that was typed in still carries the mean that its formula would have used. */
function meanFromRows(
  { figure, origin, inputs }: ExplainedFigure,
  normalisation: MethodSettings['maturityNormalisation'],
): Exact | null {
  const input = inputs.find(({ name }) => name === 'meanOfStatements')?.value;
  if (input?.kind === 'value') return exact(input.exact ?? input.shown);
  if (origin !== 'computed' || figure.kind === 'absent') return null;
  return asMean(exact(figure.exact ?? figure.shown), normalisation);
}

function showsParts({ figures, maturity }: IndexResult): boolean {
  const ids = Object.values(MATURITY_AREAS).map(({ figure }) => figure);
  const isAreaShown = ids.some((id) => meanFromRows(figures[id], 'range') !== null);
  return isAreaShown || maturity.statements.some(({ percent }) => percent.kind === 'value');
}

function keyOf({ area, name }: MaturityPart): string {
  return JSON.stringify([area, name]);
}

type Scaled<Value> = readonly [Value, MethodSettings['maturityNormalisation']];

/** Whether two rounded percentages may be of the same mean; one that is hidden tells nothing. */
function mayBeEqual(one: Scaled<ResultFigure>, other: Scaled<ResultFigure>): boolean {
  const [a, b] = [one, other].map(([figure, normalisation]) =>
    figure.kind === 'absent'
      ? null
      : ([-1, 1] as const).map((side) =>
          asMean(exact(figure.shown).add(HALF_A_TENTH.mul(side)), normalisation),
        ),
  );
  const [[lowA, highA], [lowB, highB]] = [a ?? [], b ?? []];
  if (!lowA || !highA || !lowB || !highB) return true;
  return lowA.compare(highB) < 0 && lowB.compare(highA) < 0;
}

/** On the scale of the answers, 1–6. */
function asMean(percent: Exact, normalisation: MethodSettings['maturityNormalisation']): Exact {
  return normalisation === 'share-of-max' ? percent.mul(6).div(100) : percent.div(20).add(1);
}
