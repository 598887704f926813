import { describe, expect, it, test } from 'vitest';
import { RULES } from '#core/quality/rules.ts';
import { FINDING_RULES, type Finding, type FindingRule } from '#core/quality/finding-schema.ts';
import {
  answers,
  benefit,
  initiative,
  maturityAnswers,
  rowsOfYear,
  SAMPLE_ROWS,
  sampleResult,
  YEAR,
  type Fields,
  type SampleChange,
  type SampleRows,
  type SampleSource,
} from '../result/sample-year.ts';
import type { Circumstances } from '../support/compute.ts';

type Year = readonly [change?: SampleChange | undefined, circumstances?: Circumstances];

interface Case {
  readonly breaks: Year;
  readonly keeps: Year;
  readonly source: SampleSource | 'enkat-2' | null;
  readonly rowIds?: readonly string[];
  readonly column?: string;
  readonly valueClass?: Finding['valueClass'];
}

const SECRET = 'Hemligt svar 4711';
const LATER = '2026-02-01T08:00:00.000Z';
const rows = (change: Partial<SampleRows>): Year => [{ rows: change }];
/** The sample's initiatives, the fifth changed. */
const fifth = (fields: Fields): Year =>
  rows({ initiativ: [...SAMPLE_ROWS.initiativ.slice(0, 4), initiative(5, 'paused', fields)] });
/** The sample's benefits, the second (baseline 0, expected 100, measured 100) changed. */
const second = (fields: Fields): Year => rows({ nytta: [benefit(1), benefit(2, 100, fields)] });
/** The sample's maturity answers, rows 1 to 36, and one more. */
const oneMore = (fields: Fields): Year => {
  const row = { Person: 'P0', Statement: 'S2', Area: 'efficiency', Score: 3, Year: YEAR, ...fields };
  return rows({ dimios: [...SAMPLE_ROWS.dimios, row] });
};
const trends = (of: number): Year => rows({ omvarld: Array<Fields>(of).fill(SAMPLE_ROWS.omvarld[0] ?? {}) });
const counted = { form: 'aggregated', n: 'N', counts: ['C1', 'C2', 'C3', 'C4', 'C5'], parentRows: 'own' };
const aggregated = (n: number): Year => [
  {
    mapping: { enkat: counted },
    rows: {
      enkat: [
        { Unit: 'A', Year: YEAR, N: 12, C1: 0, C2: 0, C3: 6, C4: 6, C5: 0 },
        { Unit: 'B', Year: YEAR, N: n, C1: 0, C2: 0, C3: 3, C4: 3, C5: 0 },
      ],
    },
  },
];
const published = (figure: string, value: string): Year => [
  { publishedFigures: [{ year: YEAR, figure, value, source: 'Rapport' }] },
];
const typedUnit = (unit: string) => ({ year: YEAR, unit, persons: 6, percent: '50', source: 'Rapport' });
/** A survey without a unit list, each answer with a unit of its own making. */
const commented = (unit: (index: number) => string): Year => [
  {
    without: ['enheter'],
    rows: { enkat: answers(12).map((row, index) => ({ ...row, Unit: unit(index) })) },
  },
];
/** 2024 as an earlier result, computed when its survey was closed. */
const lastYear = (change: Partial<SampleRows> = {}) =>
  sampleResult({ rows: { ...rowsOfYear(2024), ...change } }, { now: LATER }, 2024);

