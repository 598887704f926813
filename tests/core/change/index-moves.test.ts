import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexMoves, yearMoves, yearMovesSchema, type IndexMove } from '#core/change/index-moves.ts';
import { leversOf, valueOf } from '#core/change/levers.ts';
import { whatIf, type Scenario } from '#core/change/what-if.ts';
import { exact, type Exact } from '#core/number/exact.ts';
import { roundHalfAway } from '#core/number/round.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { sampleResult } from '../result/sample-year.ts';

/** Index 43/6 = 7.166…: maturity 50 %, employee item 3.5 = 70 %, 4 of 5 realised, benefit 7.5. */
const year = sampleResult();
const movesFrom = (scenario: Scenario, of = year) => indexMoves(of, scenario, whatIf(of, scenario));
const indexOf = (scenario: Scenario, of = year): Exact => {
  const { index } = whatIf(of, scenario);
  if (index.kind === 'absent') throw new Error('no index');
  return index.value;
};
const shows = (index: Exact) => exact(roundHalfAway(index, 1));

/** What the index would be with a move made, by the formula itself and not by linearity; delivery as a score is one third of it. */
function indexAfter(move: IndexMove, change: Exact, scenario: Scenario, of = year): Exact {
  if (move.input === 'delivery') return indexOf(scenario, of).add(change.div(3));
  const now = scenario[move.input] ?? valueOf(of, move.input)?.toFraction() ?? '0';
  return indexOf({ ...scenario, [move.input]: exact(now).add(change).toFraction() }, of);
}

