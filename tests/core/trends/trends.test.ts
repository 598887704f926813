import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnFacts, ListRow } from '#core/result/intake.ts';
import { trendsSourceSchema } from '#core/settings/source-settings.ts';
import { createTrendsIntake } from '#core/trends/read-trends.ts';
import { findTrendGaps } from '#core/trends/trend-gaps.ts';
import { buildTrendRadar } from '#core/trends/trend-radar.ts';

const source = trendsSourceSchema.parse({
  id: 'omvarld',
  topic: 'trends',
  location: { kind: 'sharepoint-list', siteId: 's', siteName: 'S', listId: 'l', listName: 'L' },
  mapping: {
    title: 'Title',
    kind: 'Kind',
    goalArea: 'Goal',
    meaning: 'Meaning',
    horizon: 'Horizon',
    impact: 'Impact',
    readiness: 'Readiness',
    source: 'Link',
    sourceDate: 'Date',
    questions: 'Questions',
    initiatives: 'Initiatives',
    horizons: { 'På gång': 'now' },
  },
});

function read(rows: readonly ListRow[], initiativesKind: ColumnFacts['kind'] = 'text') {
  const intake = createTrendsIntake(source);
  const kinds: Record<string, ColumnFacts['kind']> = {
    Impact: 'number',
    Readiness: 'number',
    Date: 'date',
    Initiatives: initiativesKind,
  };
  intake.open(intake.columns.map((name) => ({ name, displayName: name, kind: kinds[name] ?? 'text' })));
  for (const row of rows) intake.addRow(row);
  return intake.tally();
}
const trend = (id: string, fields: Record<string, unknown>): ListRow => ({
  id,
  fields: { Title: `Trend ${id}`, Horizon: 'Nu', Impact: 3, ...fields },
});

describe('a trend', () => {
  test('is read with everything the list says of it', () => {
    const { trends, findings } = read([
      trend('1', {
        Title: ' AI i  vården ',
        Kind: 'Teknik',
        Goal: 'Välfärd',
        Meaning: 'Vi måste välja.',
        Horizon: '1–3 år',
        Impact: 4,
        Readiness: '2,5',
        Link: { Url: 'https://example.org/ai', Description: 'Rapport' },
        Date: '2025-02-28T23:00:00Z',
        Questions: 'Vad vill vi?\r\n\r\nVad kan vi?',
        Initiatives: 'I-101; I-102, Ny e-tjänst',
      }),
    ]);
    expect(findings).toEqual([]);
    expect(trends).toEqual([
      {
        rowId: '1',
        title: 'AI i vården',
        kind: 'Teknik',
        goalArea: 'Välfärd',
        meaning: 'Vi måste välja.',
        horizon: '1-3-years',
        impact: 4,
        readiness: 2.5,
        source: 'https://example.org/ai',
        sourceDate: '2025-03-01',
        questions: ['Vad vill vi?', 'Vad kan vi?'],
        initiatives: [
          { by: 'text', text: 'I-101', folded: 'i-101' },
          { by: 'text', text: 'I-102', folded: 'i-102' },
          { by: 'text', text: 'Ny e-tjänst', folded: 'ny e-tjänst' },
        ],
      },
    ]);
  });

  test('with an unknown horizon or an impact off the scale is kept beside the radar, with a finding', () => {
    const tally = read([
      trend('1', { Horizon: 'Snart' }),
      trend('2', { Impact: 9 }),
      trend('3', { Impact: 'hög' }),
    ]);
    expect(tally.findings.map(({ rule, column, rowIds }) => [rule, column, rowIds])).toEqual([
      ['not-a-number', 'Impact', ['3']],
      ['scale-out-of-range', 'Horizon', ['1']],
      ['scale-out-of-range', 'Impact', ['2']],
    ]);
    expect(buildTrendRadar(tally.trends).unplaced.map(({ rowId }) => rowId)).toEqual(['1', '2', '3']);
  });

  test('seen twice counts as it was last', () => {
    const { trends, rowsRead } = read([trend('1', { Impact: 2 }), trend('1', { Impact: 5 })]);
    expect([rowsRead, trends.map(({ impact }) => impact)]).toEqual([1, [5]]);
  });

  test('never makes the reading fail, whatever JSON stands in its row', () => {
    const fields = fc.dictionary(
      fc.constantFrom(...createTrendsIntake(source).columns, 'InitiativesLookupId'),
      fc.oneof(fc.jsonValue(), fc.constant([{ LookupId: 3 }, { LookupId: 'x' }])),
    );
    fc.assert(
      fc.property(fc.array(fields), fc.constantFrom('text', 'lookup', 'choice'), (rows, kind) => {
        const tally = read(
          rows.map((row, id) => ({ id: String(id), fields: row })),
          kind,
        );
        expect(tally.trends).toHaveLength(rows.length);
        expect(buildTrendRadar(tally.trends).rings).toHaveLength(3);
        findTrendGaps(tally.trends, []);
      }),
    );
  });
});

