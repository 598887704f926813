import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCertificate, type LocalCertificate } from '../../local/certificate.ts';
import { startWorkflows, type WorkflowsStandIn } from '../../local/workflows/workflows-stand-in.ts';

let folder: string;
let certificate: LocalCertificate;
let workflows: WorkflowsStandIn;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workflows-'));
  certificate = await createCertificate(folder);
  workflows = await startWorkflows(0, certificate);
});
beforeEach(() => workflows.reset());
afterAll(async () => {
  await workflows.close();
  await rm(folder, { recursive: true, force: true });
});

const card = (...body: readonly unknown[]) => ({ type: 'AdaptiveCard', version: '1.5', body });
const message = (content: unknown) => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
});
const hello = message(card({ type: 'TextBlock', text: 'Hej' }));

/** Posts over TLS, trusting the certificate of this run only. */
function post(
  address: string,
  body: unknown,
): Promise<{ readonly status: number; readonly retryAfter: string }> {
  return new Promise((resolve, reject) => {
    const call = request(address, { method: 'POST', ca: certificate.cert }, (response) => {
      response.resume();
      const retryAfter = response.headers['retry-after'] ?? '';
      response.once('end', () => resolve({ status: response.statusCode ?? 0, retryAfter }));
    });
    call.once('error', reject);
    call.end(JSON.stringify(body));
  });
}

describe('the Workflows stand-in', () => {
  test('takes a card and shows it in the channel', async () => {
    expect(await post(workflows.addressOf('digitalisering'), hello)).toMatchObject({ status: 202 });
    expect(workflows.received).toMatchObject([
      { channelName: 'Digitalisering', card: { type: 'AdaptiveCard' } },
    ]);
  });

  test('takes every card that names its language, not only every other', async () => {
    const inSwedish = message({ ...card({ type: 'TextBlock', text: 'Hej' }), lang: 'sv' });
    const answers = [];
    for (const channel of ['digitalisering', 'ledning']) {
      answers.push((await post(workflows.addressOf(channel), inSwedish)).status);
    }
    expect(answers).toEqual([202, 202]);
  });

  test('takes one message per second and channel', async () => {
    await post(workflows.addressOf('digitalisering'), hello);
    expect(await post(workflows.addressOf('digitalisering'), hello)).toEqual({
      status: 429,
      retryAfter: '1',
    });
    expect(await post(workflows.addressOf('ledning'), hello)).toMatchObject({ status: 202 });
  });

  test.each([
    ['a bare card', card()],
    ['a newer version', message({ type: 'AdaptiveCard', version: '1.6', body: [] })],
    ['a misspelt element', message(card({ type: 'TextBlok', text: 'x' }))],
    ['a missing attachment', { type: 'message', attachments: [] }],
    ['no object at all', 'hej'],
  ])('refuses %s', async (_what, body) => {
    expect(await post(workflows.addressOf('digitalisering'), body)).toMatchObject({ status: 400 });
    expect(workflows.received).toEqual([]);
  });

  test('takes charts that only Teams can draw', async () => {
    const chart = { type: 'Chart.Line', data: [], fallback: { type: 'TextBlock', text: '8,2' } };
    expect(await post(workflows.addressOf('digitalisering'), message(card(chart)))).toMatchObject({
      status: 202,
    });
  });

  test('refuses a wrong signature, an unknown flow and a message that is too large', async () => {
    const address = workflows.addressOf('digitalisering');
    expect(await post(address.replace(/sig=.*/, 'sig=x'), hello)).toMatchObject({ status: 401 });
    expect(await post(workflows.addressOf('okand'), hello)).toMatchObject({ status: 404 });
    const large = message(card({ type: 'TextBlock', text: 'å'.repeat(15_000) }));
    expect(await post(address, large)).toMatchObject({ status: 413 });
  });

  test('can be told to answer otherwise, to post all the same, or to drop the connection', async () => {
    const address = workflows.addressOf('digitalisering');
    workflows.provoke({ status: 500 }, { status: 504, posts: true }, { drop: 'before' });
    expect(await post(address, hello)).toMatchObject({ status: 500 });
    expect(workflows.received).toHaveLength(0);
    expect(await post(address, hello)).toMatchObject({ status: 504 });
    expect(workflows.received).toHaveLength(1);
    await expect(post(address, hello)).rejects.toThrow();
    expect(workflows.answered).toEqual([500, 504, null]);
  });
});