describe('what moves the index', () => {
  test('is told of each input in its own unit, delivery as a score and in whole initiatives', () => {
    const told = movesFrom({}).map(({ input, effect, change, beyond, enough, possible }) => [
      input,
      effect,
      `${beyond ? 'beyond ' : ''}${change.toFraction()}`,
      enough.toFraction(),
      possible,
    ]);
    // The index 43/6 shows 7.2: up at 7.25, 1/12 away; down under 7.15, 1/60 away.
    expect(told).toEqual([
      ['maturityPercent', 'up-a-tenth', '6', '6', true],
      ['maturityPercent', 'down-a-tenth', '-6', '-6', true],
      ['maturityPercent', 'flip-up', '5', '5', true],
      ['maturityPercent', 'flip-down', 'beyond -1', '-101/100', true],
      ['employeeMean', 'up-a-tenth', '3/10', '3/10', true],
      ['employeeMean', 'down-a-tenth', '-3/10', '-3/10', true],
      ['employeeMean', 'flip-up', '1/4', '1/4', true],
      ['employeeMean', 'flip-down', 'beyond -1/20', '-3/50', true],
      ['delivery', 'up-a-tenth', '3/10', '3/10', true],
      ['delivery', 'down-a-tenth', '-3/10', '-3/10', true],
      ['delivery', 'flip-up', '1/4', '1/4', true],
      ['delivery', 'flip-down', 'beyond -1/20', '-3/50', true],
      ['realisedInitiatives', 'up-a-tenth', '3/20', '1', true],
      ['realisedInitiatives', 'down-a-tenth', '-3/20', '-1', true],
      ['realisedInitiatives', 'flip-up', '1/8', '1', true],
      ['realisedInitiatives', 'flip-down', 'beyond -1/40', '-1', true],
      ['benefit', 'up-a-tenth', '3/10', '3/10', true],
      ['benefit', 'down-a-tenth', '-3/10', '-3/10', true],
      ['benefit', 'flip-up', '1/4', '1/4', true],
      ['benefit', 'flip-down', 'beyond -1/20', '-3/50', true],
    ]);
  });

  test('flags what the input can’t do, by the floor of the conversion in force', () => {
    // Six points under 20 % lies under the floor of share-of-max (16.7 %), but not under that of range.
    const down = (normalisation: 'share-of-max' | 'range') => {
      const of = sampleResult({ method: { maturityNormalisation: normalisation } });
      return movesFrom({ maturityPercent: '20' }, of).find(
        ({ input, effect }) => input === 'maturityPercent' && effect === 'down-a-tenth',
      )?.possible;
    };
    expect([down('share-of-max'), down('range')]).toEqual([false, true]);
    const atTheTop = movesFrom({ employeeMean: '5', benefit: '10', realisedInitiatives: '5' });
    const ups = atTheTop.filter(({ effect }) => effect === 'up-a-tenth' || effect === 'flip-up');
    expect(ups.filter(({ input, possible }) => possible !== (input === 'maturityPercent'))).toEqual([]);
  });

  test('is exact: the index moves by a tenth, and the shown one flips there and not before', () => {
    const anywhere = fc.record({
      maturityPercent: fc.integer({ min: 170, max: 1000 }).map((tenths) => exact(tenths).div(10)),
      employeeMean: fc.integer({ min: 100, max: 500 }).map((hundredths) => exact(hundredths).div(100)),
      realisedInitiatives: fc.integer({ min: 0, max: 5 }).map((count) => exact(count)),
      benefit: fc.integer({ min: 0, max: 1000 }).map((hundredths) => exact(hundredths).div(100)),
    });
    const least = exact('1/1000000000');
    fc.assert(
      fc.property(anywhere, (moved) => {
        const scenario: Scenario = Object.fromEntries(
          Object.entries(moved).map(([id, value]) => [id, value.toFraction()]),
        );
        const index = indexOf(scenario);
        const shown = shows(index);
        for (const move of movesFrom(scenario)) {
          const { input, effect, change, enough, possible } = move;
          const lever = leversOf(year).find(({ id }) => id === input);
          const [low, high] = [
            lever?.minimum ?? exact(0),
            input === 'realisedInitiatives' ? exact(5) : (lever?.maximum ?? exact(10)),
          ];
          const now =
            input === 'delivery' ? moved.realisedInitiatives.mul(2) : moved[input as keyof typeof moved];
          const reached = now.add(input === 'realisedInitiatives' ? enough : change);
          const isInside =
            move.beyond && input !== 'realisedInitiatives'
              ? reached.compare(low) > 0
              : reached.compare(low) >= 0 && reached.compare(high) <= 0;
          expect([input, effect, possible]).toEqual([input, effect, isInside]);
          if (!possible) continue;
          const after = indexAfter(move, enough, scenario);
          if (effect === 'up-a-tenth') expect(after.sub(index).compare('1/10')).toBeGreaterThanOrEqual(0);
          if (effect === 'down-a-tenth') expect(after.sub(index).compare('-1/10')).toBeLessThanOrEqual(0);
          if (effect === 'flip-up') expect(shows(after).compare(shown)).toBeGreaterThan(0);
          if (effect === 'flip-down') expect(shows(after).compare(shown)).toBeLessThan(0);
          if (input === 'realisedInitiatives') continue;
          const exactly = indexAfter(move, change, scenario);
          if (effect === 'up-a-tenth') expect(exactly.sub(index).toFraction()).toBe('1/10');
          if (effect === 'down-a-tenth') expect(exactly.sub(index).toFraction()).toBe('-1/10');
          if (effect === 'flip-up') {
            expect(shows(exactly).equals(shown.add('1/10'))).toBe(true);
            expect(shows(exactly.sub(least)).equals(shown)).toBe(true);
          }
          if (effect === 'flip-down') expect(shows(exactly).equals(shown)).toBe(true);
        }
      }),
    );
  });

  test('is empty without an index, and leaves out an input without a value', () => {
    const withoutBenefit = sampleResult({ rows: { nytta: [] } });
    expect(movesFrom({}, withoutBenefit)).toEqual([]);
  });

  test('is told of a year where only the components were published', () => {
    const published = (figure: 'preconditions' | 'delivery' | 'benefit', value: string) =>
      ({ year: 2025, figure, value, source: 'Rapporten', sourceDate: null }) as const;
    const rows = { enkat: [], dimios: [], initiativ: [], nytta: [] };
    const publishedFigures = [
      published('preconditions', '7.0'),
      published('delivery', '8.8'),
      published('benefit', '8.7'),
    ];
    const of: IndexResult = sampleResult({ rows, publishedFigures });
    const inputs = new Set(movesFrom({}, of).map(({ input }) => input));
    expect([...inputs]).toEqual(['delivery', 'benefit']);
  });

  test('goes to the API as exact quotients and as what is shown', () => {
    const told = yearMoves(year);
    expect(yearMovesSchema.parse(told)).toEqual(told);
    expect(told.moves[3]).toEqual({
      input: 'maturityPercent',
      unit: 'percent',
      effect: 'flip-down',
      exact: '-1',
      enough: '-1.01',
      beyond: true,
      possible: true,
    });
    expect(told.moves[12]).toMatchObject({ input: 'realisedInitiatives', exact: '3/20', enough: '1' });
  });
});
