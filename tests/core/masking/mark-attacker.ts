import type { UnitTree } from '#core/masking/unit-tree.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { UnitRow } from '#core/result/survey-schema.ts';
import { twoSidedProbability } from '#core/uncertainty/student-t.ts';
import { isolatedGroups, knowledgeFrom, type Sighting } from './attacker.ts';
import type { invitedIn } from './publish.ts';

/** The largest group whose answers are tried through: larger than any in the organisations that are attacked. */
const MOST_ANSWERS = 150;

type Counts = readonly [number, number, number, number, number];
const NOTHING: Counts = [0, 0, 0, 0, 0];
export type Marks = ReadonlyMap<string, UnitRow['difference']>;

/** Answers by value of every place, of every unit with all below it, and of the organisation (''). */
function countsOf({ nodes, withoutUnit }: UnitTree) {
  const zero: Counts = [0, 0, 0, 0, 0];
  const own = new Map<string, Counts>([['', withoutUnit.counts ?? zero]]);
  for (const node of nodes) own.set(node.id, node.own.counts ?? zero);
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId ?? '']));
  const totals = new Map(own);
  for (const { id } of [...nodes].reverse()) {
    totals.set(parents.get(id)!, plus(totals.get(parents.get(id)!)!, totals.get(id)!));
  }
  return { own, totals };
}

const plus = (a: Counts, b: Counts) => a.map((count, index) => count + b[index]!) as unknown as Counts;
const minus = (a: Counts, b: Counts) => a.map((count, index) => count - b[index]!) as unknown as Counts;
const power = (counts: Counts, exponent: number) =>
  counts.reduce((sum, count, index) => sum + count * (index + 1) ** exponent, 0);
const isAlike = (counts: Counts) => Math.max(...counts) >= power(counts, 0) - 1;

function spreadOf(counts: Counts, n: number, invited: number | null) {
  const variance = (power(counts, 2) - power(counts, 1) ** 2 / n) / (n - 1);
  return { variance, ofMean: (variance / n) * (invited === null ? 1 : 1 - n / Math.max(invited, n)) };
}

/** The marks that answers would have, as METHOD.md section 7 says they are made, from the answers as they are. */
export function marksOf(
  units: readonly UnitRow[],
  totalOf: (id: string) => Counts,
  whole: Counts,
  invited: ReturnType<typeof invitedIn>,
): Marks {
  const marks = new Map<string, UnitRow['difference']>();
  for (const level of Map.groupBy(units, ({ depth }) => depth).values()) {
    const tested = level.flatMap(({ id, n }) => {
      if (n.kind === 'absent') return [];
      const [unit, rest] = [totalOf(id), minus(whole, totalOf(id))];
      const [a, b] = [power(unit, 0), power(rest, 0)];
      if (a < 10 || b < 10) return [];
      const asked = invited.units.get(id) ?? null;
      const others = asked === null || invited.organisation === null ? null : invited.organisation - asked;
      const [here, there] = [spreadOf(unit, a, asked), spreadOf(rest, b, others)];
      if (here.variance < 1e-12 || !(here.ofMean + there.ofMean > 0)) return [];
      const difference = power(unit, 1) / a - power(rest, 1) / b;
      const freedom =
        (here.ofMean + there.ofMean) ** 2 / (here.ofMean ** 2 / (a - 1) + there.ofMean ** 2 / (b - 1));
      const t = difference / Math.sqrt(here.ofMean + there.ofMean);
      return [{ id, difference, chance: twoSidedProbability(t, freedom) }];
    });
    tested.sort((a, b) => a.chance - b.chance);
    const stop = tested.findIndex(({ chance }, rank) => chance > 0.05 / (tested.length - rank));
    for (const { id, difference } of stop < 0 ? tested : tested.slice(0, stop))
      marks.set(id, difference > 0 ? 'higher' : 'lower');
  }
  return marks;
}

/**
 * Answers with the number and sum of `truth`, by value, none of which all but one are alike: those that are nearest to it first,
 * since some of them most likely give the same marks, then all there are.
 */
function* unlike(truth: Counts): Generator<Counts> {
  const [n, sum] = [power(truth, 0), power(truth, 1)];
  for (let low = 1; low <= 5; low += 1)
    for (let high = low; high <= 5; high += 1)
      for (const by of [1, -1]) {
        const near: number[] = [...truth];
        for (const [value, count] of [
          [low, -1],
          [high, -1],
          [low - by, 1],
          [high + by, 1],
        ] as const)
          near[value - 1] = (near[value - 1] ?? -1) + count;
        const counts = near as unknown as Counts;
        if (near.length === 5 && near.every((count) => count >= 0) && !isAlike(counts)) yield counts;
      }
  for (let one = 0; one <= n; one += 1)
    for (let two = 0; one + two <= n; two += 1)
      for (let three = 0; one + two + three <= n; three += 1) {
        const left = n - one - two - three;
        const five = sum - one - 2 * two - 3 * three - 4 * left;
        const counts = [one, two, three, left - five, five] as const;
        if (five >= 0 && five <= left && !isAlike(counts)) yield counts;
      }
}

