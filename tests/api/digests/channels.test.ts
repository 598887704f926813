import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChannelTargetSaved } from '#core/contracts/channel-targets.ts';
import type { Delivery, DigestAccepted } from '#core/contracts/digest.ts';
import { ADMIN, API_CLIENT_ID, EMPLOYEE, MANAGER } from '../../../local/identity-issuer/users.ts';
import { channelLinkOf, DIGITAL_TEAM } from '../../../local/sample-tenant/teams.ts';
import { openApiProbe, problemOf, type ApiAnswer, type CallApi } from '../../support/api-probe.ts';
import { startSeededStack, type RunningStack } from '../../support/running-stack.ts';

const LINK = channelLinkOf(DIGITAL_TEAM);
const PERMISSION = 'ChannelMessage.Send';
const MESSAGES = '/messages';

let stack: RunningStack;
let call: CallApi;
let channels = 0;

beforeAll(async () => {
  stack = await startSeededStack({ environment: { WEBHOOK_TIMEOUT_SECONDS: '3' } });
  call = await openApiProbe(stack);
});
afterAll(() => stack.stop());
beforeEach(() => {
  stack.workflows.reset();
  stack.graph.control.reset();
  stack.authority.setConsent(true);
});

const save = (id: string, json: object) =>
  call<ChannelTargetSaved>('PUT', `/channel-targets/${id}`, { user: ADMIN, json });
const receipt = async (id: string) =>
  (await call<Delivery>('GET', `/deliveries/${id}`, { user: ADMIN })).body;
const sendAgain = (id: string) => call<Delivery>('POST', `/deliveries/${id}/send-again`, { user: ADMIN });

async function endOf(id: string): Promise<Delivery> {
  await expect.poll(async () => (await receipt(id)).endedAt, { timeout: 20_000 }).not.toBeNull();
  return receipt(id);
}

/** A channel of its own for each test, so that no test meets another's pace or digest. */
async function personChannel(): Promise<string> {
  const id = `person-${(channels += 1)}`;
  expect((await save(id, { name: 'Ledning', kind: 'teams-channel', channelLink: LINK })).status).toBe(200);
  return id;
}

function ask(targetId: string, change: object = {}): Promise<ApiAnswer<DigestAccepted>> {
  const json = { year: 2025, targetId, ...change };
  return call<DigestAccepted>('POST', '/digests', { user: ADMIN, json });
}

