import type { MaturityTree } from '#core/maturity/maturity-tree.ts';
import type { Moments } from '#core/maturity/person-means.ts';
import { exact, ZERO, type Exact } from '#core/number/exact.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { clearDifferences } from '#core/uncertainty/clear-difference.ts';
import { withFigures, type Fault } from './audit-groups.ts';
import { determinedGroups } from './determined-groups.ts';
import type { PublishedTable } from './published-table.ts';
import { ORGANISATION } from './unit-tree.ts';

const SMALLEST_MARKED = 10;
/** In every group that follows, persons must be able to vary by half a step on the scale without any mark changing. */
const VARIANCE_TOLD = exact('1/4');

type Sums = { readonly n: number; readonly sum: Exact; readonly squares: Exact };

/**
 * Finds marks of maturity units that tell too much: of a unit that is hidden, small or published, or that would be other marks
 * if the persons of some group had been less of one mind. They are made again from groups found by elimination, each as
 * varied as {@link VARIANCE_TOLD} at least, and must come out the same. METHOD.md section 7.
 */
export function auditMaturityMarks(
  result: IndexResult,
  table: PublishedTable,
  personMeans: MaturityTree['personMeans'] | null,
): readonly Fault[] {
  const { units } = result.maturity;
  const fault = ({ id }: { readonly id: string }): Fault => ({
    rule: 'mark-tells',
    equation: `total(${id})`,
  });
  const wrong = units.filter(
    ({ difference, n, origin }) =>
      difference !== 'none' &&
      !(n.kind === 'value' && Number(n.shown) >= SMALLEST_MARKED && origin === 'computed'),
  );
  if (wrong.length > 0) return wrong.map(fault);
  if (personMeans === null || units.every(({ difference }) => difference === 'none')) return [];
  const groups = determinedGroups(table, withFigures(table));
  if (!groups) return [{ rule: 'not-separable', equation: '' }];
  const own = (id: string): Moments | undefined => personMeans.get(id)?.[result.method.maturityAggregation];
  const varied = groups.map(({ parts }) => ({ parts, sums: asVaried(parts.flatMap((id) => own(id) ?? [])) }));
  const whole = total(varied.map(({ sums }) => sums));
  const shown = units.filter(({ n }) => n.kind === 'value');
  const marks = [...Map.groupBy(shown, ({ depth }) => depth).values()].flatMap((level) => [
    ...clearDifferences(
      level.map(({ id }) => {
        const within = total(
          varied
            .filter(({ parts }) => parts.every((part) => isWithin(part, id, table)))
            .map(({ sums }) => sums),
        );
        return { id, unit: sample(within), rest: sample(less(whole, within)) };
      }),
    ),
  ]);
  const expected = new Map(marks);
  return shown
    .filter(
      ({ id, origin, difference }) => origin === 'computed' && (expected.get(id) ?? 'none') !== difference,
    )
    .map(fault);
}

function isWithin(part: string, unit: string, { parents }: PublishedTable): boolean {
  for (let at: string | undefined = part; at !== undefined && at !== ORGANISATION; at = parents.get(at)) {
    if (at === unit) return true;
  }
  return false;
}

function asVaried(parts: readonly Moments[]): Sums {
  const { n, sum, squares } = total(parts.map((part) => ({ ...part, squares: part.sumOfSquares })));
  if (n < 2) return { n, sum, squares };
  const least = VARIANCE_TOLD.mul(n - 1).add(sum.mul(sum).div(n));
  return { n, sum, squares: squares.compare(least) < 0 ? least : squares };
}

function total(all: readonly Sums[]): Sums {
  return all.reduce((a, b) => ({ n: a.n + b.n, sum: a.sum.add(b.sum), squares: a.squares.add(b.squares) }), {
    n: 0,
    sum: ZERO,
    squares: ZERO,
  });
}

function less(whole: Sums, part: Sums): Sums {
  return { n: whole.n - part.n, sum: whole.sum.sub(part.sum), squares: whole.squares.sub(part.squares) };
}

function sample({ n, sum, squares }: Sums) {
  return { n, sum, sumOfSquares: squares, invited: null };
}
