import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestContent, type DigestContent } from '#core/digest/digest-content.ts';
import type { SubjectDigest } from '#core/digest/subject-digest.ts';
import { openView } from '#core/masking/open-view.ts';
import { channelMessage } from '../../../api/src/adapters/teams/channel-message.ts';
import { TeamsDigestCards } from '../../../api/src/adapters/teams/teams-digest-cards.ts';
import { workflowsMessage } from '../../../api/src/adapters/teams/workflows-message.ts';
import { checkMessage, MOST_BYTES } from '../../../local/workflows/card-check.ts';
import { sampleResult } from '../../core/result/sample-year.ts';

const cards = new TeamsDigestCards({
  linkBase: 'https://teams.microsoft.com/l/entity',
  appId: '5c9e7a10-2f3b-4d6c-8e1f-0a2b3c4d5e6f',
});
const WHOLE = digestContent(openView(sampleResult()), null);
const CUT = 'Kortet är förkortat. Allt finns i fliken.';

/** Anything that somebody can have typed into a list: any length up to SharePoint's, any character. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 4000 }),
  fc.string({ unit: 'binary', maxLength: 4000 }),
  fc.constantFrom(
    '"'.repeat(4000),
    '\\'.repeat(4000),
    '\u0000'.repeat(4000),
    '👩‍👩‍👧‍👦'.repeat(500),
    '<at>x</at>[a](http://b)',
  ),
);
const mentions = fc.array(fc.record({ userId: fc.string({ maxLength: 200 }), name: hostile }), {
  maxLength: 5,
});
const topics = fc.array(fc.record({ title: hostile, lines: fc.array(hostile, { maxLength: 6 }) }), {
  maxLength: 40,
});

function bytesOf(card: Readonly<Record<string, unknown>>): number {
  const messages = [workflowsMessage(card), channelMessage(card, '0'.repeat(36))];
  return Math.max(...messages.map((message) => Buffer.byteLength(JSON.stringify(message))));
}

function trendsOf(found: SubjectDigest['topics'], organisationName: string): SubjectDigest {
  const figure = { kind: 'value', shown: '3', exact: '3' } as const;
  const headline = { id: 'unanswered-trends', unit: 'count', figure, change: null } as const;
  return {
    kind: 'trends',
    organisationName,
    name: '',
    year: 2025,
    running: false,
    computedAt: '2026-01-20T09:15:00Z',
    against: null,
    headline,
    figures: [headline],
    chart: { figures: [], end: 0 },
    attention: [],
    topics: found,
  };
}

describe('a card of anything', () => {
  test('about the whole index fits in a message, whoever posts it, and is a card that Teams takes', () => {
    fc.assert(
      fc.property(hostile, mentions, fc.boolean(), (organisationName, named, isTest) => {
        const content: DigestContent = { ...WHOLE, organisationName };
        const card = cards.write(content, 'sv', { mentions: named, isTest });
        expect(bytesOf(card)).toBeLessThanOrEqual(MOST_BYTES);
        expect(checkMessage(workflowsMessage(card)).kind).toBe('card');
      }),
      { numRuns: 150 },
    );
  });

  test('about trends fits too, and says so where anything was left out to make it fit', () => {
    fc.assert(
      fc.property(topics, hostile, mentions, (found, organisationName, named) => {
        const card = cards.write(trendsOf(found, organisationName), 'sv', { mentions: named });
        const text = JSON.stringify(card);
        expect(bytesOf(card)).toBeLessThanOrEqual(MOST_BYTES);
        expect(checkMessage(workflowsMessage(card)).kind).toBe('card');
        const shown = text.includes(CUT) ? 2 : 5;
        // What there is no room for is told, by number.
        if (found.length > shown) expect(text).toContain(`och ${found.length - shown} till`);
      }),
      { numRuns: 150 },
    );
    const quotes = '"'.repeat(300);
    const longest = Array.from({ length: 40 }, () => ({ title: quotes, lines: [quotes, quotes, quotes] }));
    const card = cards.write(trendsOf(longest, 'Ekviken'), 'sv');
    expect(JSON.stringify(card)).toContain(CUT);
    expect(bytesOf(card)).toBeLessThanOrEqual(MOST_BYTES);
  });
});
