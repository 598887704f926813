import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildMaturityTree } from '#core/maturity/maturity-tree.ts';
import { scoreMaturity } from '#core/maturity/score-maturity.ts';
import { maskUnits } from '#core/masking/mask-units.ts';
import { shownFigure } from '#core/number/shown.ts';
import type { Figure } from '#core/result/figure.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { ListRow } from '#core/result/intake.ts';
import { DEFAULT_METHOD_SETTINGS } from '#core/settings/method-settings.ts';
import { everyArea, rowOf, tallyOf, type Said } from './maturity-rows.ts';

const AFTER = '2025-11-15T08:00:00Z';
const method = DEFAULT_METHOD_SETTINGS;
const NOTHING_TYPED = {
  publishedUnits: { byUnit: new Map(), findings: [] },
  national: [],
  year: 2025,
  earlier: [],
} as const;

function scoreOf(rows: readonly ListRow[], published: readonly [FigureId, string][] = [], now = AFTER) {
  const tally = tallyOf(rows);
  const tree = buildMaturityTree(tally, null);
  return scoreMaturity({
    tally,
    tree,
    mask: maskUnits(tree.tree, method),
    published: published.map(([figure, value]) => ({
      year: 2025,
      figure,
      value,
      source: 'Rapport',
      sourceDate: null,
    })),
    ...NOTHING_TYPED,
    method,
    now,
  });
}
const show = (figure: Figure) =>
  figure.kind === 'value' ? shownFigure(figure.value, 'percent') : figure.reason;
const twelve = everyArea(12, (person) => (person % 6) + 1);

