import { describe, expect, it } from 'vitest';
import { longTable } from '#core/export/long-table.ts';
import { auditMaturityParts } from '#core/masking/audit-maturity-parts.ts';
import { auditYear } from '#core/masking/audit.ts';
import { openView } from '#core/masking/open-view.ts';
import { MATURITY_AREA_IDS, type MaturityArea } from '#core/result/figure-ids.ts';
import { migrateResult } from '#core/result/migrate-result.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { sampleYear, YEAR, type Fields, type SampleChange } from '../result/sample-year.ts';

/** What a person answers to the first or second statement of an area; null: nothing. */
type Answer = (area: MaturityArea, statement: number, person: number) => number | null;

/** 1 to 6, as varied in each statement as in the next. */
const varied = (area: MaturityArea, statement: number, person: number): number =>
  1 + ((person * 5 + statement * 2 + MATURITY_AREA_IDS.indexOf(area) * 3 + (person % 4)) % 6);

function rowsOf(from: number, to: number, answer: Answer = varied): Fields[] {
  const rows: Fields[] = [];
  for (let person = from; person < to; person += 1) {
    for (const Area of MATURITY_AREA_IDS) {
      for (const statement of [1, 2]) {
        const Score = answer(Area, statement, person);
        if (Score === null) continue;
        rows.push({ Person: `P${person}`, Statement: `${Area} ${statement}`, Area, Score, Year: YEAR });
      }
    }
  }
  return rows;
}

function yearOf(dimios: readonly Fields[], earlier: readonly IndexResult[] = [], change: SampleChange = {}) {
  return sampleYear(
    { ...change, source: { dimios: { invited: { [YEAR]: 60 } } }, rows: { dimios } },
    { earlier },
  );
}

const onlyIn =
  (where: MaturityArea, statement: number | null, answer: Answer): Answer =>
  (area, number, person) =>
    area === where && (statement === null || statement === number)
      ? answer(area, number, person)
      : varied(area, number, person);

const kindOf = ({ maturity }: IndexResult, name: string) =>
  maturity.statements.find((part) => part.name === name)?.percent.kind;
const areaKinds = ({ figures }: IndexResult) => ({
  users: figures.usersPercent.figure.kind,
  axis: figures.digitalLegacyPercent.figure.kind,
  total: figures.maturityPercent.figure.kind,
  other: figures.technologyPercent.figure.kind,
});

describe('a statement that tells what all said', () => {
  it.each<[string, Answer]>([
    ['all gave the highest answer', () => 6],
    ['all but one did, who gave the next', (_, __, person) => (person === 0 ? 5 : 6)],
    [
      'all but one did, who gave the lowest and so knows the others',
      (_, __, person) => (person === 0 ? 1 : 6),
    ],
    ['all but one gave the lowest', (_, __, person) => (person === 0 ? 4 : 1)],
  ])('is hidden with the others of its area where %s', (_, answer) => {
    const { result, violations } = yearOf(rowsOf(0, 40, onlyIn('users', 1, answer)));
    expect(violations).toEqual([]);
    expect([kindOf(result, 'users 1'), kindOf(result, 'users 2')]).toEqual(['absent', 'absent']);
    expect(kindOf(result, 'technology 1')).toBe('value');
    // The area is a mean of both: it tells of neither.
    expect(areaKinds(result)).toEqual({ users: 'value', axis: 'value', total: 'value', other: 'value' });
  });

  it('is shown where they agree on what others may have said as well', () => {
    const { result } = yearOf(
      rowsOf(
        0,
        40,
        onlyIn('users', 1, () => 5),
      ),
    );
    expect(kindOf(result, 'users 1')).toBe('value');
  });
});

describe('an area that tells what all said', () => {
  it('is hidden with its axis and the total', () => {
    const { result, violations } = yearOf(
      rowsOf(
        0,
        12,
        onlyIn('users', null, () => 6),
      ),
    );
    expect(violations).toEqual([]);
    expect(areaKinds(result)).toEqual({ users: 'absent', axis: 'absent', total: 'absent', other: 'value' });
  });

  it('is hidden too where somebody who answered otherwise knows what the others said', () => {
    const alone: Answer = (_, __, person) => (person === 0 ? 1 : 6);
    expect(areaKinds(yearOf(rowsOf(0, 12, onlyIn('users', null, alone))).result).users).toBe('absent');
  });
});

describe('the audit of parts', () => {
  const { result } = yearOf(rowsOf(0, 40));
  const partsOf = (n: number, sum: number) => ({
    statements: [{ name: 'users 1', area: 'users', n, sum } as const],
    areaPersons: {
      ...(Object.fromEntries(MATURITY_AREA_IDS.map((id) => [id, 40])) as Record<MaturityArea, number>),
      users: n,
    },
  });
  const rulesFor = (n: number, sum: number, minimum = 5) => [
    ...new Set(auditMaturityParts(result, partsOf(n, sum), minimum).map(({ rule }) => rule)),
  ];

  it('finds parts of too few persons, and such as tell, in whatever the masker let through', () => {
    expect(rulesFor(40, 140)).toEqual([]);
    expect(rulesFor(4, 14)).toEqual(['small-group']);
    expect(rulesFor(10, 35, 11)).toEqual(['small-group']);
    expect(rulesFor(40, 239)).toEqual(['gives-answers-away']);
    expect(rulesFor(40, 235)).toEqual(['gives-answers-away']);
    expect(rulesFor(40, 44)).toEqual(['gives-answers-away']);
  });
});

