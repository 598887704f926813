import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RefreshJob } from '#core/contracts/admin.ts';
import type { ListWatch } from '#core/contracts/sources.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { ADMIN, TENANT_ID } from '../../local/identity-issuer/users.ts';
import { LIST_IDS, SITES } from '../../local/sample-tenant/names.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';

const YEAR = 2025;
const LISTS = sampleSettings.sources.filter(
  ({ location, years }) =>
    location.kind === 'sharepoint-list' && (years.length === 0 || years.includes(YEAR)),
);
let stack: RunningStack;

beforeAll(async () => {
  stack = await startSeededStack({
    settings: { ...sampleSettings, years: [YEAR] },
    environment: { LIST_CHANGE_DELAY_SECONDS: '1' },
  });
});
afterAll(() => stack.stop());

const control = () => stack.graph.control;
const resourceOf = ({ location }: (typeof LISTS)[number]) =>
  location.kind === 'sharepoint-list' ? `sites/${location.siteId}/lists/${location.listId}` : '';
const subscribed = () =>
  control()
    .subscriptions()
    .map(({ resource }) => resource)
    .sort();
const subscriptionOf = (listId: string) =>
  control()
    .subscriptions()
    .find(({ resource }) => resource.endsWith(listId));
const job = async () => (await stack.api(ADMIN).call<RefreshJob>('GET', `/refreshes/${YEAR}`)).body;
const watches = async () =>
  (await stack.api(ADMIN).call<{ readonly watches: readonly ListWatch[] }>('GET', '/sources/watches')).body
    .watches;
const watchOf = async (listId: string) => (await watches()).find((watch) => watch.listId === listId);
const titleOf = async (rowId: string) => {
  const { body } = await stack
    .api(ADMIN)
    .call<{ readonly initiatives: readonly { readonly rowId: string; readonly title: string }[] }>(
      'GET',
      `/results/${YEAR}/initiatives`,
    );
  return body.initiatives.find((row) => row.rowId === rowId)?.title;
};
const rename = (rowId: string, title: string) =>
  control().change({ kind: 'change-row', listId: LIST_IDS.initiatives, rowId, fields: { Title: title } });
/** Until nothing that was told waits to be read. */
const settled = async () => {
  await expect.poll(async () => (await job()).state).toBe('succeeded');
};

async function saveSettings(change: (settings: Settings) => Settings): Promise<void> {
  const api = stack.api(ADMIN);
  const { body } = await api.call<{ version: number; settings: Settings }>('GET', '/settings');
  await api.call('PUT', '/settings', change(body.settings), { 'if-match': `"v${body.version}"` });
}

