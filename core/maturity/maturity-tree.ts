import { foldWords } from '#core/fields/fold-words.ts';
import type { Reference } from '#core/fields/read-field.ts';
import { NO_ANSWERS, ORGANISATION, type UnitCounts, type UnitTree } from '#core/masking/unit-tree.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import { areFreeText } from '#core/units/free-text-names.ts';
import { buildUnitDirectory, type Unit, type UnitDirectory } from '#core/units/unit-directory.ts';
import type { MaturityGroup, MaturityTally, StatementTally } from './maturity-tally.ts';
import { addPersons, NO_PERSONS, type PersonMoments } from './person-means.ts';

/** How many answers 1–6 there are, and their sum. */
export interface AnswerSum {
  readonly n: number;
  readonly sum: number;
}

/** The maturity survey laid on the units. Persons, not answers, are what the mask counts. */
export interface MaturityTree {
  readonly units: readonly Unit[];
  /** n-only counts: persons. */
  readonly tree: UnitTree;
  /** Answers of each unit and its descendants, by unit id. */
  readonly statements: ReadonlyMap<string, readonly StatementTally[]>;
  /** Means of the persons of each unit itself, by unit id; of those without a unit under {@link ORGANISATION}. */
  readonly personMeans: ReadonlyMap<string, PersonMoments>;
  /** Answers given in each unit itself, of all statements together; under the same ids. */
  readonly ownAnswers: ReadonlyMap<string, AnswerSum>;
  readonly findings: readonly Finding[];
}

const NO_UNITS: UnitDirectory = { units: [], resolve: () => undefined, findings: [] };

/**
 * Joins the survey's groups to the unit list; without a list, units are flat, as the rows name them. Persons whose unit
 * is not in the list count in the total only, and that is a finding.
 */
export function buildMaturityTree(tally: MaturityTally, directory: UnitDirectory | null): MaturityTree {
  const findings = new FindingCollector(tally.sourceId);
  const named = namesIn(tally.groups);
  const unitCell = { column: tally.unitColumn, valueClass: 'text' } as const;
  const isFreeText =
    tally.unitsBy !== null &&
    directory === null &&
    areFreeText([...new Set(named.map(foldWords))], tally.persons);
  if (isFreeText) findings.add('unit-names-free-text', unitCell);
  const units =
    tally.unitsBy === null || isFreeText ? NO_UNITS : (directory ?? flatDirectory(named, tally.sourceId));
  const persons = new Map<string, number>();
  const answers = new Map<string, StatementTally[]>();
  const personMeans = new Map<string, PersonMoments>();
  const ownAnswers = new Map<string, AnswerSum>();
  let withoutUnit = 0;
  for (const group of tally.groups) {
    const unit =
      group.unitKey === null ? undefined : units.resolve(referenceOf(group.unitKey, tally.unitsBy));
    const place = unit?.id ?? ORGANISATION;
    ownAnswers.set(place, addSums([...group.statements, ownAnswers.get(place) ?? { n: 0, sum: 0 }]));
    personMeans.set(place, addPersons(personMeans.get(place) ?? NO_PERSONS, group.personMeans));
    if (!unit) {
      withoutUnit += group.persons;
      // How many names, not which nor how many persons: a wrongly mapped column may hold anything that people wrote.
      if (group.unitKey !== null && !isFreeText) findings.add('unit-unknown', unitCell);
      continue;
    }
    persons.set(unit.id, (persons.get(unit.id) ?? 0) + group.persons);
    answers.set(unit.id, [...(answers.get(unit.id) ?? []), ...group.statements]);
  }
  return {
    units: units.units,
    tree: {
      nodes: units.units.map(({ id, parentId }) => ({ id, parentId, own: countsOf(persons.get(id) ?? 0) })),
      withoutUnit: countsOf(withoutUnit),
    },
    statements: withDescendants(units.units, answers),
    personMeans,
    ownAnswers,
    findings: findings.findings(),
  };
}

/** All of them together. */
export function addSums(sums: readonly AnswerSum[]): AnswerSum {
  return {
    n: sums.reduce((total, { n }) => total + n, 0),
    sum: sums.reduce((total, { sum }) => total + sum, 0),
  };
}

/** Persons as the mask counts them. */
export function countsOf(persons: number): UnitCounts {
  return persons === 0 ? NO_ANSWERS : { n: persons, sumHundredths: null, counts: null };
}

function referenceOf(key: string, by: MaturityTally['unitsBy']): Reference {
  return by === 'row' ? { by, rowId: key } : { by: 'text', text: key, folded: foldWords(key) };
}

function namesIn(groups: readonly MaturityGroup[]): readonly string[] {
  return groups.flatMap(({ unitKey }) => (unitKey === null || unitKey === '' ? [] : [unitKey]));
}

/** Units without a list: side by side, as they are named. */
export function flatDirectory(named: readonly string[], sourceId: string | null): UnitDirectory {
  // Spellings of one unit are one unit, by the name that comes first in code-point order.
  const ids = new Map(
    [...named]
      .sort()
      .reverse()
      .map((id) => [foldWords(id), id]),
  );
  const entries = [...ids.values()].map((id) => ({ rowId: null, id, name: id, parent: null, invited: null }));
  return buildUnitDirectory(entries, sourceId);
}

/** Adds each unit's answers to its parent's, children first, statement by statement. */
function withDescendants(
  units: readonly Unit[],
  own: ReadonlyMap<string, readonly StatementTally[]>,
): ReadonlyMap<string, readonly StatementTally[]> {
  const parts = new Map<string, StatementTally[]>([...own].map(([id, statements]) => [id, [...statements]]));
  const totals = new Map<string, readonly StatementTally[]>();
  for (const { id, parentId } of [...units].reverse()) {
    const total = merged(parts.get(id) ?? []);
    totals.set(id, total);
    if (parentId !== null) parts.set(parentId, [...(parts.get(parentId) ?? []), ...total]);
  }
  return totals;
}

function merged(statements: readonly StatementTally[]): readonly StatementTally[] {
  const sums = new Map<string, StatementTally>();
  for (const statement of statements) {
    const key = `${statement.area} ${statement.name}`;
    const { n, sum } = sums.get(key) ?? { n: 0, sum: 0 };
    sums.set(key, { ...statement, n: n + statement.n, sum: sum + statement.sum });
  }
  return [...sums.values()];
}