describe('posting now as me', () => {
  test('is confirmed when the answer comes, with a link to the message, in the caller’s name', async () => {
    const targetId = await personChannel();
    const preview = await call<{ card: unknown }>('POST', '/digests/preview', {
      user: ADMIN,
      json: { year: 2025 },
    });
    const { deliveryId, duplicate } = (await ask(targetId)).body;
    expect(duplicate).toBe(false);
    // No waiting: it was posted before the answer.
    const delivery = await receipt(deliveryId);
    expect(delivery).toMatchObject({ state: 'posted', attempts: 1, answerStatus: 201, problem: null });
    const [message] = stack.graph.control.messages();
    expect(message).toMatchObject({
      from: { id: ADMIN.id, name: ADMIN.displayName },
      card: preview.body.card,
    });
    expect(delivery.messageUrl).toMatch(
      new RegExp(
        `^https://teams\\.microsoft\\.com/l/message/.*/${message?.id ?? '?'}\\?groupId=${DIGITAL_TEAM.id}`,
      ),
    );
    expect((await ask(targetId)).body).toEqual({ deliveryId, duplicate: true });
    expect(stack.graph.control.messages()).toHaveLength(1);
    expect(stack.workflows.answered).toEqual([]);
  });

  test('says which permission IT must approve, and works as soon as they have', async () => {
    // A sign-in of its own: a token that was exchanged before is used again.
    const token = await stack.issuer.userToken(ADMIN, { claims: { uti: 'consent' } });
    const json = { name: 'Samtycke', kind: 'teams-channel', channelLink: LINK, verify: true };
    const saveIt = () => call<ChannelTargetSaved>('PUT', '/channel-targets/samtycke', { token, json });
    stack.authority.setConsent(false, PERMISSION);
    expect((await saveIt()).body.consent).toMatchObject({
      permission: PERMISSION,
      command: `az ad app permission admin-consent --id ${API_CLIENT_ID}`,
    });
    const request = { token, json: { year: 2025, targetId: 'samtycke' } };
    const { deliveryId } = (await call<DigestAccepted>('POST', '/digests', request)).body;
    const refused = await receipt(deliveryId);
    expect(refused).toMatchObject({ state: 'failed', problem: { code: 'post-consent-missing' } });
    expect(refused.problem?.detail).toContain(`admin-consent --id ${API_CLIENT_ID}`);
    stack.authority.setConsent(true, PERMISSION);
    const { consent, checkId } = (await saveIt()).body;
    expect({ consent, checkId }).toEqual({ consent: null, checkId: null });
    expect(stack.graph.control.messages()).toEqual([]);
    await expect
      .poll(async () => (await sendAgain(deliveryId)).body.state, { timeout: 10_000 })
      .toBe('posted');
  });

  test.each([
    [400, {}, 'failed', 'target-refused'],
    [401, {}, 'failed', 'token-expired'],
    [403, {}, 'failed', 'channel-forbidden'],
    [404, {}, 'failed', 'channel-gone'],
    [413, {}, 'failed', 'card-too-large'],
    [429, {}, 'failed', 'target-throttled'],
    [429, { retryAfterSeconds: 30 }, 'failed', 'target-throttled'],
    [500, {}, 'uncertain', 'delivery-uncertain'],
    [502, {}, 'uncertain', 'delivery-uncertain'],
    [503, { retryAfterSeconds: 30 }, 'failed', 'target-unavailable'],
    [503, {}, 'uncertain', 'delivery-uncertain'],
    [504, { retryAfterSeconds: 30 }, 'uncertain', 'delivery-uncertain'],
  ] as const)('tells at once that Graph answered %i %j: %s, %s', async (status, wait, state, code) => {
    const targetId = await personChannel();
    stack.graph.control.provoke({ kind: 'fail', status, ...wait, path: MESSAGES });
    const { deliveryId } = (await ask(targetId)).body;
    expect(await receipt(deliveryId)).toMatchObject({
      state,
      answerStatus: status,
      attempts: 1,
      retryAt: null,
      problem: { code },
    });
    expect(stack.graph.control.messages()).toEqual([]);
  });

  test('is uncertain where the answer was lost, and sent again only when a person says so', async () => {
    const targetId = await personChannel();
    stack.graph.control.provoke({ kind: 'lose-answer', path: MESSAGES });
    const { deliveryId } = (await ask(targetId)).body;
    expect(await receipt(deliveryId)).toMatchObject({ state: 'uncertain', answerStatus: null });
    expect((await ask(targetId)).body).toEqual({ deliveryId, duplicate: true });
    expect(stack.graph.control.messages()).toHaveLength(1);
    await expect
      .poll(async () => (await sendAgain(deliveryId)).body.state, { timeout: 10_000 })
      .toBe('posted');
    expect(stack.graph.control.messages()).toHaveLength(2);
  });

  test('is uncertain where no answer came in time', async () => {
    const targetId = await personChannel();
    stack.graph.control.provoke({ kind: 'delay', delayMs: 60_000, path: MESSAGES });
    const { deliveryId } = (await ask(targetId)).body;
    expect(await receipt(deliveryId)).toMatchObject({ state: 'uncertain', answerStatus: null });
    stack.graph.control.provoke({ kind: 'release' });
  });

  test('fails where the directory gives no token in time: nothing was claimed, and nothing is posted late', async () => {
    const { promise, resolve: letGo } = Promise.withResolvers<undefined>();
    // A sign-in of its own: a token that was exchanged before is used again.
    const token = await stack.issuer.userToken(ADMIN, { claims: { uti: 'late' } });
    const json = { year: 2025, targetId: await personChannel() };
    stack.authority.holdUntil(promise);
    const { deliveryId } = (await call<DigestAccepted>('POST', '/digests', { token, json })).body;
    expect(await receipt(deliveryId)).toMatchObject({
      state: 'failed',
      sentAt: null,
      problem: { code: 'target-unavailable' },
    });
    const exchanges = stack.authority.exchanges();
    letGo(undefined);
    await expect.poll(() => stack.authority.exchanges()).toBeGreaterThan(exchanges);
    expect(stack.graph.control.messages()).toEqual([]);
  });

  test('needs the person: no schedule, no notice and no retry can do it', async () => {
    const targetId = await personChannel();
    const json = {
      name: 'Varje måndag',
      subject: { kind: 'index' },
      targetIds: [targetId],
      when: { kind: 'schedule', cron: '0 8 * * 1' },
    };
    expect(problemOf(await call('PUT', '/subscriptions/mandag', { user: ADMIN, json }))).toEqual({
      status: 400,
      code: 'person-needed',
    });
    const saved = await save(targetId, {
      name: 'Ledning',
      kind: 'teams-channel',
      channelLink: LINK,
      takesNotices: true,
    });
    expect(saved.body.takesNotices).toBe(false);
  });

  test.each(['https://example.org/l/channel/x', 'not a link', undefined])(
    'refuses the link %s',
    async (link) => {
      const answer = await save('fel', { name: 'X', kind: 'teams-channel', channelLink: link });
      expect(problemOf(answer)).toEqual({ status: 400, code: 'channel-link-invalid' });
    },
  );
});

