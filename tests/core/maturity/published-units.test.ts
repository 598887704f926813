import { describe, expect, it } from 'vitest';
import { openView } from '#core/masking/open-view.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { maturityAnswers, sampleYear, YEAR, type SampleChange } from '../result/sample-year.ts';
import type { Circumstances } from '../support/compute.ts';

const UNITS = [
  { UnitId: 'A', UnitName: 'Enhet A' },
  { UnitId: 'A1', UnitName: 'Grupp 1', Parent: 'A' },
  { UnitId: 'A2', UnitName: 'Grupp 2', Parent: 'A' },
  { UnitId: 'B', UnitName: 'Enhet B' },
];
const typed = (unit: string, persons: number | null, percent = '60.5') => ({
  year: YEAR,
  unit,
  persons,
  percent,
  source: 'DiMiOS 2025',
});
const respondents = (value: string) => ({
  year: YEAR,
  figure: 'maturityRespondents',
  value,
  source: 'DiMiOS',
});

/** A year whose units' maturity is published and whose answers are not at hand. */
function publishedYear(change: SampleChange, circumstances: Circumstances = {}) {
  return sampleYear(
    { without: ['dimios'], ...change, rows: { enheter: UNITS, ...change.rows } },
    circumstances,
  );
}

function shownIn({ maturity }: IndexResult) {
  const show = (figure: IndexResult['maturity']['units'][number]['n']) =>
    figure.kind === 'value' ? figure.shown : figure.reason;
  return Object.fromEntries(maturity.units.map(({ id, n, percent }) => [id, `${show(n)} ${show(percent)}`]));
}

function reasonsIn({ findings }: IndexResult) {
  return findings
    .filter(({ rule }) => rule === 'published-unit-unusable')
    .map(({ detail }) => `${detail['unit']}: ${detail['why']}`)
    .sort();
}

describe('published percentages of units', () => {
  it('are shown with their persons and where they stand', () => {
    const { result, violations } = publishedYear({
      publishedUnits: [typed('A', 20), typed('enhet b', 30, '71')],
    });
    expect(violations).toEqual([]);
    expect(shownIn(result)).toEqual({
      A: '20 60.5',
      A1: 'missing missing',
      A2: 'missing missing',
      B: '30 71.0',
    });
    expect(result.maturity.units[0]).toMatchObject({ origin: 'published', publishedIn: 'DiMiOS 2025' });
    expect(result.maturity.unitsFrom).toBe('published');
  });

  it('stay hidden without a number of persons, and that is a finding', () => {
    const { result } = publishedYear({ publishedUnits: [typed('A', null), typed('B', 30)] });
    expect(shownIn(result)).toMatchObject({ A: 'missing missing', B: '30 60.5' });
    expect(reasonsIn(result)).toEqual(['A: persons']);
  });

  it('are masked as counted ones are: a small unit is hidden, and what it could be told by', () => {
    const { result, violations } = publishedYear({
      publishedUnits: [typed('A', 20), typed('A1', 3), typed('A2', 17), typed('B', 30)],
    });
    expect(violations).toEqual([]);
    expect(shownIn(result)).toMatchObject({
      A: '20 60.5',
      A1: 'suppressed suppressed',
      A2: 'suppressed suppressed',
      B: '30 60.5',
    });
  });

  it('are not shown so that few are left of a total that is typed in beside them', () => {
    const change = { publishedUnits: [typed('A', 20), typed('B', 30)] };
    const known = publishedYear({ ...change, publishedFigures: [respondents('53')] });
    expect(known.violations).toEqual([]);
    expect(Object.values(shownIn(known.result)).filter((shown) => shown.startsWith('sup'))).toHaveLength(1);
    const enough = publishedYear({ ...change, publishedFigures: [respondents('55')] });
    expect(shownIn(enough.result)).toMatchObject({ A: '20 60.5', B: '30 60.5' });
  });

  it('that contradict each other are not shown: more persons in the parts than in the whole', () => {
    const inUnit = publishedYear({ publishedUnits: [typed('A', 10), typed('A1', 12), typed('B', 30)] });
    expect(reasonsIn(inUnit.result)).toEqual(['A: contradiction']);
    expect(inUnit.violations).toEqual([]);
    expect(shownIn(inUnit.result)).toMatchObject({ A: 'suppressed suppressed', A1: '12 60.5' });
    const inAll = publishedYear({
      publishedUnits: [typed('A', 20), typed('B', 30)],
      publishedFigures: [respondents('40')],
    });
    expect(reasonsIn(inAll.result)).toEqual(['A: contradiction', 'B: contradiction']);
    expect(inAll.violations).toEqual([]);
    expect(shownIn(inAll.result)).toMatchObject({ A: 'missing missing', B: 'missing missing' });
  });

  it('of a unit that the list does not have are a finding', () => {
    expect(reasonsIn(publishedYear({ publishedUnits: [typed('Enhet C', 9)] }).result)).toEqual([
      'Enhet C: unit',
    ]);
  });

  it('may be mended within the year: a slip of the pen tells nothing of anybody', () => {
    const first = publishedYear({ publishedUnits: [typed('A', 20), typed('B', 4)] }).result;
    const mended = publishedYear(
      { publishedUnits: [typed('A', 21, '61.5'), typed('B', 40)] },
      { previous: first, earlier: [first] },
    );
    expect(mended.violations).toEqual([]);
    expect(shownIn(mended.result)).toMatchObject({ A: '21 61.5', B: '40 60.5' });
  });

  it('leave the open view where they are too few for it', () => {
    const { result } = publishedYear({ publishedUnits: [typed('A', 9), typed('B', 30)] });
    expect(shownIn(result)).toMatchObject({ A: '9 60.5' });
    expect(shownIn(openView(result))).toMatchObject({ A: 'suppressed suppressed', B: '30 60.5' });
  });
});