const CASES: Readonly<Record<FindingRule, Case>> = {
  'column-missing': {
    breaks: [{}, { goneColumns: ['Weight'] }],
    keeps: [],
    source: 'nytta',
    column: 'Weight',
  },
  'column-unmapped': {
    breaks: [{ mapping: { nytta: { year: null } } }],
    keeps: [{ mapping: { nytta: { weight: null } } }],
    source: 'nytta',
  },
  'column-type-changed': {
    breaks: [
      { source: { nytta: { columnKinds: { Weight: 'percentage' } } } },
      { kinds: { Weight: 'number' } },
    ],
    keeps: [{ source: { nytta: { columnKinds: { Kind: 'choice' } } } }, { kinds: { Kind: 'text' } }],
    source: 'nytta',
    column: 'Weight',
  },
  'status-unknown': {
    breaks: fifth({ Status: 'paused?' }),
    keeps: fifth({ Status: '  PAUSED ' }),
    source: 'initiativ',
    rowIds: ['5'],
    column: 'Status',
    valueClass: 'text',
  },
  'kind-unknown': {
    breaks: second({ Kind: 'annat' }),
    keeps: second({ Kind: ' Resource-Releasing' }),
    source: 'nytta',
    rowIds: ['2'],
    column: 'Kind',
    valueClass: 'text',
  },
  'year-missing': {
    breaks: fifth({ Year: '  ' }),
    keeps: fifth({ Year: '2025' }),
    source: 'initiativ',
    rowIds: ['5'],
    column: 'Year',
    valueClass: 'blank',
  },
  'year-unreadable': {
    breaks: second({ Year: 'i fjol' }),
    keeps: second({ Year: '2025-06-30T22:00:00Z' }),
    source: 'nytta',
    rowIds: ['2'],
    column: 'Year',
    valueClass: 'text',
  },
  'answer-not-on-scale': {
    breaks: rows({ enkat: [...answers(12), { Answer: SECRET, Unit: 'A', Year: YEAR }] }),
    keeps: rows({ enkat: [...answers(12), { Answer: ' Vet  EJ ', Unit: 'A', Year: YEAR }] }),
    source: 'enkat',
    rowIds: ['13'],
    column: 'Answer',
    valueClass: 'text',
  },
  'not-a-number': {
    breaks: second({ Measured: 'snart' }),
    keeps: second({ Measured: ' 99,5 ' }),
    source: 'nytta',
    rowIds: ['2'],
    column: 'Measured',
    valueClass: 'text',
  },
  'scale-out-of-range': {
    breaks: fifth({ Innovation: '5,1' }),
    keeps: fifth({ Innovation: '5,0' }),
    source: 'initiativ',
    rowIds: ['5'],
    column: 'Innovation',
    valueClass: 'number',
  },
  'business-id-twice': {
    breaks: fifth({ Number: ' I-4 ' }),
    keeps: fifth({ Number: '' }),
    source: 'initiativ',
    rowIds: ['4', '5'],
    column: 'Number',
    valueClass: 'text',
  },
  'baseline-blank': {
    breaks: second({ Baseline: null }),
    keeps: second({ Baseline: '0' }),
    source: 'nytta',
    rowIds: ['2'],
    column: 'Baseline',
    valueClass: 'blank',
  },
  'expected-equals-baseline': {
    breaks: second({ Baseline: '100,0' }),
    keeps: second({ Baseline: 99 }),
    source: 'nytta',
    rowIds: ['2'],
    column: 'Expected',
    valueClass: 'number',
  },
  'negative-weight': {
    breaks: second({ Weight: '\u22120,5' }),
    keeps: second({ Weight: 0 }),
    source: 'nytta',
    rowIds: ['2'],
    column: 'Weight',
    valueClass: 'number',
  },
  'initiative-not-found': {
    breaks: second({ Initiative: 'I-99' }),
    keeps: second({ Initiative: ' initiativ  1' }),
    source: 'nytta',
    rowIds: ['2'],
    column: 'Initiative',
    valueClass: 'text',
  },
  'no-decided-initiative': {
    breaks: rows({ initiativ: [initiative(1, 'proposed')] }),
    keeps: rows({ initiativ: [initiative(1, 'cancelled')] }),
    source: null,
  },
  'unit-unknown': {
    breaks: rows({ enkat: [...answers(12), ...answers(1, 'C')] }),
    keeps: rows({ enkat: [...answers(12), ...answers(1, ' a ')] }),
    source: 'enkat',
    column: 'Unit',
    valueClass: 'text',
  },
  'unit-cycle': {
    breaks: rows({ enheter: [{ UnitId: 'A', UnitName: 'Enhet A', Invited: 20, Parent: 'A' }] }),
    keeps: rows({
      enheter: [...SAMPLE_ROWS.enheter, { UnitId: 'C', UnitName: 'Enhet C', Parent: 'A', Invited: 0 }],
    }),
    source: 'enheter',
    rowIds: ['1'],
    column: 'Parent',
    valueClass: 'text',
  },
  'count-mismatch': {
    breaks: aggregated(7),
    keeps: aggregated(6),
    source: 'enkat',
    rowIds: ['2'],
    column: 'N',
    valueClass: 'number',
  },
  'area-unknown': {
    breaks: oneMore({ Area: 'Annat' }),
    keeps: oneMore({ Area: ' EFFICIENCY' }),
    source: 'dimios',
    rowIds: ['37'],
    column: 'Area',
    valueClass: 'text',
  },
  'respondent-missing': {
    breaks: oneMore({ Person: '' }),
    keeps: oneMore({ Person: 'p0' }),
    source: 'dimios',
    rowIds: ['37'],
    column: 'Person',
    valueClass: 'blank',
  },
  'title-missing': {
    breaks: fifth({ Title: ' ' }),
    keeps: fifth({ Title: '-' }),
    source: 'initiativ',
    rowIds: ['5'],
    column: 'Title',
    valueClass: 'blank',
  },
  'source-not-read': {
    breaks: [{}, { unread: ['omvarld'] }],
    keeps: [],
    source: 'omvarld',
  },
  // Over 20 % fewer: 7 of 10 are, 8 of 10 are not.
  'fewer-rows': {
    breaks: [trends(7)[0], { previous: sampleResult(trends(10)[0]) }],
    keeps: [trends(8)[0], { previous: sampleResult(trends(10)[0]) }],
    source: 'omvarld',
  },
  // From 28 December 2024 to 1 February 2026 it is 3 + 31 + 365 + 1 = 400 days.
  'source-unchanged': {
    breaks: [{}, { now: LATER, changedAt: { omvarld: '2024-12-27T08:00:00Z' } }],
    keeps: [{}, { now: LATER, changedAt: { omvarld: '2024-12-29T08:00:00Z' } }],
    source: 'omvarld',
  },
  // 11 of 20 = 55 %, 12 of 20 = 60 %.
  'low-response-rate': {
    breaks: rows({ enkat: answers(11) }),
    keeps: rows({ enkat: answers(12) }),
    source: null,
  },
  // 14 of 20 last year, 12 of 20 now; the mean 3.5 last year, 43/12 or 42/12 now.
  'response-falling-score-rising': {
    breaks: [
      { rows: { enkat: [...answers(11), { Answer: 5, Unit: 'A', Year: YEAR }] } },
      { lastYear: lastYear({ enkat: answers(14, 'A', 2024) }) },
    ],
    keeps: [{}, { lastYear: lastYear({ enkat: answers(14, 'A', 2024) }) }],
    source: null,
  },
  // Benefit is 7.5: compared without decimals it is 8, with one it is not.
  'published-differs': {
    breaks: published('benefit', '8.0'),
    keeps: published('benefit', '8'),
    source: null,
  },
  'units-changed': {
    breaks: [{}, { lastYear: lastYear({ enheter: SAMPLE_ROWS.enheter.slice(0, 1) }) }],
    keeps: [
      { rows: { enheter: SAMPLE_ROWS.enheter.map((unit) => ({ ...unit, UnitName: 'Nytt namn' })) } },
      { lastYear: lastYear() },
    ],
    source: null,
  },
  // 1 of 5 = 20 %, 1 of 4 = 25 %.
  'benefit-coverage-low': {
    breaks: rows({ nytta: [benefit(1), ...[2, 3, 4, 5].map((number) => benefit(number, ''))] }),
    keeps: rows({ nytta: [benefit(1), ...[2, 3, 4].map((number) => benefit(number, ''))] }),
    source: null,
  },
  'benefit-over-expected': {
    breaks: second({ Measured: 101 }),
    keeps: second({ Measured: 100 }),
    source: 'nytta',
    rowIds: ['2'],
    column: 'Measured',
    valueClass: 'number',
  },
  'statement-in-two-areas': {
    breaks: oneMore({ Statement: 's  EFFICIENCY', Area: 'innovation' }),
    keeps: oneMore({ Area: 'innovation' }),
    source: 'dimios',
    column: 'Area',
    valueClass: 'text',
  },
  'answered-twice': {
    breaks: oneMore({ Statement: 'S efficiency' }),
    keeps: oneMore({ Statement: 'S efficiency', Year: 2024 }),
    source: 'dimios',
    rowIds: ['1'],
    column: 'Person',
    valueClass: 'text',
  },
  'invited-below-answers': {
    breaks: rows({ enheter: [{ UnitId: 'A', UnitName: 'Enhet A', Invited: 11 }] }),
    keeps: rows({ enheter: [{ UnitId: 'A', UnitName: 'Enhet A', Invited: 12 }] }),
    source: 'enkat',
  },
  'second-source': {
    breaks: [{ twice: ['enkat'] }],
    keeps: [{ twice: ['initiativ'], rows: {} }],
    source: 'enkat-2',
  },
  'published-unit-unusable': {
    breaks: [{ publishedUnits: [typedUnit('Enheten')] }],
    keeps: [{ publishedUnits: [typedUnit('enhet  A')] }],
    source: null,
  },
  'unit-names-free-text': {
    breaks: commented((index) => `Chefen lyssnar inte ett dugg på oss som arbetar här ute i ${index}`),
    keeps: commented((index) => `Avdelning ${index % 6}`),
    source: 'enkat',
    column: 'Unit',
    valueClass: 'text',
  },
};

