import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact } from '#core/number/exact.ts';
import { roundHalfAway } from '#core/number/round.ts';
import { inLanguage } from '#core/number/in-language.ts';
import { shownFigure } from '#core/number/shown.ts';

describe('a shown figure', () => {
  test('rounds half away from zero: 393/120 shows 3.28', () => {
    expect(shownFigure(exact('393/120'), 'mean')).toBe('3.28');
    expect((393 / 120).toFixed(2), 'floating point gets it wrong').toBe('3.27');
  });

  test.each([
    ['1/2', 0, '1'],
    ['-1/2', 0, '-1'],
    ['-1/20', 1, '-0.1'],
    ['-1/25', 1, '0.0'],
    ['0', 2, '0.00'],
    ['249/100', 1, '2.5'],
    ['999/100', 1, '10.0'],
    ['1/3', 4, '0.3333'],
  ])('%s at %i decimals is %s', (quotient, decimals, text) => {
    expect(roundHalfAway(exact(quotient), decimals)).toBe(text);
  });

  test('lies within half a unit of its last decimal, and never reads -0', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 10_000 }), fc.nat({ max: 4 }), (n, d, decimals) => {
        const value = exact(n).div(d);
        const shown = roundHalfAway(value, decimals);
        const off = exact(shown).sub(value).abs();
        expect(off.compare(exact(`1/${2n * 10n ** BigInt(decimals)}`))).toBeLessThanOrEqual(0);
        expect(shown).not.toMatch(/^-0\.?0*$/);
      }),
    );
  });

  test('reads with comma and no-break space in Swedish, point and comma in English, a real minus in both', () => {
    expect(inLanguage('-1234.50', 'sv')).toBe('\u22121\u00a0234,50');
    expect(inLanguage('-1234.50', 'en')).toBe('\u22121,234.50');
    expect(inLanguage('8.2', 'sv')).toBe('8,2');
  });
});
