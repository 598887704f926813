import { describe, expect, it, test } from 'vitest';
import { FIGURE_IDS, type FigureId } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { computeOf } from '../support/compute.ts';

const SOURCE = 'Digitaliseringsrapport 2025';

/** A year without any rows: only what is typed in. */
function typedIn(figures: Partial<Readonly<Record<FigureId, string>>>, year = 2025): IndexResult {
  const settings = settingsSchema.parse({
    organisationName: 'Nacka kommun',
    years: [2023, 2024, 2025],
    sources: [],
    publishedFigures: Object.entries(figures).map(([figure, value]) => ({
      year,
      figure,
      value,
      source: SOURCE,
    })),
  });
  return computeOf(settings, year, {}).result;
}

function shown(result: IndexResult, id: FigureId): string {
  const { figure } = result.figures[id];
  return figure.kind === 'value' ? figure.shown : figure.reason;
}

describe('the published figures of METHOD section 12', () => {
  test('give 2025: index 8,2 from 65,1 %, 74,4 %, 8,8 and 8,7', () => {
    const result = typedIn({
      maturityPercent: '65.1',
      employeePercent: '74.4',
      employeeMean: '3.72',
      delivery: '8.8',
      benefit: '8.7',
    });
    expect(
      (['index', 'preconditions', 'delivery', 'benefit', 'maturityPercent', 'employeeMean'] as const).map(
        (id) => shown(result, id),
      ),
    ).toEqual(['8.2', '7.0', '8.8', '8.7', '65.1', '3.72']);
    expect(result.figures.index.origin).toBe('computed');
    expect(result.figures.delivery).toMatchObject({
      origin: 'published',
      recomputable: false,
      publishedIn: SOURCE,
      formula: '',
    });
  });

  test('give 2024 its index as published, and no preconditions: 6,75–7,25 is no fact', () => {
    const result = typedIn({ index: '8.1', delivery: '8.5', benefit: '8.8', maturityPercent: '64.2' }, 2024);
    expect(shown(result, 'index')).toBe('8.1');
    expect(result.figures.index).toMatchObject({ origin: 'published', recomputable: false });
    for (const id of ['preconditions', 'employeePercent', 'employeeMean'] as const) {
      expect(result.figures[id].figure).toEqual({ kind: 'absent', reason: 'missing' });
    }
  });

  test('give 2023 its delivery and nothing else', () => {
    const result = typedIn({ delivery: '9.2' }, 2023);
    expect(FIGURE_IDS.filter((id) => result.figures[id].figure.kind === 'value')).toEqual(['delivery']);
  });

  it('give the employee item 3,72 of 5 = 74,4 % where only the mean is typed in', () => {
    expect(shown(typedIn({ employeeMean: '3.72' }), 'employeePercent')).toBe('74.4');
  });

  it('give DiMiOS 142 of 220 = 64,5 %', () => {
    const result = typedIn({ maturityRespondents: '142', maturityInvited: '220' });
    // 142/220 = 64.545… %
    expect(shown(result, 'maturityResponseRate')).toBe('64.5');
  });
});

describe('a published figure', () => {
  it.each([
    ['delivery', '88'],
    ['benefit', '-8.7'],
    ['maturityPercent', '651'],
    ['employeeMean', '0.9'],
    ['employeeMean', '37.2'],
    ['decidedInitiatives', '80.5'],
  ] as const)('off its scale is refused: %s %s', (id, value) => {
    expect(() => typedIn({ [id]: value })).toThrow(/must lie on the figure’s scale/);
  });

  it('may lie at either end, and a benefit without its cap above ten', () => {
    const result = typedIn({ delivery: '0', benefit: '10', benefitUncapped: '11.4' });
    expect(shown(result, 'benefitUncapped')).toBe('11.4');
    expect(shown(result, 'delivery')).toBe('0.0');
  });

  for (const id of FIGURE_IDS) {
    it(`stands as published where there are no rows: ${id}`, () => {
      expect(typedIn({ [id]: '4' }).figures[id]).toMatchObject({
        figure: { kind: 'value', exact: '4' },
        origin: 'published',
        publishedIn: SOURCE,
        recomputable: false,
      });
    });
  }
});
