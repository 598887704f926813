import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { Delivery, DeliveryList } from '#core/contracts/digest.ts';
import type { Subscription, SubscriptionAsk, SubscriptionList } from '#core/contracts/subscriptions.ts';
import type { DigestSubject } from '#core/digest/digest-subject.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { TableDeliveryLedger } from '../../../api/src/adapters/tables/table-delivery-ledger.ts';
import type { StoredDelivery } from '../../../api/src/app/ports/delivery-ledger.ts';
import { ADMIN, EMPLOYEE, TENANT_ID } from '../../../local/identity-issuer/users.ts';
import { INITIATIVE_COLUMNS, LIST_IDS } from '../../../local/sample-tenant/names.ts';
import { refreshYear } from '../../../local/seed.ts';
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
    [{ when: { kind: 'once', at: '2026-01-01T08:00:00Z' } }, 400, 'time-past'],
    [{ targetIds: ['finns-inte'] }, 404, 'not-found'],
    [{ targetIds: [] }, 400, 'invalid-request'],
    [{ targetIds: [CHANNEL.id, CHANNEL.id] }, 400, 'invalid-request'],
    [{ subject: { kind: 'weather' } }, 400, 'invalid-request'],
  ])('with %j is refused', async (change, status, code) => {
    expect(problemOf(await save('fel', { ...weekly, ...change }))).toEqual({ status, code });
  });

  test('to a single time that has passed can be kept paused, and not be resumed', async () => {
    const past = { ...weekly, when: { kind: 'once', at: '2026-01-01T08:00:00Z' } as const };
    expect((await save('varit', { ...past, paused: true })).status).toBe(200);
    const resumed = await save('varit', { ...past, paused: false });
    expect(problemOf(resumed)).toEqual({ status: 400, code: 'time-past' });
    expect(resumed.text).toContain('Tidpunkten har passerat');
    const later = { ...past, when: { kind: 'once', at: '2999-01-01T08:00:00Z' } as const };
    expect((await save('varit', later)).status).toBe(200);
    expect((await call('DELETE', '/subscriptions/varit', { user: ADMIN })).status).toBe(204);
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
    await stack.functions().fireTimer('digestTimer');
    await expect
      .poll(async () => (await list()).filter(({ lastRun }) => lastRun !== null).length, { timeout: 30_000 })
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
    const receiptOfUnit = (await receipts()).find(({ subscriptionId }) => subscriptionId === 'enhet');
    expect(receiptOfUnit?.unitName).toBe(unit?.name);
  }, 120_000);

  test('whose run failed before it had a card get one when somebody tries again', async () => {
    const failed = async () =>
      (await call<DeliveryList>('GET', '/deliveries', { user: ADMIN })).body.deliveries.find(
        ({ subscriptionId }) => subscriptionId === 'borta',
      );
    const id = (await failed())?.id ?? '';
    const again = () => call<Delivery>('POST', `/deliveries/${id}/send-again`, { user: ADMIN });
    expect(problemOf(await again())).toEqual({ status: 404, code: 'subject-not-found' });
    expect(await failed()).toMatchObject({ state: 'failed', hasCard: false });
    const rows = await call<{ initiatives: readonly { rowId: string }[] }>(
      'GET',
      '/results/2025/initiatives',
      { user: ADMIN },
    );
    stack.graph.control.change({
      kind: 'change-row',
      listId: LIST_IDS.initiatives,
      rowId: rows.body.initiatives[0]?.rowId ?? '',
      fields: { [INITIATIVE_COLUMNS.portfolioObject]: 'Finns inte' },
    });
    await refreshYear(stack.api(ADMIN), 2025);
    expect((await again()).body).toMatchObject({ state: 'queued', hasCard: true, problem: null });
    await expect.poll(async () => (await failed())?.state, { timeout: 30_000 }).toBe('accepted');
    expect(JSON.stringify(stack.workflows.received.at(-1)?.card)).toContain('Finns inte');
  });

  test('link to the very page, object or unit that their card is about', () => {
    const links = stack.workflows.received.map(({ card }) =>
      decodeURIComponent(JSON.stringify(card['actions'])),
    );
    const unit = result.employeeSurvey.units.find(({ openFigures }) => openFigures);
    expect(
      links.filter((link) => link.includes(`preconditions?year=2025&unit=${unit?.id ?? '?'}`)),
    ).toHaveLength(1);
    expect(links.filter((link) => link.includes('delivery?year=2025&object='))).toHaveLength(2);
    expect(links.filter((link) => link.includes('method?year=2025'))).toHaveLength(1);
  });
});

describe('receipts', () => {
  test('are removed when they are older than the tenant keeps them, and others stay', async () => {
    const { body: stored, headers } = await call<StoredSettings>('GET', '/settings', { user: ADMIN });
    await call('PUT', '/settings', {
      user: ADMIN,
      json: { ...stored.settings, receipts: { keepDays: 40 } },
      headers: { 'if-match': headers.get('etag') ?? '' },
    });
    const table = TableClient.fromConnectionString(stack.storage, 'deliveries', {
      allowInsecureConnection: true,
    });
    const ledger = new TableDeliveryLedger(table);
    const [recent] = await ledger.latest(TENANT_ID, 1);
    if (!recent) throw new Error('the tests before this one leave receipts');
    const agedDays = (days: number, change: Partial<StoredDelivery> = {}): StoredDelivery => ({
      ...recent,
      id: `aged-${days}`,
      requestedAt: new Date(Date.now() - days * 86_400_000).toISOString(),
      ...change,
    });
    const OPEN = { state: 'queued', hasCard: false, retryAt: '2999-01-01T00:00:00.000Z' } as const;
    await ledger.add(TENANT_ID, agedDays(39), { type: 'AdaptiveCard' }, null);
    await ledger.add(TENANT_ID, agedDays(41), { type: 'AdaptiveCard' }, null);
    await ledger.add(TENANT_ID, agedDays(42, OPEN), null, null);
    await stack.functions().fireTimer('forgetOldTimer');
    const found = await Promise.all(
      [39, 41, 42].map(async (days) => (await ledger.find(TENANT_ID, `aged-${days}`)) !== null),
    );
    expect(found).toEqual([true, false, true]);
    expect((await ledger.latest(TENANT_ID, 1))[0]?.id).toBe(recent.id);
    const json = { ...stored.settings, receipts: { keepDays: 1 } };
    const ifMatch = (await call('GET', '/settings', { user: ADMIN })).headers.get('etag') ?? '';
    const refused = await call('PUT', '/settings', { user: ADMIN, json, headers: { 'if-match': ifMatch } });
    expect(problemOf(refused).code).toBe('invalid-request');
  });
});
