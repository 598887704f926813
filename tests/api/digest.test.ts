import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChannelTarget, ChannelTargetWrite } from '#core/contracts/channel-targets.ts';
import type { Delivery, DeliveryList, DigestAccepted, Language } from '#core/contracts/digest.ts';
import { ADMIN, EMPLOYEE } from '../../local/identity-issuer/users.ts';
import type { ProvokedAnswer } from '../../local/workflows/workflows-stand-in.ts';
import { openApiProbe, problemOf, type CallApi } from '../support/api-probe.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
let call: CallApi;
let channels = 0;

beforeAll(async () => {
  stack = await startSeededStack();
  call = await openApiProbe(stack);
});

afterAll(() => stack.stop());

/** One channel at a time: a failure is told in another channel where there is one, and would meet what a test provokes. */
beforeEach(async () => {
  const { body } = await call<{ targets: readonly ChannelTarget[] }>('GET', '/channel-targets', {
    user: ADMIN,
  });
  for (const { id } of body.targets) await call('DELETE', `/channel-targets/${id}`, { user: ADMIN });
  stack.workflows.reset();
});

/** A channel that no other test posts to. */
async function newChannel(change: Partial<ChannelTargetWrite> = {}): Promise<string> {
  const id = `kanal-${(channels += 1)}`;
  const json = {
    name: `Kanal ${channels}`,
    webhookUrl: stack.workflows.addressOf('digitalisering'),
    ...change,
  };
  expect((await call('PUT', `/channel-targets/${id}`, { user: ADMIN, json })).status).toBe(200);
  return id;
}

async function ask(targetId: string, language: Language = 'sv'): Promise<DigestAccepted> {
  const json = { year: 2025, targetId, language };
  const answer = await call<DigestAccepted>('POST', '/digests', { user: ADMIN, json });
  expect(answer.status).toBe(202);
  return answer.body;
}

async function receipt(id: string, language?: string): Promise<Delivery> {
  const request = { user: ADMIN, ...(language !== undefined && { language }) };
  return (await call<Delivery>('GET', `/deliveries/${id}`, request)).body;
}

/** The receipt when it has come to its end, which must be this one. */
async function receiptIn(id: string, state: Delivery['state']): Promise<Delivery> {
  const isOver = ({ state: now }: Delivery) => now !== 'queued' && now !== 'sending';
  await expect.poll(async () => isOver(await receipt(id))).toBe(true);
  const delivery = await receipt(id);
  expect(delivery, JSON.stringify(delivery)).toMatchObject({ state });
  return delivery;
}

/** A digest whose flow answers so, when it has come to this end. */
async function postedWith(answer: ProvokedAnswer, end: Delivery['state']) {
  const targetId = await newChannel();
  stack.workflows.provoke(answer);
  const { deliveryId } = await ask(targetId);
  return { targetId, deliveryId, delivery: await receiptIn(deliveryId, end) };
}