describe('the rule catalogue', () => {
  test('has a case here for every rule, and a severity, a check and a remedy for each', () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(RULES).sort());
    expect(Object.keys(CASES).sort()).toEqual([...FINDING_RULES].sort());
    for (const { severity, checks, remedy } of Object.values(RULES)) {
      expect(['error', 'warning', 'info']).toContain(severity);
      expect(checks.length * remedy.length).toBeGreaterThan(0);
    }
  });

  test('makes an error of what METHOD section 11 calls one', () => {
    expect(RULES['status-unknown'].severity).toBe('error');
    expect(RULES['business-id-twice'].severity).toBe('error');
    expect(RULES['no-decided-initiative'].severity).toBe('error');
  });

  for (const [rule, { breaks, keeps, source, rowIds, column, valueClass }] of Object.entries(CASES)) {
    it(`finds just "${rule}" where it is broken`, () => {
      const { findings } = sampleResult(...breaks);
      expect(findings).toEqual([
        {
          rule,
          severity: RULES[rule as FindingRule].severity,
          sourceId: source,
          column: column ?? null,
          valueClass: valueClass ?? 'none',
          count: Math.max(1, rowIds?.length ?? 0),
          rowIds: rowIds ?? [],
          detail: expect.any(Object) as unknown,
        },
      ]);
    });

    it(`finds nothing where "${rule}" is kept`, () => {
      expect(sampleResult(...keeps).findings).toEqual([]);
    });
  }
});

