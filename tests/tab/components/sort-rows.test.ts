import { describe, expect, test } from 'vitest';
import { sortRows, type RecordColumn } from '../../../tab/src/components/record-column.ts';

interface Row {
  readonly name: string;
  readonly value: number | null;
}
const columns: readonly RecordColumn<Row>[] = [
  { id: 'name', header: 'Namn', kind: 'text', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { id: 'value', header: 'Värde', kind: 'number', cell: ({ value }) => value, sortBy: ({ value }) => value },
];
const rows = ['Örby', 'Zinken', 'Åkern', 'Enhet 10', 'Enhet 9'].map((name, index) => ({
  name,
  value: index === 1 ? null : 10 - index,
}));
const namesBy = (columnId: string, descending: boolean) =>
  sortRows(rows, columns, { columnId, descending }, 'sv').map(({ name }) => name);

describe('a sorted table', () => {
  test('orders words as Swedish does, and numbers in words as numbers', () => {
    expect(namesBy('name', false)).toEqual(['Enhet 9', 'Enhet 10', 'Zinken', 'Åkern', 'Örby']);
  });

  test('puts what has no value last, whichever way', () => {
    expect(namesBy('value', false).at(-1)).toBe('Zinken');
    expect(namesBy('value', true).at(-1)).toBe('Zinken');
    expect(namesBy('value', true)[0]).toBe('Örby');
  });

  test('stays as it came where nothing is sorted', () => {
    expect(sortRows(rows, columns, null, 'sv')).toBe(rows);
  });
});