describe('outside the tab', () => {
  const exported = (result: IndexResult) =>
    longTable([{ result, vintage: null }]).filter(
      ({ figure, subject_name }) =>
        subject_name.startsWith('users') || figure === 'usersPercent' || figure === 'maturityPercent',
    );

  it('an area that no more than ten answered is not told, nor what is built on it', () => {
    const few: Answer = (...at) => (at[2] < 8 ? varied(...at) : null);
    const { result, violations } = yearOf(rowsOf(0, 40, onlyIn('users', null, few)));
    expect(violations).toEqual([]);
    expect(areaKinds(result)).toEqual({ users: 'value', axis: 'value', total: 'value', other: 'value' });
    expect(areaKinds(openView(result))).toEqual({
      users: 'absent',
      axis: 'absent',
      total: 'absent',
      other: 'absent',
    });
    expect(openView(result).figures.index.figure.kind).toBe('absent');
    expect(exported(result).filter(({ value }) => value !== null)).toEqual([]);
  });

  it('statements that no more than ten answered are not told, while the area is', () => {
    const few: Answer = (...at) => (at[2] < 8 ? varied(...at) : null);
    const { result, violations } = yearOf(rowsOf(0, 40, onlyIn('users', 1, few)));
    expect(violations).toEqual([]);
    expect(kindOf(result, 'users 1')).toBe('value');
    const open = openView(result);
    expect([kindOf(open, 'users 1'), kindOf(open, 'users 2')]).toEqual(['absent', 'absent']);
    expect(kindOf(open, 'technology 1')).toBe('value');
    expect(areaKinds(open)).toEqual(areaKinds(result));
    expect(open.maturity.strongest).toEqual([]);
  });

  it('everything that more than ten answered is told', () => {
    const { result } = yearOf(rowsOf(0, 40));
    expect(openView(result).maturity).toEqual(result.maturity);
    expect(openView(result).figures).toEqual(result.figures);
  });

  it('of a result stored before this was known, the total and the index alone', () => {
    const { result } = yearOf(rowsOf(0, 40));
    const known = ['openAreas', 'openStatements'];
    const maturity = Object.fromEntries(
      Object.entries(result.maturity).filter(([name]) => !known.includes(name)),
    );
    const open = openView(migrateResult({ ...result, schemaVersion: 3, maturity }));
    expect(areaKinds(open)).toEqual({ users: 'absent', axis: 'absent', total: 'value', other: 'absent' });
    expect(open.maturity.statements).toEqual([]);
    expect(open.figures.index).toEqual(result.figures.index);
  });
});

describe('a later result of the year', () => {
  const first = yearOf(rowsOf(0, 40)).result;
  const rulesOf = (violations: readonly { readonly rule: string }[]) => [
    ...new Set(violations.map(({ rule }) => rule)),
  ];

  /** Nothing of the parts is shown; and the audit refuses what would have been shown without the earlier result. */
  function expectParted(dimios: readonly Fields[], change: SampleChange = {}, before = first) {
    const { result, violations } = yearOf(dimios, [before], change);
    expect(violations).toEqual([]);
    expect(result.maturity.statements.every(({ percent }) => percent.kind === 'absent')).toBe(true);
    expect(areaKinds(result)).toEqual({ users: 'absent', axis: 'absent', total: 'value', other: 'absent' });
    const careless = yearOf(dimios, [], change).result;
    expect(rulesOf(auditYear({ current: careless, earlier: [before] }))).toContain('parts-changed');
  }

  it('hides the parts where of ten new respondents one alone answered a statement', () => {
    const late: Answer = (...at) => (at[2] === 40 ? varied(...at) : null);
    expectParted([...rowsOf(0, 40), ...rowsOf(40, 50, onlyIn('users', 1, late))]);
  });

  it('hides them where a person changed two answers of an area so that its percentage stayed', () => {
    const swapped = rowsOf(0, 40, (area, statement, person) =>
      person === 3 && area === 'users' ? (statement === 1 ? 1 : 6) : varied(area, statement, person),
    );
    const before = yearOf(
      rowsOf(0, 40, (area, statement, person) =>
        person === 3 && area === 'users' ? (statement === 1 ? 6 : 1) : varied(area, statement, person),
      ),
    ).result;
    expectParted(swapped, {}, before);
  });

  it('hides them where one answer changed below a published total', () => {
    const publishedFigures = [{ year: YEAR, figure: 'maturityPercent', value: '65.1', source: 'Rapport' }];
    const before = yearOf(rowsOf(0, 40), [], { publishedFigures }).result;
    const changed = rowsOf(0, 40, (area, statement, person) =>
      person === 3 && area === 'users' && statement === 1
        ? 7 - varied(area, statement, person)
        : varied(area, statement, person),
    );
    expectParted(changed, { publishedFigures }, before);
  });

  it('is refused where all who came gave the highest answer to everything', () => {
    const { violations } = yearOf([...rowsOf(0, 40), ...rowsOf(40, 50, () => 6)], [first]);
    expect(rulesOf(violations)).toContain('change-gives-away');
  });

  it('shows the parts again once they are as they were', () => {
    const more = yearOf([...rowsOf(0, 40), ...rowsOf(40, 52)], [first]).result;
    const { result, violations } = yearOf(rowsOf(0, 40), [first, more]);
    expect(violations).toEqual([]);
    expect(result.maturity).toEqual(first.maturity);
  });

  it('shows them on another scale, where the answers are the same', () => {
    const { result, violations } = yearOf(rowsOf(0, 40), [first], {
      method: { maturityNormalisation: 'range' },
    });
    expect(violations).toEqual([]);
    expect(result.maturity.statements.every(({ percent }) => percent.kind === 'value')).toBe(true);
    expect(areaKinds(result).users).toBe('value');
  });
});