describe('a finding', () => {
  test('never holds a survey answer, of whatever kind', () => {
    const bad = [SECRET, 471147, 4711.5, { text: SECRET }, [SECRET, SECRET], [SECRET]];
    const { findings } = sampleResult({
      rows: {
        enkat: [...answers(12), ...bad.map((Answer) => ({ Answer, Unit: 'A', Year: YEAR }))],
        dimios: [
          ...maturityAnswers(6),
          ...bad.map((Score) => ({ Person: 'P0', Statement: 'S2', Area: 'users', Score, Year: YEAR })),
        ],
      },
    });
    const ofSource = (id: SampleSource) => findings.filter(({ sourceId }) => sourceId === id);
    // Six bad rows in each: 13–18 and 37–42.
    for (const id of ['enkat', 'dimios'] as const) {
      expect(ofSource(id).every(({ rule }) => rule === 'answer-not-on-scale')).toBe(true);
      expect(ofSource(id).reduce((sum, { count }) => sum + count, 0)).toBe(6);
    }
    expect(JSON.stringify(findings)).not.toMatch(/4711/);
  });
});

describe('METHOD sections 1 and 11 beyond the single case', () => {
  it('a business id used twice is an error also where one of the two rows is set aside', () => {
    const { findings } = sampleResult(...second({ Number: 'N-1', Baseline: '' }));
    expect(findings.map(({ rule }) => rule)).toContain('business-id-twice');
  });

  it('more maturity respondents than invited is an error as well', () => {
    const { findings } = sampleResult({ source: { dimios: { invited: { '2025': 5 } } } });
    expect(findings).toMatchObject([
      { rule: 'invited-below-answers', severity: 'error', sourceId: 'dimios' },
    ]);
  });

  test('a rule broken in two years is told of the year that is computed', () => {
    const { findings } = sampleResult(...fifth({ Status: 'paused?', Year: 2024 }));
    expect(findings).toEqual([]);
  });
});
