import type { ColumnDefinition } from '@microsoft/microsoft-graph-types';
import { describe, expect, test } from 'vitest';
import { toGraphColumn } from '../../../api/src/adapters/graph/column-facts.ts';

describe('the kind of a column', () => {
  test.each<[string, ColumnDefinition, string]>([
    ['a date', { dateTime: { format: 'dateOnly' } }, 'date'],
    ['a date and time', { dateTime: { format: 'dateTime' } }, 'date-time'],
    ['a calculated date', { calculated: { outputType: 'dateTime', format: 'dateOnly' } }, 'date'],
    [
      'a calculated date and time',
      { calculated: { outputType: 'dateTime', format: 'dateTime' } },
      'date-time',
    ],
    ['a calculated number', { calculated: { outputType: 'number' } }, 'number'],
    ['a calculated text', { calculated: {} }, 'text'],
    ['a percentage', { number: { displayAs: 'percentage' } }, 'percentage'],
    ['a lookup', { lookup: {} }, 'lookup'],
  ])('of %s decides how its values are read', (_, definition, kind) => {
    expect(toGraphColumn({ name: 'A', ...definition })).toMatchObject({ name: 'A', kind });
  });
});
