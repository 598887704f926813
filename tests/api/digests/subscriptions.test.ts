import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeliveryList } from '#core/contracts/digest.ts';
import type { Subscription, SubscriptionAsk, SubscriptionList } from '#core/contracts/subscriptions.ts';
import type { DigestSubject } from '#core/digest/digest-subject.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { ADMIN, EMPLOYEE } from '../../../local/identity-issuer/users.ts';
import { openApiProbe, problemOf, type CallApi } from '../../support/api-probe.ts';
import { CHANNEL, startSeededStack, type RunningStack } from '../../support/running-stack.ts';

let stack: RunningStack;
let call: CallApi;
let result: IndexResult;

beforeAll(async () => {
  stack = await startSeededStack();
  call = await openApiProbe(stack);
  const { body } = await call<{ result: IndexResult }>('GET', '/results/2025', { user: ADMIN });
  result = body.result;
});
afterAll(() => stack.stop());

const weekly: SubscriptionAsk = {
  name: 'Måndagskortet',
  subject: { kind: 'index' },
  targetIds: [CHANNEL.id],
  when: { kind: 'schedule', cron: '0 8 * * 1', timeZone: 'Europe/Stockholm' },
};
const save = (id: string, json: unknown) =>
  call<Subscription>('PUT', `/subscriptions/${id}`, { user: ADMIN, json });
const list = async () =>
  (await call<SubscriptionList>('GET', '/subscriptions', { user: ADMIN })).body.subscriptions;

describe('a subscription', () => {
  test('is saved, shows its next five times, is paused, and removed', async () => {
    const saved = await save('mandag', weekly);
    expect(saved.body).toMatchObject({ ...weekly, quietWhenUnchanged: true, lastRun: null, paused: false });
    expect(saved.body.nextRuns).toHaveLength(5);
    for (const run of saved.body.nextRuns) expect(new Date(run).getUTCDay()).toBe(1);
    await save('mandag', { ...weekly, paused: true });
    expect(await list()).toMatchObject([{ id: 'mandag', paused: true, nextRuns: [] }]);
    expect((await call('DELETE', '/subscriptions/mandag', { user: ADMIN })).status).toBe(204);
    expect(await list()).toEqual([]);
  });

  test.each([
    [{ when: { kind: 'schedule', cron: '* * * * *' } }, 400, 'schedule-invalid'],
    [{ when: { kind: 'schedule', cron: '0 8 * * 1', timeZone: 'Mars/Olympus' } }, 400, 'schedule-invalid'],
    [{ targetIds: ['finns-inte'] }, 404, 'not-found'],
    [{ targetIds: [] }, 400, 'invalid-request'],
    [{ targetIds: [CHANNEL.id, CHANNEL.id] }, 400, 'invalid-request'],
    [{ subject: { kind: 'weather' } }, 400, 'invalid-request'],
  ])('with %j is refused', async (change, status, code) => {
    expect(problemOf(await save('fel', { ...weekly, ...change }))).toEqual({ status, code });
  });

  test('is for admins only', async () => {
    for (const method of ['PUT', 'DELETE']) {
      const answer = await call(method, '/subscriptions/mandag', {
        user: EMPLOYEE,
        ...(method === 'PUT' && { json: weekly }),
      });
      expect(problemOf(answer).code).toBe('forbidden');
    }
  });
});

describe('subscriptions that are due', () => {
  test('post each subject once, and say what became of it', async () => {
    const object = result.delivery.objects.find(({ name }) => name !== '')?.name ?? '';
    const unit = result.employeeSurvey.units.find(({ openFigures }) => openFigures);
    const subjects: Readonly<Record<string, DigestSubject>> = {
      index: { kind: 'index' },
      objekt: { kind: 'object', name: object },
      enhet: { kind: 'unit', unitId: unit?.id ?? '' },
      underlag: { kind: 'data-quality' },
      trender: { kind: 'trends' },
      borta: { kind: 'object', name: 'Finns inte' },
    };
    const when = { kind: 'once', at: new Date().toISOString() } as const;
    for (const [id, subject] of Object.entries(subjects)) {
      const mentions = id === 'index' ? [{ userId: 'chef@example.se', name: 'Chef **Ek**' }] : [];
      await save(id, { ...weekly, name: id, subject, when, mentions });
    }
    await save('pausad', { ...weekly, name: 'pausad', when, paused: true });
    await expect
      .poll(async () => (await list()).filter(({ lastRun }) => lastRun !== null).length, { timeout: 130_000 })
      .toBe(6);
    const outcomes = Object.fromEntries((await list()).map(({ id, lastRun }) => [id, lastRun?.outcome]));
    expect(outcomes).toEqual({
      index: 'posted',
      objekt: 'posted',
      enhet: 'posted',
      underlag: 'posted',
      trender: 'posted',
      borta: 'failed',
      pausad: undefined,
    });
    const receipts = async () =>
      (await call<DeliveryList>('GET', '/deliveries', { user: ADMIN })).body.deliveries;
    await expect
      .poll(async () => (await receipts()).filter(({ state }) => state === 'accepted').length, {
        timeout: 60_000,
      })
      .toBe(5);
    expect((await receipts()).find(({ subscriptionId }) => subscriptionId === 'borta')).toMatchObject({
      state: 'failed',
      hasCard: false,
      problem: { code: 'subject-not-found' },
    });
    const cards = stack.workflows.received.map(({ card }) => JSON.stringify(card));
    expect(cards).toHaveLength(5);
    expect(cards.filter((card) => card.includes(unit?.name ?? '?'))).toHaveLength(1);
    expect(cards.find((card) => card.includes('<at>'))).toContain('<at>Chef Ek</at>');
  }, 240_000);
});