describe('published percentages of units beside answers', () => {
  const rows = (unit: string, persons: number, from: number) =>
    maturityAnswers(persons).map((row) => ({
      ...row,
      Person: `${unit}${from} ${String(row['Person'])}`,
      Unit: unit,
    }));
  const answered: SampleChange = {
    mapping: { dimios: { unit: 'Unit' } },
    source: { dimios: { invited: {} } },
    rows: {
      enheter: UNITS,
      dimios: [...rows('A', 12, 0), ...rows('B', 3, 1), ...rows('A1', 10, 2), ...rows('', 5, 3)],
    },
  };

  it('win over what the answers give, and a difference is a warning', () => {
    const { result } = sampleYear({ ...answered, publishedUnits: [typed('A', null, '51')] });
    expect(shownIn(result)['A']).toBe('22 51.0');
    expect(result.findings.filter(({ rule }) => rule === 'published-differs')).toMatchObject([
      { detail: { unit: 'Enhet A', published: '51', computed: '50' } },
    ]);
    const alike = sampleYear({ ...answered, publishedUnits: [typed('A', 99, '50.0')] }).result;
    expect(alike.findings.filter(({ rule }) => rule === 'published-differs')).toEqual([]);
    expect(shownIn(alike)['A']).toBe('22 50.0');
  });

  it('do not show a unit that the answers hide, nor one where nobody answered', () => {
    const { result, violations } = sampleYear({
      ...answered,
      publishedUnits: [typed('B', 30), typed('A2', 30)],
    });
    expect(violations).toEqual([]);
    expect(shownIn(result)).toMatchObject({ B: 'suppressed suppressed', A2: 'missing missing' });
    expect(reasonsIn(result)).toEqual(['A2: answers']);
  });
});

describe('published areas', () => {
  const area = (figure: string, value: string) => ({ year: YEAR, figure, value, source: 'DiMiOS' });
  const all = ['efficiency', 'innovation', 'balancing', 'technology', 'users', 'organisation'] as const;

  it('give axes and total by the formula where nothing else is known', () => {
    const { figures } = publishedYear({
      publishedFigures: all.map((name, index) => area(`${name}Percent`, String(60 + index))),
    }).result;
    expect(figures.digitalCapabilityPercent).toMatchObject({ origin: 'computed', figure: { shown: '61.0' } });
    expect(figures.digitalLegacyPercent.figure).toMatchObject({ shown: '64.0' });
    expect(figures.maturityPercent.figure).toMatchObject({ shown: '62.5' });
    expect(figures.maturityPercent.publishedIn).toBeNull();
  });

  it('enter the axis and the total that have answers for the rest, so that the formulas hold', () => {
    const { figures, uncertainty } = sampleYear({
      publishedFigures: [area('efficiencyPercent', '80')],
    }).result;
    expect(figures.digitalCapabilityPercent.figure).toMatchObject({ shown: '60.0' });
    expect(figures.maturityPercent.figure).toMatchObject({ shown: '55.0' });
    expect(uncertainty.maturityPercent.interval).toEqual({ kind: 'absent', reason: 'missing' });
  });

  it('enter nothing where all answers weigh alike', () => {
    const { figures } = sampleYear({
      method: { maturityAggregation: 'flat' },
      publishedFigures: [area('efficiencyPercent', '80')],
    }).result;
    expect(figures.maturityPercent.figure).toMatchObject({ shown: '50.0' });
  });
});
