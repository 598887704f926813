import type { IndexResult } from '#core/result/result-schema.ts';
import type { UnitRow } from '#core/result/survey-schema.ts';
import { exact } from '#core/number/exact.ts';

/**
 * Somebody who reads what is published, knows the organisation chart and can calculate. Shares no code with the mask or
 * its audit: dense Gauss-Jordan elimination over the published totals, every published number inverted by trying
 * which whole numbers round to it.
 */
export interface Sighting {
  readonly how: string;
  readonly group: string;
}

interface Column {
  readonly id: string;
  readonly isHidden: boolean;
}

interface Statement {
  readonly id: string;
  readonly n: number;
  /** Whole sums that give the published mean and percent; null where nothing is said of the sum. */
  readonly sum: readonly [number, number];
  readonly bands: readonly (readonly [number, number])[] | null;
}

export interface Knowledge {
  readonly columns: readonly Column[];
  readonly statements: readonly Statement[];
  /** Units below each unit, itself included; '' is the organisation. */
  readonly within: ReadonlyMap<string, ReadonlySet<string>>;
  readonly answering: ReadonlySet<string>;
  readonly parents: ReadonlyMap<string, string>;
}

const shownOf = (figure: UnitRow['n']) => (figure.kind === 'value' ? figure.shown : null);

/** All whole numbers from `low` to `high` that `rounds` accepts, as first and last: they stand side by side. */
function wholeNumbers(low: number, high: number, rounds: (value: number) => boolean): [number, number] {
  let [first, last] = [Math.floor(low), Math.ceil(high)];
  while (first < last && !rounds(first)) first += 1;
  while (last > first && !rounds(last)) last -= 1;
  return [first, last];
}

/** Half away from zero, as text of `decimals` digits, of a positive quotient of whole numbers. */
export function rounded(numerator: number, denominator: number, decimals: number): string {
  const digits = Math.floor((2 * numerator * 10 ** decimals + denominator) / (2 * denominator)).toString();
  const padded = digits.padStart(decimals + 1, '0');
  return decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

function statementOf(row: UnitRow): Statement | null {
  const [n, mean, percent] = [shownOf(row.n), shownOf(row.mean), shownOf(row.percent)];
  if (n === null || mean === null) return null;
  const size = Number(n);
  const about = Number(mean) * size;
  const sum = wholeNumbers(
    about - 0.006 * size - 1,
    about + 0.006 * size + 1,
    (value) =>
      rounded(value, size, 2) === mean && (percent === null || rounded(value * 20, size, 1) === percent),
  );
  const shares = [row.positive, row.neutral, row.negative].map(shownOf);
  const bands = shares.map((share) => {
    if (share === null) return null;
    const count = (Number(share) * size) / 100;
    return wholeNumbers(
      count - size / 900 - 1,
      count + size / 900 + 1,
      (value) => value >= 0 && rounded(value * 100, size, 1) === share,
    );
  });
  return { id: row.id, n: size, sum, bands: bands.includes(null) ? null : bands.map((band) => band!) };
}

function organisationStatement({ figures }: IndexResult): Statement | null {
  const whole = (
    id: 'employeeMean' | 'employeePositiveShare' | 'employeeNeutralShare' | 'employeeNegativeShare',
  ) => {
    const { figure } = figures[id];
    return figure.kind === 'value' && figure.exact !== null ? exact(figure.exact) : null;
  };
  const { figure } = figures.employeeAnswers;
  const mean = whole('employeeMean');
  if (figure.kind === 'absent' || mean === null) return null;
  const n = Number(figure.shown);
  const sum = mean.mul(n).valueOf();
  const shares = (['employeePositiveShare', 'employeeNeutralShare', 'employeeNegativeShare'] as const).map(
    whole,
  );
  const bands = shares.map((share) => share?.mul(n).div(100).valueOf() ?? null);
  return {
    id: '',
    n,
    sum: [sum, sum],
    bands: bands.includes(null) ? null : bands.map((band) => [band!, band!] as const),
  };
}

/** What a result tells a reader. */
export function knowledgeFrom(result: IndexResult): Knowledge {
  const rows = result.employeeSurvey.units;
  const isEmpty = (row: UnitRow) => row.n.kind === 'absent' && row.n.reason === 'missing';
  const within = new Map<string, Set<string>>([['', new Set([''])]]);
  const parents = new Map(rows.map((row) => [row.id, row.parentId ?? '']));
  for (const row of rows) within.set(row.id, new Set());
  for (const row of rows.filter((each) => !isEmpty(each))) {
    for (let at: string | undefined = row.id; at !== undefined; at = parents.get(at))
      within.get(at)!.add(row.id);
  }
  return {
    columns: [
      { id: '', isHidden: false },
      ...rows
        .filter((row) => !isEmpty(row))
        .map((row) => ({ id: row.id, isHidden: shownOf(row.n) === null })),
    ],
    statements: [organisationStatement(result), ...rows.map(statementOf)].filter(
      (statement) => statement !== null,
    ),
    within,
    answering: new Set(rows.filter((row) => !isEmpty(row)).map((row) => row.id)),
    parents,
  };
}

/** A group that adding and subtracting published totals isolates, and which totals, how often. */
export interface Group {
  readonly parts: readonly string[];
  readonly recipe: readonly (readonly [Statement, number])[];
}

/** Gauss-Jordan over the totals: the rows that remain are the smallest groups that subtraction can isolate. */
export function isolatedGroups(
  { columns, within }: Knowledge,
  statements: readonly Statement[],
): readonly Group[] {
  const width = columns.length;
  const rows = statements.map(({ id }, index) => [
    ...columns.map((column): number => (within.get(id)!.has(column.id) ? 1 : 0)),
    ...statements.map((_, other) => (other === index ? 1 : 0)),
  ]);
  let top = 0;
  for (let column = 0; column < width && top < rows.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= top && row[column] !== 0);
    if (found < 0) continue;
    [rows[top], rows[found]] = [rows[found]!, rows[top]!];
    const pivot = rows[top]!;
    const scale = pivot[column]!;
    pivot.forEach((value, index) => (pivot[index] = value / scale));
    for (const row of rows) {
      const factor = row[column]!;
      if (row === pivot || factor === 0) continue;
      for (let index = 0; index < row.length; index += 1) row[index]! -= factor * pivot[index]!;
    }
    top += 1;
  }
  if (rows.some((row) => row.some((value) => !Number.isInteger(value))))
    throw new Error('not a system of groups');
  return rows.map((row) => ({
    parts: columns.filter((_, index) => row[index] !== 0).map(({ id }) => id),
    recipe: statements
      .map((statement, index) => [statement, row[width + index]!] as const)
      .filter(([, times]) => times !== 0),
  }));
}

