import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedMap, foldWords } from '#core/fields/fold-words.ts';
import { classOf, FieldReaders } from '#core/fields/read-field.ts';
import { toQuotient } from '#core/number/exact.ts';
import { COLUMN_KINDS, type ColumnKind } from '#core/result/column-kinds.ts';

function readers(kind: ColumnKind) {
  return new FieldReaders([{ name: 'Kolumn', displayName: 'Kolumn', kind }]);
}
const row = (value: unknown, key = 'Kolumn') => ({ id: '1', fields: { [key]: value } });

describe('words', () => {
  test('are compared trimmed, inner spaces collapsed, case folded', () => {
    expect(foldWords('  Vet \u00a0 EJ ')).toBe('vet ej');
    expect(foldWords('A\u030aTGÄRD')).toBe(foldWords('åtgärd'));
    expect(foldWords('\u200bPågår\u200b')).toBe('pågår');
    expect(foldWords('GROSS')).toBe(foldWords('groß'));
  });

  test('find their value in a map however they are written', () => {
    const statuses = foldedMap({ 'Under arbete': 'ongoing' });
    expect(statuses.get(foldWords(' under  ARBETE'))).toBe('ongoing');
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWords(foldWords(text))).toBe(foldWords(text));
      }),
    );
  });
});

describe('a field', () => {
  test('that is not mapped, not there or empty reads as blank', () => {
    const text = readers('text');
    expect(text.text(null)(row('x'))).toEqual({ kind: 'blank' });
    expect(text.text('Kolumn')({ id: '1', fields: {} })).toEqual({ kind: 'blank' });
    expect(text.text('Kolumn')(row(' \u200b'))).toEqual({ kind: 'blank' });
    expect(text.number('Kolumn')(row(null))).toEqual({ kind: 'blank' });
    expect(text.text('Kolumn')(row([]))).toEqual({ kind: 'blank' });
  });

  test('named like a member that every object has is still blank where the row has none', () => {
    const kinds = new FieldReaders([{ name: 'constructor', displayName: 'constructor', kind: 'text' }]);
    expect(kinds.text('constructor')({ id: '1', fields: {} })).toEqual({ kind: 'blank' });
  });

  test('of text is tidied, and a number in it reads as its digits', () => {
    expect(readers('text').text('Kolumn')(row('  IT \u00a0 och  digitalisering '))).toEqual({
      kind: 'value',
      value: 'IT och digitalisering',
    });
    expect(readers('number').text('Kolumn')(row(1042))).toEqual({ kind: 'value', value: '1042' });
    expect(readers('choice').text('Kolumn')(row(['Ett val']))).toEqual({ kind: 'value', value: 'Ett val' });
    expect(readers('choice').text('Kolumn')(row(['Ett', 'Två']))).toEqual({
      kind: 'unreadable',
      valueClass: 'list',
    });
  });

  test('of a percentage column is known by its definition, never guessed from the value', () => {
    const number = (kind: ColumnKind, value: unknown, percent = false) => {
      const field = readers(kind)[percent ? 'percent' : 'number']('Kolumn')(row(value));
      return field.kind === 'value' ? toQuotient(field.value) : field.kind;
    };
    expect(number('percentage', 0.651)).toBe('651/10');
    expect(number('percentage', 1)).toBe('100');
    expect(number('number', 0.651)).toBe('651/1000');
    expect(number('number', 65.1, true)).toBe('651/10');
    expect(number('text', '65,1 %', true)).toBe('651/10');
    expect(number('text', '65,1 %')).toBe('unreadable');
    expect(number('percentage', '65,1 %')).toBe('651/10');
  });

  test('of a year is a whole number or the year of a date', () => {
    const year = (kind: ColumnKind, value: unknown) => {
      const field = readers(kind).year('Kolumn')(row(value));
      return field.kind === 'value' ? field.value : field.kind;
    };
    expect(year('number', 2025)).toBe(2025);
    expect(year('number', 2025.5)).toBe('unreadable');
    expect(year('number', 20255)).toBe('unreadable');
    expect(year('text', ' 2025 ')).toBe(2025);
    expect(year('text', '2025.00000000')).toBe(2025);
    expect(year('text', '2025-03-01')).toBe(2025);
    expect(year('text', 'våren 2025')).toBe('unreadable');
    expect(year('date', '2024-12-31T22:00:00Z')).toBe(2025);
    expect(year('date-time', '2024-12-31T22:00:00Z')).toBe(2024);
    expect(year('date-time', '2024-12-31T23:00:00Z')).toBe(2025);
    expect(year('date', 2025)).toBe('unreadable');
    expect(year('date', '')).toBe('blank');
  });

  test('of a lookup stands under its name with LookupId, as number or digits', () => {
    const lookup = readers('lookup').reference('Kolumn');
    expect(lookup(row('17', 'KolumnLookupId'))).toEqual({ kind: 'value', value: { by: 'row', rowId: '17' } });
    expect(lookup(row(17, 'KolumnLookupId'))).toEqual({ kind: 'value', value: { by: 'row', rowId: '17' } });
    expect(lookup(row([{ LookupId: 17, LookupValue: 'IT' }]))).toEqual({
      kind: 'value',
      value: { by: 'row', rowId: '17' },
    });
    expect(lookup(row('sjutton', 'KolumnLookupId'))).toMatchObject({
      kind: 'unreadable',
      valueClass: 'text',
    });
    expect(readers('text').reference('Kolumn')(row(' Enhet  A'))).toEqual({
      kind: 'value',
      value: { by: 'text', folded: 'enhet a', text: 'Enhet A' },
    });
  });

  test('says what kind of thing stood there, never the thing', () => {
    expect([null, ' ', 'x', 4, true, [4], {}].map(classOf)).toEqual([
      'blank',
      'blank',
      'text',
      'number',
      'boolean',
      'list',
      'object',
    ]);
  });

  test('never throws, whatever JSON stands in the row', () => {
    const key = fc.constantFrom('Kolumn', 'KolumnLookupId', '__proto__', 'constructor');
    fc.assert(
      fc.property(
        fc.constantFrom(...COLUMN_KINDS),
        fc.oneof(fc.dictionary(key, fc.jsonValue()), fc.jsonValue()),
        (kind, fields) => {
          const all = readers(kind);
          const untrusted = { id: '1', fields: fields as Record<string, unknown> };
          for (const read of [
            all.text('Kolumn'),
            all.number('Kolumn'),
            all.percent('Kolumn'),
            all.year('Kolumn'),
            all.date('Kolumn'),
            all.reference('Kolumn'),
          ]) {
            expect(['value', 'blank', 'unreadable']).toContain(read(untrusted).kind);
          }
        },
      ),
    );
  });
});