/**
 * Answers that are alike but one, told apart by a step: whoever stands off comes nearer, or else two who agree part; those two
 * in any case where a colleague knows one of the group's answers and there is room on both sides.
 */
function toldApart(alike: Counts, known: Counts): Counts {
  const common = alike.indexOf(Math.max(...alike));
  const single = alike.findIndex((count, index) => index !== common && count > 0);
  const changed: number[] = [...alike];
  const move = (from: number, to: number) => {
    changed[from]! -= 1;
    changed[to]! += 1;
  };
  const isInside = common > 0 && common < 4;
  if (single >= 0 && Math.abs(single - common) >= 2 && !(known !== NOTHING && isInside)) {
    const step = Math.sign(common - single);
    move(single, single + step);
    move(common, common - step);
  } else {
    move(common, common - 1);
    move(common, common + 1);
  }
  return changed as unknown as Counts;
}

/**
 * Somebody who knows how marks are made and everybody's answers outside a group, and tries which answers of the group
 * would give the marks that are published; where an interval is published, they also know how many of the organisation gave
 * each answer. Shares no code with the masking of marks.
 */
export function attackMarks(
  result: IndexResult,
  tree: UnitTree,
  invited: ReturnType<typeof invitedIn>,
): readonly Sighting[] {
  const knowledge = knowledgeFrom(result);
  const { units } = result.employeeSurvey;
  const { own, totals } = countsOf(tree);
  const whole = totals.get('')!;
  const isDistributionKnown = result.uncertainty.employeeMean.interval.kind === 'range';
  const published = new Map(
    units.filter(({ difference }) => difference !== 'none').map(({ id, difference }) => [id, difference]),
  );
  const groups = isolatedGroups(knowledge, knowledge.statements)
    .map(({ parts }) => ({ parts, truth: parts.map((id) => own.get(id)!).reduce(plus) }))
    .filter(({ truth }) => power(truth, 0) > 0);
  // Who is alone in a part knows their own answer, and looks at the others.
  const readersOf = (parts: readonly string[]) => [
    NOTHING,
    ...parts.map((id) => own.get(id)!).filter((counts) => power(counts, 0) === 1),
  ];
  const seen = groups.flatMap(({ parts, truth }) =>
    readersOf(parts).map((known) => ({ parts, known, others: minus(truth, known) })),
  );
  const alike = seen.filter(({ others }) => power(others, 0) > 0 && isAlike(others));
  const holds = (id: string, parts: readonly string[]) =>
    parts.every((part) => knowledge.within.get(id)?.has(part));
  /** What the reader takes the other groups to have answered, where those are alike: not quite what they did. */
  const assumed = new Map(
    alike.map(({ parts, known, others }) => [parts, { others, instead: toldApart(others, known) }]),
  );
  const isHidden = ({ parts, known, others }: (typeof alike)[number]) => {
    for (const other of unlike(others)) {
      if (isDistributionKnown && minus(minus(whole, known), other).some((count) => count < 0)) continue;
      const ofUnit = (id: string) => {
        let total = totals.get(id)!;
        for (const [of, { others: were, instead }] of assumed) {
          if (of !== parts && holds(id, of)) total = plus(total, minus(instead, were));
        }
        return holds(id, parts) ? plus(total, minus(other, others)) : total;
      };
      // What is more or less in the group may be less or more outside it, or the whole be another where nothing tells it: by
      // this group alone, or by all that are taken to have answered otherwise.
      const withThis = plus(whole, minus(other, others));
      const withAll = [...assumed].reduce(
        (all, [of, { others: were, instead }]) => (of === parts ? all : plus(all, minus(instead, were))),
        withThis,
      );
      const wholes = isDistributionKnown ? [whole] : [whole, withThis, withAll];
      if (wholes.some((all) => isSame(marksOf(units, ofUnit, all, invited), published))) return true;
    }
    return false;
  };
  return alike
    .filter((group) => power(group.others, 0) <= MOST_ANSWERS && !isHidden(group))
    .map(({ parts, known }) => ({
      how: `mark or interval tells ${known === NOTHING ? 'anybody' : 'a colleague'} that all but one are alike`,
      group: parts.join('+'),
    }));
}

function isSame(a: Marks, b: Marks): boolean {
  return a.size === b.size && [...a].every(([id, mark]) => b.get(id) === mark);
}

/** The marks made from the answers as they are, put in place of those that were published. */
export function withPlainMarks(
  result: IndexResult,
  tree: UnitTree,
  invited: ReturnType<typeof invitedIn>,
): IndexResult {
  const { totals } = countsOf(tree);
  const marks = marksOf(result.employeeSurvey.units, (id) => totals.get(id)!, totals.get('')!, invited);
  const units = result.employeeSurvey.units.map((unit) => ({
    ...unit,
    difference: marks.get(unit.id) ?? ('none' as const),
  }));
  return { ...result, employeeSurvey: { ...result.employeeSurvey, units } };
}