const numberOf = (group: Group) => group.recipe.reduce((sum, [{ n }, times]) => sum + times * n, 0);

export function rangeOf(
  group: Group,
  of: (statement: Statement) => readonly [number, number],
): [number, number] {
  return group.recipe.reduce<[number, number]>(
    ([low, high], [statement, times]) => {
      const [from, to] = of(statement);
      return times > 0 ? [low + times * from, high + times * to] : [low + times * to, high + times * from];
    },
    [0, 0],
  );
}

/**
 * Groups whose mean, beside the bands of a group around them, leaves no answers but such where all but one are alike: tries
 * numbers of every answer until some are found that are not.
 */
function groupsToldByBands(knowledge: Knowledge): readonly Group[] {
  const banded = isolatedGroups(
    knowledge,
    knowledge.statements.filter(({ bands }) => bands !== null),
  );
  return isolatedGroups(knowledge, knowledge.statements).filter((group) => {
    const n = numberOf(group);
    return banded.some((outer) => {
      if (n === 0 || !group.parts.every((id) => outer.parts.includes(id))) return false;
      const sum = rangeOf(group, (statement) => statement.sum);
      const bands = [0, 1, 2].map((band) => rangeOf(outer, (statement) => statement.bands![band]!));
      return !isVariedPossible(n, sum, bands, numberOf(outer) - n);
    });
  });
}

function isVariedPossible(
  n: number,
  [low, high]: readonly [number, number],
  bands: readonly (readonly [number, number])[],
  others: number,
): boolean {
  const mayHave = (band: number, count: number) =>
    count <= bands[band]![1] && bands[band]![0] - count <= others;
  for (let above = 0; above <= n; above += 1) {
    if (!mayHave(0, above)) continue;
    for (let threes = 0; threes <= n - above; threes += 1) {
      const below = n - above - threes;
      if (!mayHave(1, threes) || !mayHave(2, below)) continue;
      if (3 * above + 2 * threes + n > high || 3 * above + threes + 2 * n < low) continue;
      for (let fives = 0; fives <= above; fives += 1) {
        for (let twos = 0; twos <= below; twos += 1) {
          const sum = 4 * above + fives + 3 * threes + below + twos;
          const most = Math.max(above - fives, fives, threes, twos, below - twos);
          if (sum >= low && sum <= high && most < n - 1) return true;
        }
      }
    }
  }
  return false;
}

