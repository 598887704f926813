import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Delivery, DeliveryList, DigestAccepted } from '#core/contracts/digest.ts';
import { ADMIN } from '../../../local/identity-issuer/users.ts';
import type { ApiClient } from '../../../local/api-client.ts';
import type { ProvokedAnswer } from '../../../local/workflows/workflows-stand-in.ts';
import { CHANNEL, startSeededStack, type RunningStack } from '../../support/running-stack.ts';

const OTHER = { id: 'ledning', name: 'Ledningsgruppen' };

let stack: RunningStack;
let admin: ApiClient;

beforeAll(async () => {
  stack = await startSeededStack({
    // What waits for the platform's clock waits for seconds here, by the same rules: a post may take three, so after six
    // nobody is at it, and the platform hands a dead host's message out again after three.
    environment: { WEBHOOK_TIMEOUT_SECONDS: '3', QUEUE_WORKING_SECONDS: '3' },
  });
  admin = stack.api(ADMIN);
  const webhookUrl = stack.workflows.addressOf(OTHER.id);
  await admin.call('PUT', `/channel-targets/${OTHER.id}`, {
    name: OTHER.name,
    webhookUrl,
    takesNotices: true,
  });
});
afterAll(() => stack.stop());
beforeEach(() => stack.workflows.reset());

async function ask(change: object = {}): Promise<string> {
  // A test each time, so that no test of this file meets another's digest.
  const request = { year: 2025, targetId: CHANNEL.id, isTest: true, ...change };
  return (await admin.call<DigestAccepted>('POST', '/digests', request)).body.deliveryId;
}

async function receipt(id: string): Promise<Delivery> {
  return (await admin.call<Delivery>('GET', `/deliveries/${id}`)).body;
}

async function endOf(id: string): Promise<Delivery> {
  await expect.poll(async () => (await receipt(id)).endedAt, { timeout: 20_000 }).not.toBeNull();
  return receipt(id);
}

const sendAgain = (id: string) => admin.call<Delivery>('POST', `/deliveries/${id}/send-again`);

describe('a card that may not have arrived', () => {
  test('is sent again when an admin says so, and only then', async () => {
    stack.workflows.provoke({ drop: 'after' });
    const id = await ask();
    expect(await endOf(id)).toMatchObject({ state: 'uncertain', problem: { code: 'delivery-uncertain' } });
    expect((await sendAgain(id)).body).toMatchObject({ state: 'queued', problem: null });
    expect(await endOf(id)).toMatchObject({ state: 'accepted', attempts: 2 });
    expect(stack.workflows.received).toHaveLength(2);
    await expect(sendAgain(id)).rejects.toMatchObject({ status: 409 });
  });

  test('is shown by its receipt as it was sent, marked as a test where it was one', async () => {
    const id = await ask();
    await endOf(id);
    const { card } = (await admin.call<{ readonly card: object }>('GET', `/deliveries/${id}/card`)).body;
    expect(stack.workflows.received.map((received) => received.card)).toEqual([card]);
    expect(JSON.stringify(card)).toContain('Test. Kortet skickades för att prova kanalen.');
  });
});

describe('a channel that does not answer in time', () => {
  test.each([
    ['after it took the card', true],
    ['before it took the card', false],
  ])('%s: uncertain, and not sent again', async (_when, posts) => {
    const { promise, resolve: letGo } = Promise.withResolvers<undefined>();
    stack.workflows.provoke({ holdUntil: promise, posts, status: 202 });
    const id = await ask();
    expect(await endOf(id)).toMatchObject({ state: 'uncertain', answerStatus: null, attempts: 1 });
    letGo(undefined);
    // What is asked for afterwards goes through the same queue: once it has ended, nothing is left of the first.
    await endOf(await ask());
    expect(stack.workflows.received).toHaveLength(posts ? 2 : 1);
  });
});

describe('a channel that asks for patience', () => {
  test('without saying how much is waited for by our own measure', async () => {
    const [status, leastMs] = [429, 30_000];
    stack.workflows.provoke({ status });
    const id = await ask();
    await expect
      .poll(async () => (await receipt(id)).problem?.code, { timeout: 20_000 })
      .toBe('target-throttled');
    const { state, attempts, answerStatus, sentAt, retryAt } = await receipt(id);
    expect({ state, attempts, answerStatus }).toEqual({ state: 'queued', attempts: 1, answerStatus: status });
    const waitMs = Date.parse(retryAt ?? '') - Date.parse(sentAt ?? '');
    expect(waitMs).toBeGreaterThanOrEqual(leastMs);
    expect(waitMs).toBeLessThan(leastMs * 1.25 + 5000);
    expect(stack.workflows.received).toEqual([]);
  });
});

describe('a channel that fails', () => {
  test('is told of in another channel, once a day', async () => {
    stack.workflows.provoke({ status: 404 });
    const first = await ask({ isTest: false });
    expect(await endOf(first)).toMatchObject({ state: 'failed', problem: { code: 'target-gone' } });
    const notices = async () =>
      (await admin.call<DeliveryList>('GET', '/deliveries')).body.deliveries.filter(
        ({ subject }) => subject.kind === 'notice',
      );
    await expect.poll(async () => (await notices()).map(({ state }) => state)).toEqual(['accepted']);
    expect(stack.workflows.received.map(({ channelName }) => channelName)).toEqual(['Ledningsgruppen']);
    expect(JSON.stringify(stack.workflows.received[0]?.card)).toContain('Digitalisering kunde inte skickas');

    stack.workflows.provoke({ status: 404 });
    await sendAgain(first);
    expect(await endOf(first)).toMatchObject({ state: 'failed', attempts: 2 });
    expect(await notices()).toHaveLength(1);
  });
});

describe('a host that is killed while it sends', () => {
  test('leaves receipts that say uncertain, and each card in its channel once', async () => {
    // Both flows take their card and keep the answer back until after the kill.
    const { promise, resolve: letGo } = Promise.withResolvers<undefined>();
    const held: ProvokedAnswer = { holdUntil: promise, posts: true, status: 202 };
    stack.workflows.provoke(held, held);
    const ids = [await ask(), await ask({ targetId: OTHER.id })];
    await expect.poll(() => stack.workflows.received.length, { timeout: 20_000 }).toBe(2);
    await stack.functions().kill();
    await stack.restartFunctions();
    for (const id of ids) {
      await expect.poll(async () => (await receipt(id)).state, { timeout: 60_000 }).toBe('uncertain');
    }
    expect(stack.workflows.received).toHaveLength(2);
    letGo(undefined);
  }, 120_000);
});