describe('a webhook’s address', () => {
  const webhookUrl = () => stack.workflows.addressOf('digitalisering');

  test('is tried when it is saved, with a card that says it is a test', async () => {
    const { body } = await save('provad', { name: 'Provad', webhookUrl: webhookUrl(), verify: true });
    expect(body).toMatchObject({ kind: 'workflows-webhook', consent: null });
    const delivery = await endOf(body.checkId ?? '');
    expect(delivery).toMatchObject({
      state: 'accepted',
      answerStatus: 202,
      isTest: true,
      subject: { kind: 'connection' },
    });
    expect(JSON.stringify(stack.workflows.received[0]?.card)).toContain('Provad kan nu få kort');
  });

  test('that leads nowhere is told of at once, in the service’s own words', async () => {
    const wrong = webhookUrl().replace('digitalisering', 'finns-inte');
    const { body } = await save('fel-adress', { name: 'Fel adress', webhookUrl: wrong, verify: true });
    expect(await endOf(body.checkId ?? '')).toMatchObject({
      state: 'failed',
      answerStatus: 404,
      problem: { code: 'target-gone' },
    });
  });

  test('stays where only the name is changed', async () => {
    await save('namn', { name: 'Före', webhookUrl: webhookUrl() });
    const { body } = await save('namn', { name: 'Efter', takesNotices: true, verify: true });
    expect(body).toMatchObject({ name: 'Efter', takesNotices: true });
    expect(await endOf(body.checkId ?? '')).toMatchObject({ state: 'accepted', targetName: 'Efter' });
    expect(problemOf(await save('ny', { name: 'Ny' }))).toEqual({ status: 400, code: 'address-not-allowed' });
  });
});

describe('a notice in somebody’s activity feed', () => {
  const feed = (recipient: string, change: object = {}) =>
    save(`feed-${(channels += 1)}`, { name: 'Chefen', kind: 'activity-feed', recipient, ...change });

  test('says what the card is about and opens its page, by the app alone', async () => {
    const { id } = (await feed(MANAGER.userPrincipalName)).body;
    const { deliveryId } = (await ask(id)).body;
    expect(await endOf(deliveryId)).toMatchObject({
      state: 'accepted',
      answerStatus: 204,
      targetKind: 'activity-feed',
    });
    const [notice, ...others] = stack.graph.control.notices();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      userId: MANAGER.id,
      activityType: 'digestPosted',
      topic: 'Digitaliseringsindex 2025',
      preview: 'Digitaliseringsindex 2025: 8,2',
    });
    expect(decodeURIComponent(notice?.webUrl ?? '')).toContain('overview?year=2025');
    expect((await ask(id)).body).toEqual({ deliveryId, duplicate: true });
  });

  test('is tried when the person is saved, and says where the app is not theirs', async () => {
    const { checkId } = (await feed(EMPLOYEE.id, { verify: true })).body;
    expect(await endOf(checkId ?? '')).toMatchObject({
      state: 'failed',
      answerStatus: 403,
      problem: { code: 'app-not-installed' },
    });
    const unknown = (await feed('ingen@ekviken.example', { verify: true })).body;
    expect(await endOf(unknown.checkId ?? '')).toMatchObject({ problem: { code: 'person-not-found' } });
    const found = (await feed(ADMIN.id, { verify: true })).body;
    expect(await endOf(found.checkId ?? '')).toMatchObject({
      state: 'accepted',
      subject: { kind: 'connection' },
    });
  });

  test('waits when Graph asks us to, and is uncertain where the answer was lost', async () => {
    const path = '/sendActivityNotification';
    const { id } = (await feed(MANAGER.id)).body;
    stack.graph.control.provoke({ kind: 'throttle', retryAfterSeconds: 1, path });
    const throttled = (await ask(id)).body.deliveryId;
    expect(await endOf(throttled)).toMatchObject({ state: 'accepted', attempts: 2 });
    stack.graph.control.provoke({ kind: 'lose-answer', path });
    const lost = (await ask(id, { language: 'en' })).body.deliveryId;
    expect(await endOf(lost)).toMatchObject({ state: 'uncertain', attempts: 1 });
    expect(stack.graph.control.notices()).toHaveLength(2);
  });

  test.each(['', 'someone', 'a/../b@c.se', undefined])('refuses the person %s', async (recipient) => {
    const answer = await save('fel', { name: 'X', kind: 'activity-feed', recipient });
    expect(problemOf(answer)).toEqual({ status: 400, code: 'invalid-request' });
  });
});
