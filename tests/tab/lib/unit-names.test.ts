import { expect, it } from 'vitest';
import { unitNames } from '../../../tab/src/lib/unit-names.ts';

it('tells units of the same name apart by their parents, and leaves all other names alone', () => {
  const names = unitNames([
    { id: 'culture', name: 'Kultur', parentId: null },
    { id: 'school', name: 'Skola', parentId: null },
    { id: 'culture-office', name: 'Administration', parentId: 'culture' },
    { id: 'school-office', name: 'Administration', parentId: 'school' },
    { id: 'library', name: 'Bibliotek', parentId: 'culture' },
    { id: 'office', name: 'Administration', parentId: null },
  ]);
  expect([...names.values()]).toEqual([
    'Kultur',
    'Skola',
    'Administration (Kultur)',
    'Administration (Skola)',
    'Bibliotek',
    'Administration',
  ]);
});
