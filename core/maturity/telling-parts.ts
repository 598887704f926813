import { MATURITY_AREA_IDS, type MaturityArea } from '#core/result/figure-ids.ts';
import type { MaturityTally } from './maturity-tally.ts';
import { addSums, type AnswerSum } from './maturity-tree.ts';
import { MATURITY_SCALE_MAXIMUM } from './row-codes.ts';

/** The areas whose own percentage, and those whose statements, may be seen. */
export interface VisibleParts {
  readonly areas: ReadonlySet<MaturityArea>;
  readonly statements: ReadonlySet<MaturityArea>;
}

/**
 * Which parts of a survey may be seen of at least `minimum` persons. An area: enough of them answered something in it, and its
 * answers do not lie at one end of the scale. Its statements: the area may be seen, and the same holds of each of
 * them, since one hidden alone would follow from the others. METHOD.md section 3.
 *
 * @param minimum persons, 1 or more
 */
export function visibleParts(
  { statements, areaPersons }: Pick<MaturityTally, 'statements' | 'areaPersons'>,
  minimum: number,
): VisibleParts {
  const inArea = (area: MaturityArea) => statements.filter((statement) => statement.area === area);
  const areas = MATURITY_AREA_IDS.filter((area) => {
    const of = inArea(area);
    return areaPersons[area] >= minimum && !giveAnswersAway(addSums(of), of.length);
  });
  const withStatements = areas.filter((area) =>
    inArea(area).every((statement) => statement.n >= minimum && !giveAnswersAway(statement, 1)),
  );
  return { areas: new Set(areas), statements: new Set(withStatements) };
}

/**
 * Whether a percentage tells what all said, but for one step at most: to a reader from outside, or to one who answered and
 * can take away their own answers, however far from the others those are.
 *
 * @param each the most answers that one person has given
 */
function giveAnswersAway({ n, sum }: AnswerSum, each: number): boolean {
  const least = (MATURITY_SCALE_MAXIMUM - 1) * each + 1;
  return n > 0 && Math.min(MATURITY_SCALE_MAXIMUM * n - sum, sum - n) <= least;
}
