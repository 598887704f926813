import { FindingCollector } from '#core/quality/finding-collector.ts';
import { MATURITY_AREA_IDS, type MaturityArea } from '#core/result/figure-ids.ts';
import type { MaturitySource } from '#core/settings/source-settings.ts';
import type { AnswerRow, AnswerRows } from './answer-rows.ts';
import type { MaturityGroup, MaturityTally, StatementTally } from './maturity-tally.ts';
import type { SetAsideReason } from './numbering.ts';
import { PersonMeans } from './person-means.ts';
import { ROW_CODES } from './row-codes.ts';
import type { StatementNames } from './statement-names.ts';

/** What the intake gathered; unit 0 is no unit, unit u stands at `unitKeys[u − 1]`. */
interface Gathered {
  readonly source: MaturitySource;
  readonly rows: AnswerRows;
  readonly statements: StatementNames;
  readonly unitKeys: readonly string[];
  readonly reasons: readonly SetAsideReason[];
}

type Tallied = Omit<MaturityTally, 'sourceId' | 'closesOn' | 'invited' | 'unitsBy' | 'unitColumn'>;

/** A person's answer to a statement and its code in one number, so that sorting brings a person's answers together. */
const CODES = 16;

/**
 * Turns rows into sums. Where a respondent answered a statement twice, the row with the highest id counts; a person
 * belongs to the unit of the last of their rows that names one, so that nobody is counted in two units.
 */
export function tallyAnswers({ source, rows, statements, unitKeys, reasons }: Gathered): Tallied {
  const findings = new FindingCollector(source.id);
  const otherYears = noteRowsWithoutAnswer(rows, reasons, findings);
  const unitOfPerson = new Map<number, number>();
  const answers = lastAnswers(rows, statements.size, unitOfPerson, findings, source);
  const sums = new Sums(statements);
  const personMeans = new PersonMeans();
  let leftOut = 0;
  let used = 0;
  for (const person of byPerson(answers, statements.size)) {
    const unit = unitOfPerson.get(person.number) ?? 0;
    const areas = new Set<MaturityArea>();
    for (const { statement, code } of person.answers) {
      const area = statements.at(statement)?.area;
      if (code === ROW_CODES.leftOut || area === undefined) {
        leftOut += 1;
        continue;
      }
      used += 1;
      areas.add(area);
      sums.add(unit, statement, code);
      personMeans.answer(area, code);
    }
    personMeans.endPerson(unit);
    sums.addPerson(unit, areas);
  }
  for (const name of statements.inSeveralAreas(sums.answered())) {
    findings.add('statement-in-two-areas', {
      column: source.mapping.area,
      valueClass: 'text',
      detail: { statement: name },
    });
  }
  return {
    persons: sums.persons(),
    statements: sums.statements(),
    areaPersons: sums.areaPersons(),
    personMeans: personMeans.moments(),
    groups: sums.groups(unitKeys, personMeans),
    rowsRead: rows.size,
    used,
    leftOut,
    otherYears,
    // An answer that a later one of the same person replaced is set aside too.
    setAside: rows.size - otherYears - used - leftOut,
    findings: findings.findings(),
  };
}

/** Notes why rows are set aside, and returns how many are of other years. */
function noteRowsWithoutAnswer(
  rows: AnswerRows,
  reasons: readonly SetAsideReason[],
  findings: FindingCollector,
): number {
  let otherYears = 0;
  for (const [rowId, row] of rows.entries()) {
    if (row.code === ROW_CODES.otherYear) otherYears += 1;
    const reason = reasons[row.code - ROW_CODES.setAside];
    if (reason) findings.add(reason.rule, { rowId, column: reason.column, valueClass: reason.valueClass });
  }
  return otherYears;
}

/** Each person's last answer to each statement, packed; says which earlier rows do not count. */
function lastAnswers(
  rows: AnswerRows,
  statementCount: number,
  unitOfPerson: Map<number, number>,
  findings: FindingCollector,
  source: MaturitySource,
): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  const rowOf = new Map<number, string>();
  const column = source.mapping.respondent;
  for (const [rowId, row] of rows.entries()) {
    if (!isAnswer(row)) continue;
    const key = row.person * statementCount + row.statement;
    const earlier = rowOf.get(key);
    if (earlier !== undefined) findings.add('answered-twice', { rowId: earlier, column, valueClass: 'text' });
    rowOf.set(key, rowId);
    last.set(key, row.code);
    if (row.unit !== 0) unitOfPerson.set(row.person, row.unit);
  }
  return last;
}

