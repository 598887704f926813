import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRowIds, rowNumber } from '#core/fields/row-number.ts';

describe('a row id', () => {
  test('is a number where it is written as list ids are', () => {
    expect(['0', '7', '1042', '9999999999999'].map(rowNumber)).toEqual([0, 7, 1042, 9_999_999_999_999]);
  });

  test.each(['', '07', '7.0', ' 7', '7 ', '-7', '1e3', '0x10', '٣', '12345678901234', 'a'])(
    '%j is none, so that it never takes the place of another row',
    (rowId) => {
      expect(rowNumber(rowId)).toBe(-1);
    },
  );

  test('no two ids share a number', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }), (a, b) => {
        if (rowNumber(a) >= 0 && rowNumber(a) === rowNumber(b)) expect(a).toBe(b);
      }),
    );
  });

  test('stands in order of size, ids that are no numbers last', () => {
    expect(['b', '10', '9', '', '100', 'a'].sort(compareRowIds)).toEqual(['9', '10', '100', '', 'a', 'b']);
  });
});