const post = (body: unknown) =>
  fetch(`${stack.url}/api/notifications/lists`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('lists that the index is read from', () => {
  test('are each subscribed to once, for less than the 42,300 minutes that Graph allows, at our own address', async () => {
    await expect.poll(subscribed).toEqual(LISTS.map(resourceOf).sort());
    await settled();
    for (const {
      notificationUrl,
      lifecycleNotificationUrl,
      expirationDateTime,
    } of control().subscriptions()) {
      expect(notificationUrl).toBe(`${stack.url}/api/notifications/lists`);
      expect(lifecycleNotificationUrl).toBe(notificationUrl);
      const minutes = (Date.parse(expirationDateTime) - Date.now()) / 60_000;
      expect(minutes).toBeLessThan(42_300);
      expect(minutes).toBeGreaterThan(20 * 24 * 60);
    }
    const seen = await watches();
    expect(seen.map(({ state }) => state)).toEqual(LISTS.map(() => 'watched'));
  });

  test('are read again when a row changes, without anybody asking', async () => {
    rename('240', 'Ändrat i SharePoint');
    await expect.poll(() => titleOf('240')).toBe('Ändrat i SharePoint');
    expect((await watchOf(LIST_IDS.initiatives))?.notifiedAt).not.toBeNull();
  });

  test('come to few refreshes however many rows change at once, and the last change counts', async () => {
    await settled();
    const before = control().calls().length;
    for (let row = 200; row < 230; row += 1) rename(String(row), `Ändrat i mängd ${String(row)}`);
    await expect.poll(() => titleOf('229')).toBe('Ändrat i mängd 229');
    await settled();
    const surveyReads = control()
      .calls()
      .slice(before)
      .filter(
        ({ path, query }) => path.endsWith(`${LIST_IDS.survey(YEAR)}/items`) && !('$skiptoken' in query),
      );
    expect(surveyReads.length).toBeLessThanOrEqual(2);
  });
});

describe('a notification', () => {
  test('is answered by its handshake’s own text, and by nothing that a browser would run', async () => {
    const text = '<script>alert(1)</script>';
    const response = await fetch(
      `${stack.url}/api/notifications/lists?validationToken=${encodeURIComponent(text)}`,
      { method: 'POST' },
    );
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    ['without its secret', (id: string) => ({ subscriptionId: id, tenantId: TENANT_ID })],
    [
      'with another secret',
      (id: string) => ({ subscriptionId: id, tenantId: TENANT_ID, clientState: 'gissat' }),
    ],
    [
      'of another tenant',
      (id: string) => ({ subscriptionId: id, tenantId: crypto.randomUUID(), clientState: 'gissat' }),
    ],
    ['of no subscription', () => ({ subscriptionId: 'x', tenantId: TENANT_ID, clientState: 'gissat' })],
  ])('%s is answered like any other and does nothing', async (_what, notification) => {
    const before = (await watchOf(LIST_IDS.benefits))?.notifiedAt;
    const refusals = () => stack.log.filter((line) => line.includes('notifications-refused')).length;
    const refusedBefore = refusals();
    const { id = '' } = subscriptionOf(LIST_IDS.benefits) ?? {};
    expect((await post({ value: [notification(id)] })).status).toBe(202);
    await expect.poll(refusals).toBe(refusedBefore + 1);
    expect((await watchOf(LIST_IDS.benefits))?.notifiedAt).toBe(before);
  });

  test('that is none is refused', async () => {
    expect((await post({ value: 'allt' })).status).toBe(400);
    expect(
      (await post({ value: Array.from({ length: 1001 }, () => ({ subscriptionId: 'x' })) })).status,
    ).toBe(400);
  });

  test('that Graph could not send is made up for', async () => {
    control().provoke({ kind: 'miss-notifications' });
    rename('238', 'Missad och hämtad');
    await expect.poll(() => titleOf('238')).toBe('Missad och hämtad');
  });

  test('secret is in no answer, no log line and nothing that Graph shows', async () => {
    const shown = JSON.stringify([await watches(), control().subscriptions(), stack.log]);
    expect(shown).not.toMatch(/clientState(?!Hash)":"/);
    expect(JSON.stringify(await watches())).not.toContain('Hash');
  });
});

describe('subscriptions', () => {
  afterEach(() => control().provoke({ kind: 'allow-subscriptions' }));

  test('that Microsoft 365 removes are made anew, and changes are told again', async () => {
    const before = control()
      .subscriptions()
      .map(({ id }) => id);
    control().provoke({ kind: 'remove-subscriptions' });
    await expect.poll(subscribed).toEqual(LISTS.map(resourceOf).sort());
    expect(
      control()
        .subscriptions()
        .some(({ id }) => before.includes(id)),
    ).toBe(false);
    rename('237', 'Efter nytt samtycke');
    await expect.poll(() => titleOf('237')).toBe('Efter nytt samtycke');
  });

  test('that must be confirmed are renewed, the same ones', async () => {
    const expiry = () =>
      control()
        .subscriptions()
        .map(({ id, expirationDateTime }) => [id, expirationDateTime]);
    const before = expiry();
    control().provoke({ kind: 'challenge-subscriptions' });
    await expect
      .poll(() =>
        expiry().every(([id, at]) => before.some(([was, then]) => was === id && (at ?? '') > (then ?? ''))),
      )
      .toBe(true);
  });

  test('end with their source, and begin with it', async () => {
    await saveSettings((settings) => ({
      ...settings,
      sources: settings.sources.filter(({ topic }) => topic !== 'trends'),
    }));
    const without = LISTS.filter(({ topic }) => topic !== 'trends')
      .map(resourceOf)
      .sort();
    await expect.poll(subscribed).toEqual(without);
    await expect.poll(async () => (await watches()).length).toBe(without.length);
    await saveSettings((settings) => ({ ...settings, sources: sampleSettings.sources }));
    await expect.poll(subscribed).toEqual(LISTS.map(resourceOf).sort());
  });

  test('that the app may not have are told of as such, and everything else works as before', async () => {
    control().provoke({ kind: 'forbid-subscriptions' });
    await saveSettings((settings) => ({ ...settings, sources: [] }));
    await expect.poll(async () => (await watches()).length).toBe(0);
    await saveSettings((settings) => ({ ...settings, sources: sampleSettings.sources }));
    await expect
      .poll(async () => (await watches()).map(({ state }) => state))
      .toEqual(LISTS.map(() => 'forbidden'));
    await stack.api(ADMIN).call('POST', '/refreshes', { year: YEAR });
    await settled();
  });

  test('are not asked of a list that is gone', async () => {
    control().provoke({ kind: 'allow-subscriptions' });
    await saveSettings((settings) => ({
      ...settings,
      sources: settings.sources.map((source) =>
        source.topic === 'trends'
          ? {
              ...source,
              location: {
                kind: 'sharepoint-list',
                siteId: SITES.digital.id,
                siteName: SITES.digital.name,
                listId: 'borta',
                listName: 'Borta',
              },
            }
          : source,
      ),
    }));
    await expect.poll(async () => (await watchOf('borta'))?.state).toBe('gone');
  });
});