function isAnswer({ code }: AnswerRow): boolean {
  return code <= ROW_CODES.leftOut;
}

interface PersonAnswers {
  readonly number: number;
  readonly answers: readonly { readonly statement: number; readonly code: number }[];
}

function* byPerson(answers: ReadonlyMap<number, number>, statementCount: number): Generator<PersonAnswers> {
  const packed = Float64Array.from(answers, ([key, code]) => key * CODES + code).sort();
  let person: { number: number; answers: { statement: number; code: number }[] } | undefined;
  for (const value of packed) {
    const key = Math.floor(value / CODES);
    const number = Math.floor(key / statementCount);
    if (person?.number !== number) {
      if (person) yield person;
      person = { number, answers: [] };
    }
    person.answers.push({ statement: key % statementCount, code: value % CODES });
  }
  if (person) yield person;
}

interface StatementSum {
  n: number;
  sum: number;
}

/** Sums per unit and statement, and persons per unit and area. */
class Sums {
  readonly #names: StatementNames;
  readonly #order: readonly number[];
  readonly #units = new Map<number, { persons: number; statements: Map<number, StatementSum> }>();
  readonly #areaPersons = new Map<MaturityArea, number>();

  constructor(names: StatementNames) {
    this.#names = names;
    this.#order = names.inOrder();
  }

  add(unit: number, statement: number, answer: number): void {
    const { statements } = this.#unit(unit);
    const sum = statements.get(statement) ?? { n: 0, sum: 0 };
    sum.n += 1;
    sum.sum += answer;
    statements.set(statement, sum);
  }

  /** Counts a person who answered something in these areas; one who answered nothing is no respondent. */
  addPerson(unit: number, areas: ReadonlySet<MaturityArea>): void {
    if (areas.size === 0) return;
    this.#unit(unit).persons += 1;
    for (const area of areas) this.#areaPersons.set(area, (this.#areaPersons.get(area) ?? 0) + 1);
  }

  persons(): number {
    return [...this.#units.values()].reduce((sum, unit) => sum + unit.persons, 0);
  }

  areaPersons(): Readonly<Record<MaturityArea, number>> {
    const entries = MATURITY_AREA_IDS.map((area) => [area, this.#areaPersons.get(area) ?? 0] as const);
    return Object.fromEntries(entries) as Record<MaturityArea, number>;
  }

  answered(): ReadonlySet<number> {
    return new Set([...this.#units.values()].flatMap((unit) => [...unit.statements.keys()]));
  }

  statements(): readonly StatementTally[] {
    return this.#named([...this.#units.values()].map((unit) => unit.statements));
  }

  groups(unitKeys: readonly string[], personMeans: PersonMeans): readonly MaturityGroup[] {
    return [...this.#units.entries()]
      .filter(([, unit]) => unit.persons > 0)
      .map(([number, unit]) => ({
        unitKey: number === 0 ? null : (unitKeys[number - 1] ?? ''),
        persons: unit.persons,
        statements: this.#named([unit.statements]),
        personMeans: personMeans.ofUnit(number),
      }))
      .sort((a, b) => ((a.unitKey ?? '') < (b.unitKey ?? '') ? -1 : 1));
  }

  #named(parts: readonly ReadonlyMap<number, StatementSum>[]): readonly StatementTally[] {
    return this.#order.flatMap((number) => {
      const statement = this.#names.at(number);
      const found = parts.flatMap((part) => part.get(number) ?? []);
      if (!statement || found.length === 0) return [];
      const n = found.reduce((total, part) => total + part.n, 0);
      const sum = found.reduce((total, part) => total + part.sum, 0);
      return [{ name: statement.name, area: statement.area, n, sum }];
    });
  }

  #unit(number: number): { persons: number; statements: Map<number, StatementSum> } {
    let unit = this.#units.get(number);
    if (!unit) {
      unit = { persons: 0, statements: new Map() };
      this.#units.set(number, unit);
    }
    return unit;
  }
}
