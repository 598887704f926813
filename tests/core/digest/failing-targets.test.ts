import { describe, expect, test } from 'vitest';
import type { Delivery } from '#core/contracts/digest.ts';
import { failingTargets } from '#core/digest/failing-targets.ts';

const receipt = (change: Partial<Delivery>): Delivery => ({
  id: 'd',
  subscriptionId: 'manual',
  period: '2026-03-02',
  subject: { kind: 'index' },
  unitName: '',
  isTest: false,
  year: 2025,
  targetId: 'ledning',
  targetName: 'Ledningsgruppen',
  targetKind: 'workflows-webhook',
  language: 'sv',
  resultHash: 'r',
  contentHash: 'c',
  hasCard: true,
  state: 'failed',
  requestedAt: '2026-03-02T08:00:00.000Z',
  requestedBy: 'Amira Ahl',
  sentAt: null,
  endedAt: '2026-03-02T08:00:01.000Z',
  attempts: 1,
  answerStatus: 404,
  retryAt: null,
  messageUrl: null,
  problem: null,
  ...change,
});
const idsOf = (...newestFirst: readonly Delivery[]) =>
  failingTargets(newestFirst).map(({ targetId }) => targetId);

describe('a channel is failing', () => {
  test('when its latest card failed or may not have arrived', () => {
    expect(idsOf(receipt({}))).toEqual(['ledning']);
    expect(idsOf(receipt({ state: 'uncertain' }), receipt({ targetId: 'it' }))).toEqual(['ledning', 'it']);
  });

  test('no longer, once a later card arrived', () => {
    expect(idsOf(receipt({ state: 'accepted' }), receipt({}))).toEqual([]);
    expect(idsOf(receipt({ state: 'posted' }), receipt({}))).toEqual([]);
  });

  test('still, while a later card is only on its way, a test, withdrawn, or never came to be', () => {
    const later = [
      receipt({ state: 'queued', endedAt: null }),
      receipt({ state: 'accepted', isTest: true }),
      receipt({ state: 'withdrawn' }),
      receipt({ hasCard: false }),
    ];
    for (const one of later) expect(idsOf(one, receipt({}))).toEqual(['ledning']);
  });
});