describe('a digest', () => {
  test('is posted as previewed, and its receipt says accepted', async () => {
    const preview = await call<{ card: unknown }>('POST', '/digests/preview', {
      user: ADMIN,
      json: { year: 2025 },
    });
    const { deliveryId, duplicate } = await ask(await newChannel());
    const delivery = await receiptIn(deliveryId, 'accepted');
    expect(duplicate).toBe(false);
    expect(delivery).toMatchObject({
      attempts: 1,
      answerStatus: 202,
      problem: null,
      requestedBy: 'Amira Ahl',
    });
    expect(stack.workflows.received.map(({ card }) => card)).toEqual([preview.body.card]);
  });

  test('has its entry in the ledger before it is sent', async () => {
    const gate = Promise.withResolvers<undefined>();
    stack.workflows.provoke({ holdUntil: gate.promise, posts: true, status: 202 });
    const { deliveryId } = await ask(await newChannel());
    await expect.poll(() => stack.workflows.received.length).toBe(1);
    expect(await receipt(deliveryId)).toMatchObject({ state: 'sending', attempts: 1, endedAt: null });
    gate.resolve(undefined);
    await receiptIn(deliveryId, 'accepted');
  });

  test('asked for twice is posted once, also while the first is on its way', async () => {
    const gate = Promise.withResolvers<undefined>();
    stack.workflows.provoke({ holdUntil: gate.promise, posts: true, status: 202 });
    const targetId = await newChannel();
    const first = await ask(targetId);
    await expect.poll(() => stack.workflows.received.length).toBe(1);
    expect(await ask(targetId)).toEqual({ deliveryId: first.deliveryId, duplicate: true });
    gate.resolve(undefined);
    await receiptIn(first.deliveryId, 'accepted');
    expect(await ask(targetId)).toEqual({ deliveryId: first.deliveryId, duplicate: true });
    // What is asked for afterwards goes through the same queue: once it is out, nothing is left of the first.
    const other = await ask(await newChannel(), 'en');
    await receiptIn(other.deliveryId, 'accepted');
    expect(stack.workflows.received.map(({ card }) => card['lang'])).toEqual(['sv', 'en']);
  });

  test('to another channel or in another language is another digest', async () => {
    const targetId = await newChannel();
    const ids = [await ask(targetId), await ask(targetId, 'en'), await ask(await newChannel())];
    expect(new Set(ids.map(({ deliveryId }) => deliveryId)).size).toBe(3);
    expect(ids.map(({ duplicate }) => duplicate)).toEqual([false, false, false]);
    for (const { deliveryId } of ids) await receiptIn(deliveryId, 'accepted');
    expect(stack.workflows.received).toHaveLength(3);
  });

  test('that a flow took and then failed to post stays accepted, never delivered, and is not sent again', async () => {
    const { targetId, deliveryId } = await postedWith({ status: 202 }, 'accepted');
    expect(await ask(targetId)).toEqual({ deliveryId, duplicate: true });
    expect((await receipt(deliveryId)).state).toBe('accepted');
    expect(stack.workflows.received).toEqual([]);
    expect(stack.workflows.answered).toEqual([202]);
  });
});

describe('a channel that does not take the card', () => {
  test('is tried again when it asked us to wait, and the receipt says until when', async () => {
    const targetId = await newChannel();
    stack.workflows.provoke({ status: 429, headers: { 'retry-after': '2' } });
    const { deliveryId } = await ask(targetId);
    await expect.poll(async () => (await receipt(deliveryId)).problem?.code).toBe('target-throttled');
    const waiting = await receipt(deliveryId);
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1, answerStatus: 429 });
    expect(Date.parse(waiting.retryAt ?? '')).toBeGreaterThan(Date.parse(waiting.sentAt ?? ''));
    const delivery = await receiptIn(deliveryId, 'accepted');
    expect(delivery).toMatchObject({ attempts: 2, answerStatus: 202, retryAt: null, problem: null });
    expect(stack.workflows.received).toHaveLength(1);
  });

  test('behind a gateway that says 503 after it passed the card on is not sent it again', async () => {
    const { delivery } = await postedWith({ status: 503, posts: true }, 'uncertain');
    expect(delivery).toMatchObject({ attempts: 1, retryAt: null });
    expect(stack.workflows.received).toHaveLength(1);
  });

  test('that is not available until a time that it names is tried again then', async () => {
    const targetId = await newChannel();
    stack.workflows.provoke({ status: 503, headers: { 'retry-after': '1' } });
    const { deliveryId } = await ask(targetId);
    expect(await receiptIn(deliveryId, 'accepted')).toMatchObject({ attempts: 2, problem: null });
    expect(stack.workflows.answered).toEqual([503, 202]);
  });

  test('because the connection broke after it was sent is uncertain, and the card is not sent again', async () => {
    const { targetId, deliveryId, delivery } = await postedWith({ drop: 'after' }, 'uncertain');
    expect(delivery.problem).toMatchObject({
      code: 'delivery-uncertain',
      title: 'Oklart om kortet kom fram',
    });
    expect(await ask(targetId)).toEqual({ deliveryId, duplicate: true });
    expect((await receipt(deliveryId)).state).toBe('uncertain');
    expect(stack.workflows.received).toHaveLength(1);
    expect(stack.workflows.answered).toEqual([null]);
  });

  test('because the connection broke before the flow took it is uncertain too: we can not know', async () => {
    const { delivery } = await postedWith({ drop: 'before' }, 'uncertain');
    expect(delivery).toMatchObject({ answerStatus: null, problem: { code: 'delivery-uncertain' } });
    expect(stack.workflows.received).toEqual([]);
  });

  test.each([
    [400, 'failed', 'target-refused'],
    [401, 'failed', 'target-unauthorised'],
    [404, 'failed', 'target-gone'],
    [410, 'failed', 'target-gone'],
    [413, 'failed', 'card-too-large'],
    [500, 'uncertain', 'delivery-uncertain'],
    [502, 'uncertain', 'delivery-uncertain'],
    [503, 'uncertain', 'delivery-uncertain'],
    [504, 'uncertain', 'delivery-uncertain'],
    [307, 'failed', 'target-refused'],
  ] as const)('and answers %i is %s: %s', async (status, state, code) => {
    const { delivery } = await postedWith(
      { status, ...(status === 307 && { headers: { location: 'https://localhost/elsewhere' } }) },
      state,
    );
    expect(delivery).toMatchObject({ answerStatus: status, problem: { code }, attempts: 1 });
    expect(stack.workflows.answered).toEqual([status]);
  });

  test('tells why in the reader’s language, by the channel’s name, and can be asked for again when mended', async () => {
    const { targetId, deliveryId, delivery } = await postedWith({ status: 404 }, 'failed');
    expect(delivery.problem?.detail).toContain(`”${delivery.targetName}”`);
    expect((await receipt(deliveryId, 'en')).problem).toMatchObject({
      title: 'The channel’s workflow is gone',
    });
    expect(await ask(targetId)).toEqual({ deliveryId, duplicate: true });
    expect(await receiptIn(deliveryId, 'accepted')).toMatchObject({ attempts: 2, problem: null });
    expect(stack.workflows.received).toHaveLength(1);
  });

  test('because it was removed meanwhile fails by name', async () => {
    const targetId = await newChannel();
    stack.workflows.provoke({ status: 429, headers: { 'retry-after': '1' } });
    const { deliveryId } = await ask(targetId);
    await expect.poll(async () => (await receipt(deliveryId)).problem?.code).toBe('target-throttled');
    expect((await call('DELETE', `/channel-targets/${targetId}`, { user: ADMIN })).status).toBe(204);
    const delivery = await receiptIn(deliveryId, 'failed');
    expect(delivery.problem?.code).toBe('target-gone');
    expect(stack.workflows.received).toEqual([]);
  });
});

