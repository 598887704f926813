import { describe, expect, test } from 'vitest';
import { subjectDigest } from '#core/digest/subject-digest.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { computeOf } from '../support/compute.ts';

const YEAR = 2025;
const location = (name: string) => ({
  kind: 'sharepoint-list' as const,
  siteId: 's',
  siteName: 's',
  listId: name,
  listName: name,
});
const settings = settingsSchema.parse({
  organisationName: 'Provköping',
  years: [YEAR],
  sources: [
    {
      id: 'initiativ',
      topic: 'initiatives',
      location: location('initiativ'),
      mapping: { title: 't', status: 's', year: 'y', portfolioObject: 'o', statuses: { klar: 'realised' } },
    },
    {
      id: 'nyttor',
      topic: 'benefits',
      location: location('nyttor'),
      mapping: {
        title: 't',
        yearRule: 'column',
        year: 'y',
        expected: 'e',
        measured: 'm',
        portfolioObject: 'o',
      },
    },
  ],
});
const { result, rows } = computeOf(settings, YEAR, {
  initiativ: [{ t: 'A', s: 'klar', y: YEAR, o: 'Ledning och styrning' }],
  nyttor: [{ t: 'N', y: YEAR, e: 10, m: 8, o: 'Ledning  och Styrning' }],
});

describe('the digest of a portfolio object', () => {
  test.each(['Ledning och styrning', 'ledning och STYRNING ', 'Ledning  och Styrning'])(
    'finds it in both lists however it is spelt: %j',
    (name) => {
      const digest = subjectDigest(
        { kind: 'object', name },
        { current: result, previous: null },
        rows.trendWatch,
      );
      expect(digest?.headline.figure).toMatchObject({ kind: 'value', shown: '10.0' });
      expect(digest?.figures[0]?.figure).toMatchObject({ kind: 'value', shown: '8.0' });
    },
  );

  test('is nothing where neither list has the object', () => {
    expect(
      subjectDigest({ kind: 'object', name: 'Skola' }, { current: result, previous: null }, rows.trendWatch),
    ).toBeNull();
  });
});