/**
 * Groups of which response rates tell how many were invited, and that these were fewer than k, or fewer than answered: each rate
 * with its n leaves some whole numbers of invited, and those of units can be taken from those of others.
 */
function groupsToldByRates(
  { figures, employeeSurvey }: IndexResult,
  knowledge: Knowledge,
  k: number,
): readonly Group[] {
  const rates = new Map(employeeSurvey.units.map((row) => [row.id, shownOf(row.responseRate)]));
  const invitedTo = ({ id, n }: Statement): [number, number] | null => {
    const inAll = shownOf(figures.employeeInvited.figure);
    if (id === '') return inAll === null ? null : [Number(inAll), Number(inAll)];
    const rate = rates.get(id) ?? null;
    if (rate === null) return null;
    const about = (n * 100) / Number(rate);
    return wholeNumbers(
      about * 0.99 - 1,
      about * 1.01 + 1,
      (value) => value > 0 && rounded(n * 100, value, 1) === rate,
    );
  };
  const known = knowledge.statements.filter((statement) => invitedTo(statement) !== null);
  return isolatedGroups(knowledge, known).filter((group) => {
    if (numberOf(group) === 0) return false;
    const [, most] = rangeOf(group, (statement) => invitedTo(statement)!);
    return most < k || most < numberOf(group);
  });
}

/**
 * Attacks one result.
 *
 * @param lonePeople the answer of each person who is alone in a place, who may be the reader; by place
 */
export function attack(
  result: IndexResult,
  k: number,
  bandsMinimum: number,
  lonePeople: ReadonlyMap<string, number>,
): readonly Sighting[] {
  const knowledge = knowledgeFrom(result);
  const sightings: Sighting[] = [];
  const see = (how: string, group: Group) => sightings.push({ how, group: group.parts.join('+') });
  const parentsOfAnswering = new Set([...knowledge.answering].map((id) => knowledge.parents.get(id)));
  const certain = new Set(
    knowledge.columns
      .filter(({ id, isHidden }) => isHidden && !parentsOfAnswering.has(id))
      .map(({ id }) => id),
  );
  for (const group of isolatedGroups(knowledge, knowledge.statements)) {
    const n = numberOf(group);
    if (n === 0) continue;
    const [low, high] = rangeOf(group, ({ sum }) => sum);
    if (n < k) see('fewer than k', group);
    if (low >= 5 * n - 1 || high <= n + 1) see('mean gives answers away', group);
    if (group.parts.filter((id) => certain.has(id)).length >= n) see('one answer in each hidden unit', group);
    for (const answer of group.parts.map((id) => lonePeople.get(id)).filter((each) => each !== undefined)) {
      if (n - 1 < k) see('colleague: fewer than k others', group);
      if (low - answer >= 5 * (n - 1) - 1 || high - answer <= n) see('colleague: others given away', group);
    }
  }
  for (const group of isolatedGroups(
    knowledge,
    knowledge.statements.filter(({ bands }) => bands !== null),
  )) {
    const n = numberOf(group);
    if (n === 0) continue;
    const isLone = group.parts.some((id) => lonePeople.has(id));
    if (n < (isLone ? bandsMinimum + 1 : bandsMinimum)) see('bands of few', group);
    for (const band of [0, 1, 2]) {
      if (rangeOf(group, ({ bands }) => bands![band]!)[0] >= n - 1) see('all but one in one band', group);
    }
  }
  for (const group of groupsToldByBands(knowledge)) see('mean beside bands around it', group);
  for (const group of groupsToldByRates(result, knowledge, k)) see('rates tell of few', group);
  const { employeeAnswers, employeeResponseRate } = result.figures;
  const { figure: whole } = employeeAnswers;
  // Where nobody answered the rate is 0, and there is nobody to tell of.
  if (whole.kind === 'absent' && whole.reason !== 'missing' && shownOf(employeeResponseRate.figure) !== null)
    sightings.push({ how: 'the rate of a hidden whole', group: '' });
  for (const row of result.employeeSurvey.units) {
    const others = [row.mean, row.percent, row.responseRate, row.positive, row.neutral, row.negative];
    if (shownOf(row.n) === null && others.some((figure) => shownOf(figure) !== null)) {
      sightings.push({ how: 'a hidden unit tells something', group: row.id });
    }
  }
  return sightings;
}
