import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RefreshJob } from '#core/contracts/admin.ts';
import type { Delivery, DigestAccepted } from '#core/contracts/digest.ts';
import type { Problem } from '#core/contracts/problem.ts';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import { ADMIN, EMPLOYEE, type SampleUser } from '../../local/identity-issuer/users.ts';
import { openApiProbe, problemOf, type CallApi } from '../support/api-probe.ts';
import { CHANNEL, startSeededStack, type RunningStack } from '../support/running-stack.ts';

/** Parts of the product end in the middle of their work: what is stored stays, and what was under way is finished or told. */
let stack: RunningStack;
let call: CallApi;

beforeAll(async () => {
  stack = await startSeededStack({ environment: { WEBHOOK_TIMEOUT_SECONDS: '5' } });
  call = await openApiProbe(stack);
});

afterAll(() => stack.stop());

const result = () => call<ResultEnvelope>('GET', '/results/2025', { user: EMPLOYEE });
const job = async () => (await call<RefreshJob>('GET', '/refreshes/2025', { user: ADMIN })).body;
const receipt = async (id: string) =>
  (await call<Delivery>('GET', `/deliveries/${id}`, { user: ADMIN })).body;

describe('storage that is gone', () => {
  test('is told as such by every kind of call, and everything is there when it is back', async () => {
    const before = await result();
    await stack.stopStorage();
    const answers = await Promise.all([
      call<Problem>('GET', '/health'),
      call<Problem>('GET', '/years', { user: EMPLOYEE }),
      call<Problem>('GET', '/results/2025', { user: EMPLOYEE, language: 'en' }),
      call<Problem>('GET', '/settings', { user: ADMIN }),
      call<Problem>('POST', '/refreshes', { user: ADMIN, json: { year: 2025 } }),
      call<Problem>('POST', '/digests', { user: ADMIN, json: { year: 2025, targetId: CHANNEL.id } }),
    ]);
    expect(answers.map(problemOf)).toEqual(answers.map(() => ({ status: 503, code: 'storage-unavailable' })));
    expect(answers[1].body.title).toBe('Lagringen svarar inte');
    expect(answers[2].body.title).toBe('The storage does not answer');
    expect(answers.map(({ text }) => text).join()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|\.ts:\d/);
    // Who calls is still found out first.
    expect(problemOf(await call('GET', '/years')).code).toBe('unauthenticated');

    await stack.restartStorage();
    await expect.poll(async () => (await call('GET', '/health')).status).toBe(200);
    const after = await result();
    expect(after.body).toEqual(before.body);
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
    // The queues are read again too.
    expect((await call('POST', '/refreshes', { user: ADMIN, json: { year: 2025 } })).status).toBe(202);
    await expect.poll(async () => (await job()).state).toBe('succeeded');
  });
});

describe('a functions host that is killed', () => {
  test('while it reads and while it sends: the refresh is done again, the digest is uncertain and not sent again', async () => {
    const before = await result();
    // Both are held where the process will die: Graph and the flow have been asked and have not answered.
    const gate = Promise.withResolvers<undefined>();
    stack.graph.control.provoke({ kind: 'delay', delayMs: 600_000, path: '/items' });
    stack.workflows.provoke({ holdUntil: gate.promise, posts: true, status: 202 });
    const json = { year: 2025, targetId: CHANNEL.id, language: 'sv' };
    const { deliveryId } = (await call<DigestAccepted>('POST', '/digests', { user: ADMIN, json })).body;
    await call('POST', '/refreshes', { user: ADMIN, json: { year: 2025 } });
    await expect.poll(async () => (await job()).state).toBe('running');
    await expect.poll(() => stack.workflows.received.length).toBe(1);
    expect((await receipt(deliveryId)).state).toBe('sending');

    await stack.functions().kill();
    gate.resolve(undefined);
    stack.graph.control.provoke({ kind: 'release' });
    await stack.restartFunctions();

    // Before anything is done again, the last good result is there for the reader.
    const between = await result();
    expect(between.body.result).toEqual(before.body.result);
    expect(between.body.freshness.state).not.toBe('fresh');

    await expect.poll(async () => (await job()).state).toBe('succeeded');
    const after = await result();
    expect(after.body.freshness.state).toBe('fresh');
    expect(after.body.result.computedAt > before.body.result.computedAt).toBe(true);
    expect(after.body.result.figures).toEqual(before.body.result.figures);

    await expect.poll(async () => (await receipt(deliveryId)).state).toBe('uncertain');
    expect((await receipt(deliveryId)).problem?.title).toBe('Oklart om kortet kom fram');
    // The same content is the same digest: it is the receipt that one gets, not a second card.
    expect(stack.workflows.received).toHaveLength(1);
  });

  test('and stopped in good order comes back with everything', async () => {
    const before = await result();
    await stack.restartFunctions();
    expect((await result()).body).toEqual(before.body);
  });
});

describe('a token that is not good', () => {
  const refused = async (user: SampleUser, options: Parameters<typeof stack.issuer.userToken>[1]) => {
    const token = await stack.issuer.userToken(user, options);
    return call<Problem>('GET', '/years', { token });
  };

  test('because it has expired says to load the tab again', async () => {
    const answer = await refused(EMPLOYEE, { lifetimeSeconds: -120 });
    expect(problemOf(answer)).toEqual({ status: 401, code: 'token-expired' });
    expect(answer.body.detail).toContain('Ladda om fliken');
  });

  test('because it is for another app or another right is invalid', async () => {
    for (const claims of [
      { aud: 'https://graph.microsoft.com' },
      { scp: 'User.Read' },
      { iss: 'https://x/' },
    ]) {
      expect(problemOf(await refused(EMPLOYEE, { claims }))).toEqual({ status: 401, code: 'token-invalid' });
    }
  });

  test('because it comes from another organisation is refused as such', async () => {
    const stranger = { ...ADMIN, tenantId: '11111111-2222-4333-8444-555555555555' };
    expect(problemOf(await refused(stranger, {}))).toEqual({ status: 403, code: 'tenant-not-allowed' });
  });
});