describe('receipts and channels', () => {
  test('are listed newest first, for admins only', async () => {
    const { deliveryId } = await ask(await newChannel());
    const { body } = await call<DeliveryList>('GET', '/deliveries', { user: ADMIN });
    expect(body.deliveries[0]?.id).toBe(deliveryId);
    const times = body.deliveries.map(({ requestedAt }) => requestedAt);
    expect(times).toEqual(times.toSorted().toReversed());
    for (const path of ['/deliveries', `/deliveries/${deliveryId}`, '/channel-targets']) {
      expect(problemOf(await call('GET', path, { user: EMPLOYEE }))).toEqual({
        status: 403,
        code: 'forbidden',
      });
    }
    const json = { year: 2025, targetId: 'kanal-1' };
    expect(problemOf(await call('POST', '/digests', { user: EMPLOYEE, json })).code).toBe('forbidden');
  });

  test('never show a channel’s address, only its host', async () => {
    const secret = new URL(stack.workflows.addressOf('digitalisering')).searchParams.get('sig') ?? '?';
    await newChannel();
    const { text } = await call('GET', '/channel-targets', { user: ADMIN });
    expect(text).toContain('"host":"localhost:');
    expect(text + stack.log.join('\n')).not.toContain(secret);
  });

  test.each([
    ['http://localhost:1/x', 'plain http'],
    ['https://example.org/x', 'another host'],
    ['https://169.254.169.254/metadata', 'the inside of the network'],
    ['https://user:word@localhost/x', 'user info'],
  ])('refuse the address %s: %s', async (webhookUrl) => {
    const answer = await call('PUT', '/channel-targets/nekad', {
      user: ADMIN,
      json: { name: 'X', webhookUrl },
    });
    expect(problemOf(answer)).toEqual({ status: 400, code: 'address-not-allowed' });
  });

  test('that are not there are said not to be', async () => {
    const json = { year: 2025, targetId: 'finns-inte' };
    expect(problemOf(await call('POST', '/digests', { user: ADMIN, json })).code).toBe('not-found');
    expect(problemOf(await call('GET', '/deliveries/finns-inte', { user: ADMIN })).code).toBe('not-found');
    expect(problemOf(await call('DELETE', '/channel-targets/finns-inte', { user: ADMIN })).code).toBe(
      'not-found',
    );
    const unknownYear = { year: 2019, targetId: await newChannel() };
    expect(problemOf(await call('POST', '/digests', { user: ADMIN, json: unknownYear })).code).toBe(
      'unknown-year',
    );
  });
});
