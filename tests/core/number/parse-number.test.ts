import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact, toQuotient } from '#core/number/exact.ts';
import { parseNumber } from '#core/number/parse-number.ts';

function read(input: unknown, options?: { percent: boolean }) {
  const parsed = parseNumber(input, options);
  return parsed.kind === 'number' ? toQuotient(parsed.value) : parsed.problem;
}

describe('a number as a list writes it', () => {
  test.each([
    ['4', '4'],
    [' 4 ', '4'],
    ['4,0', '4'],
    ['4.0', '4'],
    ['3,72', '93/25'],
    ['3.72', '93/25'],
    ['-3,5', '-7/2'],
    ['\u22123,5', '-7/2'],
    ['1 234 567,5', '2469135/2'],
    ['1\u00a0234', '1234'],
    ['1\u202f234', '1234'],
    ['\u00a012\u00a0', '12'],
    ['007', '7'],
    ['-0', '0'],
  ])('%j reads as %s', (text, quotient) => {
    expect(read(text)).toBe(quotient);
  });

  test.each([
    '1 2',
    '12 34',
    '1234 567',
    '1.234,5',
    '1,234.5',
    '1e3',
    '0x10',
    '--1',
    '- 1',
    '1-',
    ',5',
    '5,',
    'fyra',
    '4 st',
    '٤',
    'NaN',
    'Infinity',
    '9'.repeat(100),
  ])('%j is not a number', (text) => {
    expect(read(text)).toBe('not-a-number');
  });

  test.each([null, undefined, '', '  ', '\u00a0'])('%j is blank, which is not zero', (cell) => {
    expect(read(cell)).toBe('blank');
  });

  test.each([[true], [[4]], [{ value: 4 }], [NaN], [Infinity], [-Infinity]])(
    '%j is refused without throwing',
    (cell) => {
      expect(read(cell)).toBe('not-a-number');
    },
  );

  test('a percent sign is read only where a percentage is expected', () => {
    expect(read('65,1 %', { percent: true })).toBe('651/10');
    expect(read('65,1\u00a0%', { percent: true })).toBe('651/10');
    expect(read('65,1%', { percent: true })).toBe('651/10');
    expect(read('65,1', { percent: true })).toBe('651/10');
    expect(read('65,1 %')).toBe('not-a-number');
    expect(read('65 %%', { percent: true })).toBe('not-a-number');
  });

  test('a JavaScript number is the decimal its author typed, not its binary neighbour', () => {
    expect(read(0.651)).toBe('651/1000');
    expect(read(3.275)).toBe('131/40');
    expect(read(0.1 + 0.2)).toBe(toQuotient(exact('0.30000000000000004')));
    expect(read(-0)).toBe('0');
    expect(read(1e21)).toBe('1000000000000000000000');
    expect(read(1.5e-7)).toBe(toQuotient(exact('0.00000015')));
  });

  test('every decimal comes back exactly, however it is written', () => {
    const digits = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat({ max: 8 }));
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom(',', '.'),
        fc.constantFrom('', ' ', '\u00a0'),
        ([whole, fraction], point, group) => {
          const magnitude = `${whole < 0n ? -whole : whole}`.replace(/\B(?=(\d{3})+$)/g, group);
          const sign = whole < 0n ? '\u2212' : '';
          const expected = exact(`${whole < 0n ? '-' : ''}${whole < 0n ? -whole : whole}.${fraction}`);
          expect(read(`${sign}${magnitude}${point}${fraction}`)).toBe(toQuotient(expected));
        },
      ),
    );
  });

  test('a JavaScript number and its own text read alike', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        const text = String(value);
        fc.pre(!text.includes('e'));
        expect(read(value)).toBe(read(text));
      }),
    );
  });

  test('nothing that JSON can hold makes it throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(['number', 'problem']).toContain(parseNumber(value).kind);
      }),
    );
  });
});
