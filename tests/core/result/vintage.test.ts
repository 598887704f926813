import { describe, expect, it } from 'vitest';
import { contentFaults, recordFaults, sealVintage } from '#core/result/vintage.ts';
import { sampleYear } from './sample-year.ts';

const { result, rows } = sampleYear();
const first = sealVintage(
  result,
  rows,
  { at: '2026-03-01T09:00:00.000Z', by: 'Amira Ahl', note: 'Beslutad' },
  null,
);
const second = sealVintage(
  result,
  rows,
  { at: '2026-04-01T09:00:00.000Z', by: 'Mats Malm', note: 'Rättad' },
  first,
);

describe('a vintage', () => {
  it('is numbered from 1 and names the seal of the one before', () => {
    expect([first.number, first.previousSeal]).toEqual([1, null]);
    expect([second.number, second.previousSeal]).toEqual([2, first.seal]);
  });

  it('is whole as long as nothing in it is changed', () => {
    expect(recordFaults(first, null)).toEqual([]);
    expect(recordFaults(second, first)).toEqual([]);
    expect(contentFaults(first, { result, rows })).toEqual([]);
  });

  it.each([
    ['its note', { note: 'En annan' }],
    ['who published it', { publishedBy: 'Någon annan' }],
    ['when', { publishedAt: '2026-03-02T09:00:00.000Z' }],
    ['its index', { index: { kind: 'value', shown: '9.9', exact: '99/10' } as const }],
  ])('shows that %s has been changed', (_what, change) => {
    expect(recordFaults({ ...first, ...change }, null)).toEqual(['seal-broken']);
  });

  it('shows that one has been taken away or put in before it', () => {
    expect(recordFaults(second, null)).toEqual(['order-broken']);
    expect(recordFaults(second, { ...first, seal: 'another' })).toEqual(['order-broken']);
  });

  it('shows that its figures or its rows are not those that were published', () => {
    expect(contentFaults(first, { result: { ...result, organisationName: 'En annan' }, rows })).toEqual([
      'result-changed',
    ]);
    expect(contentFaults(first, { result, rows: { ...rows, benefits: [] } })).toEqual(['rows-changed']);
  });
});