describe('a year of maturity', () => {
  test('142 of 220 answered: 64.5 percent', () => {
    const score = scoreOf(everyArea(142, () => 4).map(rowOf));
    expect(show(score.responseRate)).toBe('64.5');
    expect(score.respondents).toMatchObject({ kind: 'value' });
    expect(show(score.percentages.maturityPercent.figure)).toBe('66.7');
    expect(score.percentages.maturityPercent.origin).toBe('computed');
  });

  test('adding persons who answered nothing changes nothing', () => {
    const silent: Said[] = everyArea(5, () => 'Vet ej').map((said) => ({
      ...said,
      person: said.person + 500,
    }));
    expect(scoreOf([...twelve, ...silent].map(rowOf))).toEqual(scoreOf(twelve.map(rowOf)));
  });

  test('a published percentage wins, and a difference at the smaller number of decimals is a warning', () => {
    const rows = everyArea(10, () => 4).map(rowOf);
    const alike = scoreOf(rows, [['maturityPercent', '66.67']]);
    expect(alike.percentages.maturityPercent).toMatchObject({ origin: 'published', recomputable: true });
    expect(alike.findings).toEqual([]);
    expect(scoreOf(rows, [['maturityPercent', '67']]).findings).toEqual([]);
    const other = scoreOf(rows, [['maturityPercent', '65.1']]);
    expect(show(other.percentages.maturityPercent.figure)).toBe('65.1');
    expect(other.findings).toMatchObject([
      {
        rule: 'published-differs',
        detail: { figure: 'maturityPercent', published: '65.1', computed: '66.7' },
      },
    ]);
  });

  test('a percentage of a survey that must stay hidden stays hidden, whoever published it', () => {
    const score = scoreOf(everyArea(3, () => 4).map(rowOf), [['maturityPercent', '65.1']]);
    expect(score.findings).toEqual([]);
    expect(score.percentages.maturityPercent).toMatchObject({ origin: 'none', published: null });
    expect(show(score.percentages.maturityPercent.figure)).toBe('suppressed');
    expect(show(score.percentages.usersPercent.figure)).toBe('suppressed');
    expect(show(score.respondents)).toBe('suppressed');
    expect(show(score.responseRate)).toBe('suppressed');
    expect(score.parts.statements).toEqual([]);
  });

  test('published areas alone give the strongest and the weakest area', () => {
    const score = scoreMaturity({
      tally: null,
      tree: null,
      mask: null,
      published: (
        [
          ['efficiencyPercent', '70.0'],
          ['innovationPercent', '55.5'],
          ['usersPercent', '60.0'],
        ] as const
      ).map(([figure, value]) => ({ year: 2025, figure, value, source: 'Rapport', sourceDate: null })),
      ...NOTHING_TYPED,
      method,
      now: AFTER,
    });
    expect(score.parts.strongest.map(({ name }) => name)).toEqual(['efficiency']);
    expect(score.parts.weakest.map(({ name }) => name)).toEqual(['innovation']);
    // A missing area leaves its axis and the total insufficient, published or not.
    expect(show(score.percentages.digitalCapabilityPercent.figure)).toBe('insufficient');
    expect(show(score.percentages.maturityPercent.figure)).toBe('insufficient');
  });

  test('nothing but the number of respondents in steps of ten is told while the round is open', () => {
    const rows = everyArea(27, () => 4).map((said) => ({ ...said, unit: 'IT' }));
    const score = scoreOf(rows.map(rowOf), [], '2025-10-31T12:00:00Z');
    expect(score.closed).toBe(false);
    expect(score.respondents).toMatchObject({ kind: 'value' });
    expect(score.respondents.kind === 'value' && shownFigure(score.respondents.value, 'count')).toBe('20');
    expect(show(score.percentages.maturityPercent.figure)).toBe('pending');
    expect(show(score.responseRate)).toBe('pending');
    expect(score.parts).toEqual({ statements: [], strongest: [], weakest: [] });
    expect(score.units).toEqual([
      {
        id: 'IT',
        name: 'IT',
        n: { kind: 'absent', reason: 'pending' },
        percent: { kind: 'absent', reason: 'pending' },
        parentId: null,
        depth: 0,
        origin: 'none',
        publishedIn: null,
        openFigures: false,
        difference: 'none',
      },
    ]);
  });

  test('rows that none score are insufficient, no rows are missing', () => {
    const unsure = everyArea(9, () => 'Vet ej').map(rowOf);
    expect(show(scoreOf(unsure).percentages.maturityPercent.figure)).toBe('insufficient');
    expect(show(scoreOf([]).percentages.maturityPercent.figure)).toBe('missing');
    const lastYear = everyArea(9, () => 4).map((said) => ({ ...said, year: 2024 }));
    expect(show(scoreOf(lastYear.map(rowOf)).percentages.maturityPercent.figure)).toBe('missing');
  });

  test('more respondents than invited make the response rate invalid', () => {
    expect(show(scoreOf(everyArea(221, () => 4).map(rowOf)).responseRate)).toBe('invalid');
  });

  test('an area answered by few persons hides itself, its axis and the total', () => {
    const rows = twelve.filter((said) => said.area !== 'users' || said.person <= 4);
    const { percentages } = scoreOf(rows.map(rowOf));
    expect(show(percentages.usersPercent.figure)).toBe('suppressed');
    expect(show(percentages.digitalLegacyPercent.figure)).toBe('suppressed');
    expect(show(percentages.maturityPercent.figure)).toBe('suppressed');
    expect(percentages.digitalCapabilityPercent.figure.kind).toBe('value');
  });

  test("an area's statements are shown only if each has enough answers", () => {
    const extra = (persons: number): Said[] =>
      Array.from({ length: persons }, (_, person) => ({
        person: person + 1,
        area: 'users',
        statement: 'Ett till',
        answer: 4 + (person % 2),
      }));
    const few = scoreOf([...twelve, ...extra(4)].map(rowOf)).parts;
    const hidden = few.statements.filter(({ percent }) => percent.kind === 'absent');
    expect(hidden.map(({ area, percent }) => [area, percent])).toEqual(
      Array(2).fill(['users', { kind: 'absent', reason: 'suppressed' }]),
    );
    expect([...few.strongest, ...few.weakest].map(({ area }) => area)).not.toContain('users');
    const enough = scoreOf([...twelve, ...extra(6)].map(rowOf)).parts;
    expect(enough.statements.every(({ percent }) => percent.kind === 'value')).toBe(true);
    expect(enough.strongest[0]).toEqual({
      name: 'Ett till',
      area: 'users',
      percent: { kind: 'value', shown: '75.0', exact: null },
    });
  });

  test('a unit with fewer persons than the minimum is hidden, and so is what would give it away', () => {
    const unitOf = (person: number) => (person <= 7 ? 'A' : person <= 14 ? 'B' : 'C');
    const rows = everyArea(17, () => 4).map((said) => ({ ...said, unit: unitOf(said.person) }));
    const units = new Map(scoreOf(rows.map(rowOf)).units.map((unit) => [unit.id, unit]));
    expect(units.get('C')).toMatchObject({ n: { reason: 'suppressed' }, percent: { reason: 'suppressed' } });
    const shown = [...units.values()].filter(({ n }) => n.kind === 'value');
    // C's three persons follow from the total if both others are shown.
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({
      n: { shown: '7', exact: null },
      percent: { shown: '66.7', exact: null },
    });
  });

  test("splitting a unit's rows over pages or spellings changes nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 72, maxLength: 72 }), (upper) => {
        const rows = twelve.map((said) => ({ ...said, unit: 'Vård' }));
        const spelt = rows.map((said, index) => ({ ...said, unit: upper[index] ? 'VÅRD' : 'Vård' }));
        const figures = ({ percentages, units, respondents }: ReturnType<typeof scoreOf>) => ({
          percentages,
          respondents,
          units: units.map(({ n, percent }) => ({ n, percent })),
        });
        expect(figures(scoreOf(spelt.map(rowOf)))).toEqual(figures(scoreOf(rows.map(rowOf))));
      }),
      { numRuns: 30 },
    );
  });
});