describe('the radar', () => {
  test('has a ring for each horizon, greatest impact first', () => {
    const { trends } = read([
      trend('1', { Horizon: 'på gång', Impact: 2 }),
      trend('2', { Horizon: 'Nu', Impact: 5 }),
      trend('3', { Horizon: '3+ år' }),
    ]);
    const rings = buildTrendRadar(trends).rings.map((ring) => [
      ring.horizon,
      ring.trends.map(({ rowId }) => rowId),
    ]);
    expect(rings).toEqual([
      ['now', ['2', '1']],
      ['1-3-years', []],
      ['3-plus-years', ['3']],
    ]);
  });
});

describe('the gaps between trends and initiatives', () => {
  const initiatives = [
    { rowId: '7', businessId: 'I-101', title: 'Ny e-tjänst' },
    { rowId: '8', businessId: '', title: 'Trygg välfärd' },
    { rowId: '9', businessId: 'I-103', title: 'Ledig' },
  ];

  test('go both ways', () => {
    const { trends } = read([
      trend('1', { Initiatives: 'i-101;trygg  VÄLFÄRD' }),
      trend('2', {}),
      trend('3', { Initiatives: 'I-999' }),
    ]);
    const gaps = findTrendGaps(trends, initiatives);
    const [first, , third] = trends;
    expect([...gaps.answers.values()][0]?.map(({ rowId }) => rowId)).toEqual(['7', '8']);
    expect(first && gaps.answers.get(first)).toHaveLength(2);
    expect(gaps.unansweredTrends.map(({ rowId }) => rowId)).toEqual(['2', '3']);
    expect(gaps.idleInitiatives.map(({ rowId }) => rowId)).toEqual(['9']);
    expect(gaps.unknownReferences).toEqual([{ trend: third, reference: 'I-999' }]);
  });

  test('are each list’s own, whose row ids another list may have too', () => {
    const one = read([trend('1', { Initiatives: 'I-101' })]).trends;
    const other = read([trend('1', {})]).trends;
    const gaps = findTrendGaps(
      [...one, ...other],
      [...initiatives, { rowId: '7', businessId: 'I-201', title: 'I en annan lista' }],
    );
    expect(gaps.unansweredTrends).toEqual(other);
    expect(gaps.idleInitiatives.map(({ businessId, title }) => businessId || title)).toEqual([
      'Trygg välfärd',
      'I-103',
      'I-201',
    ]);
  });

  test('name nothing by a row id that two lists share', () => {
    const { trends } = read(
      [{ id: '1', fields: { Title: 'A', Horizon: 'nu', Impact: 1, InitiativesLookupId: '7' } }],
      'lookup',
    );
    const gaps = findTrendGaps(trends, [
      ...initiatives,
      { rowId: '7', businessId: 'I-201', title: 'I en annan lista' },
    ]);
    expect(gaps.unknownReferences).toEqual([{ trend: trends[0], reference: '7' }]);
  });

  test('follow lookups by row id, one or several', () => {
    const { trends } = read(
      [
        { id: '1', fields: { Title: 'A', Horizon: 'nu', Impact: 1, InitiativesLookupId: '7' } },
        trend('2', {
          Initiatives: [
            { LookupId: 8, LookupValue: 'x' },
            { LookupId: 9, LookupValue: 'y' },
          ],
        }),
      ],
      'lookup',
    );
    const { answers, idleInitiatives } = findTrendGaps(trends, initiatives);
    expect([...answers].map(([{ rowId }, named]) => [rowId, named.map((one) => one.rowId)])).toEqual([
      ['1', ['7']],
      ['2', ['8', '9']],
    ]);
    expect(idleInitiatives).toEqual([]);
  });
});
