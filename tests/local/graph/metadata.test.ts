import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GraphDriveFiles } from '../../../api/src/adapters/graph/graph-drive-files.ts';
import { GraphListSubscriptions } from '../../../api/src/adapters/graph/graph-list-subscriptions.ts';
import { GraphSiteBrowser } from '../../../api/src/adapters/graph/graph-site-browser.ts';
import { GraphListReader } from '../../../api/src/adapters/graph/list-reader.ts';
import { activityFeedSender } from '../../../api/src/adapters/teams/activity-feed-sender.ts';
import { activityNotice } from '../../../api/src/adapters/teams/activity-notice.ts';
import { channelMessage } from '../../../api/src/adapters/teams/channel-message.ts';
import { GraphPersonChannels } from '../../../api/src/adapters/teams/graph-person-channels.ts';
import type { KeptRows } from '../../../api/src/app/ports/kept-rows.ts';
import type { RecordedCall } from '../../../local/graph/graph-control.ts';
import { INITIATIVE_COLUMNS, LIST_IDS, SITES } from '../../../local/sample-tenant/names.ts';
import { ADMIN } from '../../../local/identity-issuer/users.ts';
import { DIGITAL_TEAM } from '../../../local/sample-tenant/teams.ts';
import { createSampleTenant } from '../../../local/sample-tenant/sample-tenant.ts';
import { readySender } from '../../support/ready-sender.ts';
import { startGraph, type RunningGraph } from './running-graph.ts';

/** What Graph's own metadata says of the types we use; graph-metadata.json is an extract of it. */
interface Metadata {
  readonly types: Readonly<
    Record<
      string,
      { readonly properties: readonly string[]; readonly navigation: Readonly<Record<string, string>> }
    >
  >;
  /** Types whose collections have the function `delta`. */
  readonly delta: readonly string[];
}
const metadata = JSON.parse(
  readFileSync(join(import.meta.dirname, 'graph-metadata.json'), 'utf8'),
) as Metadata;
const FACETS: Readonly<Record<string, string>> = {
  choice: 'choiceColumn',
  number: 'numberColumn',
  dateTime: 'dateTimeColumn',
  lookup: 'lookupColumn',
  text: 'textColumn',
  personOrGroup: 'personOrGroupColumn',
  boolean: 'booleanColumn',
  list: 'listInfo',
};

/** A token on behalf of somebody, as far as an unchecked one tells. */
const PERSON = `x.${Buffer.from(JSON.stringify({ scp: 'Sites.Read.All ChannelMessage.Send', oid: ADMIN.id, name: 'A' })).toString('base64url')}.x`;
const list = {
  kind: 'sharepoint-list',
  siteId: SITES.digital.id,
  siteName: SITES.digital.name,
  listId: LIST_IDS.initiatives,
  listName: 'Digitala initiativ',
} as const;

let graph: RunningGraph;
beforeAll(async () => {
  graph = await startGraph({ tenant: createSampleTenant(), token: PERSON });
});
afterAll(() => graph.close());

/** Names of an object that its type does not have; `fields` are a list's own. */
function unknownNames(type: string, value: unknown): readonly string[] {
  const known = metadata.types[type];
  if (known === undefined || typeof value !== 'object' || value === null) return [`${type}?`];
  return Object.entries(value).flatMap(([name, part]) => {
    if (name.startsWith('@')) return [];
    if (!known.properties.includes(name) && !(name in known.navigation)) return [`${type}.${name}`];
    const facet = type === 'columnDefinition' || type === 'list' ? FACETS[name] : undefined;
    return facet === undefined ? [] : unknownNames(facet, part);
  });
}

/** What a request names that Graph does not have: a segment of its path, a property it selects. */
function unknownInRequest({ path, query }: RecordedCall): readonly string[] {
  const [, version, root, , ...segments] = path.split('/');
  const unknown: string[] = version === 'v1.0' ? [] : [version ?? ''];
  let type = { sites: 'site', drives: 'drive', teams: 'team', users: 'user' }[root ?? ''] ?? `${root ?? ''}?`;
  let isCollection = segments.length === 0 && path.endsWith('/sites');
  for (const segment of segments) {
    if (isCollection && segment === 'delta') {
      if (!metadata.delta.includes(type)) unknown.push(`${type}/delta`);
      continue;
    }
    if (isCollection) {
      isCollection = false;
      continue;
    }
    const target = navigationOf(type, segment);
    if (target === null) unknown.push(`${type}/${segment}`);
    isCollection = target?.startsWith('Collection ') ?? false;
    type = target?.replace('Collection ', '') ?? type;
  }
  const selected = (query['$select'] ?? '').split(',').filter((name) => name !== '');
  const known = metadata.types[type];
  for (const name of selected) {
    const has = known?.properties.includes(name) === true || name in (known?.navigation ?? {});
    if (!has && type !== 'drive') unknown.push(`${type}?$select=${name}`);
  }
  const expanded = /^(\w+)/.exec(query['$expand'] ?? '')?.[1];
  if (expanded !== undefined && !(expanded in (known?.navigation ?? {})))
    unknown.push(`${type}?$expand=${expanded}`);
  return unknown;
}

/** The extract has no drive: what leads out of one stands here, as Graph documents it. */
function navigationOf(type: string, segment: string): string | null {
  if (type === 'drive') return { root: 'driveItem', items: 'Collection driveItem' }[segment] ?? null;
  if (type === 'driveItem' && segment === 'content') return 'stream';
  return metadata.types[type]?.navigation[segment] ?? null;
}

describe('held against Graph’s own metadata', () => {
  const site = `/sites/${SITES.digital.id}`;
  test.each([
    ['site', '/sites?search=*'],
    ['site', site],
    ['list', `${site}/lists`],
    ['list', `${site}/lists/${LIST_IDS.initiatives}`],
    ['columnDefinition', `${site}/lists/${LIST_IDS.initiatives}/columns`],
    ['listItem', `${site}/lists/${LIST_IDS.initiatives}/items?$expand=fields`],
    ['listItem', `${site}/lists/${LIST_IDS.initiatives}/items/1`],
    ['listItem', `${site}/lists/${LIST_IDS.initiatives}/items/delta`],
    ['driveItem', `${site}/drive/root/children`],
  ])('the stand-in answers a %s with nothing that it does not have: %s', async (type, path) => {
    const body = (await (await graph.get(path)).json()) as { readonly value?: readonly unknown[] };
    const answered = body.value ?? [body];
    expect(answered.length).toBeGreaterThan(0);
    expect([...new Set(answered.flatMap((one) => unknownNames(type, one)))]).toEqual([]);
  });

  test('a channel message, as the product posts it and as the stand-in answers, has nothing that Graph does not have', async () => {
    const channels = new GraphPersonChannels({
      baseUrl: graph.baseUrl,
      clientId: 'x',
      timeoutMs: 5000,
      clock: { now: () => new Date() },
      tokens: { graphToken: () => Promise.resolve(PERSON) },
    });
    const [channel] = DIGITAL_TEAM.channels;
    const address = `/teams/${DIGITAL_TEAM.id}/channels/${encodeURIComponent(channel?.id ?? '')}`;
    const card = { type: 'AdaptiveCard' };
    const posted = await (await readySender(channels.senderFor('t', 'u'))).post(address, card);
    expect(posted).toMatchObject({ kind: 'posted', status: 201 });
    const sent = channelMessage(card, '1');
    const answer = await fetch(`${graph.baseUrl}${address}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${PERSON}`, 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    });
    const answered: unknown = await answer.json();
    expect(answer.status).toBe(201);
    for (const message of [sent, answered]) {
      expect(unknownNames('chatMessage', message)).toEqual([]);
      const { body, attachments } = message as { body: unknown; attachments: readonly unknown[] };
      expect(unknownNames('itemBody', body)).toEqual([]);
      expect(attachments.flatMap((one) => unknownNames('chatMessageAttachment', one))).toEqual([]);
    }
    const { from, channelIdentity } = answered as { from: { user: unknown }; channelIdentity: unknown };
    expect(unknownNames('chatMessageFromIdentitySet', from)).toEqual([]);
    expect(unknownNames('teamworkUserIdentity', from.user)).toEqual([]);
    expect(unknownNames('channelIdentity', channelIdentity)).toEqual([]);
    const paths = graph.control.calls().filter(({ method }) => method === 'POST');
    expect(paths.length).toBeGreaterThan(0);
    expect([...new Set(paths.flatMap(unknownInRequest))]).toEqual([]);
  });

  test('a notice has nothing that Graph does not have, and is taken for whoever has the app', async () => {
    const clock = { now: () => new Date() };
    const token = () => Promise.resolve('x.e30.x');
    const options = { baseUrl: graph.baseUrl, clock, timeoutMs: 5000, token };
    const sender = await readySender(activityFeedSender(options));
    const card = {
      type: 'AdaptiveCard',
      fallbackText: 'Index 2025: 8,2',
      actions: [{ url: 'https://teams.microsoft.com/l/entity/a/index' }],
    };
    expect(await sender.post(`/users/${ADMIN.id}/teamwork`, card)).toEqual({ kind: 'accepted', status: 204 });
    const { topic, previewText, templateParameters } = activityNotice(card) as {
      topic: unknown;
      previewText: unknown;
      templateParameters: readonly unknown[];
    };
    expect(unknownNames('teamworkActivityTopic', topic)).toEqual([]);
    expect(unknownNames('itemBody', previewText)).toEqual([]);
    expect(templateParameters.flatMap((one) => unknownNames('keyValuePair', one))).toEqual([]);
    const calls = graph.control.calls().filter(({ path }) => path.includes('/users/'));
    expect(calls).toHaveLength(1);
    expect(calls.flatMap(unknownInRequest)).toEqual([]);
  });

  test('the product asks for nothing that Graph does not have', async () => {
    const options = {
      baseUrl: graph.baseUrl,
      token: () => Promise.resolve(PERSON),
      clock: { now: () => new Date() },
    };
    const rows = new Map<string, KeptRows>();
    const store = {
      find: (_tenant: string, key: string) => Promise.resolve(rows.get(key) ?? null),
      save: (_tenant: string, key: string, kept: KeptRows) => Promise.resolve(void rows.set(key, kept)),
    };
    const lists = new GraphListReader(options, 'person', store);
    const columns = ['Title', INITIATIVE_COLUMNS.status];
    for await (const page of (await lists.open('t', list, columns)).pages())
      expect(page.length).toBeGreaterThan(0);
    await lists.openKept('t', list, columns);
    await lists.openKept('t', list, columns);
    const browser = new GraphSiteBrowser(options);
    await browser.sites('digital');
    await browser.site(list.siteId);
    await browser.lists(list.siteId);
    const [library] = await browser.libraries(list.siteId);
    const driveId = library?.driveId ?? '';
    const files = await browser.files(driveId, null);
    const folder = files.find(({ kind }) => kind === 'folder');
    await browser.files(driveId, folder?.itemId ?? null);
    const file = files.find(({ kind }) => kind === 'file');
    const place = {
      sheet: null,
      table: null,
      headerRow: 1,
      fileName: file?.name ?? '',
      itemId: file?.itemId ?? '',
    };
    const { siteId, siteName } = list;
    await new GraphDriveFiles(options, 'person').fetch({
      kind: 'drive-file',
      siteId,
      siteName,
      driveId,
      ...place,
    });
    const calls = graph.control.calls();
    expect(calls.filter(({ status }) => status >= 400)).toEqual([]);
    expect([...new Set(calls.flatMap(unknownInRequest))]).toEqual([]);
  });

  test('subscriptions are made, renewed and ended with nothing that Graph does not have', async () => {
    const address = createServer((request, response) => {
      const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
      response.writeHead(200, { 'content-type': 'text/plain' }).end(token);
    });
    await new Promise<void>((ready) => address.listen(0, '127.0.0.1', ready));
    const { port } = address.address() as AddressInfo;
    const options = {
      baseUrl: graph.baseUrl,
      token: () => Promise.resolve(PERSON),
      clock: { now: () => new Date() },
    };
    const subscriptions = new GraphListSubscriptions(options, `http://localhost:${port}/told`);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const made = await subscriptions.create(list, { clientState: 'x'.repeat(43), expiresAt: inDays(1) });
    const renewed = await subscriptions.renew(list, made.id, inDays(2));
    expect(renewed.expiresAt > made.expiresAt).toBe(true);
    const body = (await (await graph.get('/subscriptions')).json()) as { readonly value: readonly object[] };
    expect(body.value).toHaveLength(1);
    expect(body.value.flatMap((one) => unknownNames('subscription', one))).toEqual([]);
    await expect(
      subscriptions.renew(list, made.id, inDays(30)),
      'Graph keeps a list’s for 42,300 minutes',
    ).rejects.toMatchObject({ code: 'graph-broken-answer' });
    await subscriptions.remove(list, made.id);
    await subscriptions.remove(list, made.id);
    expect(graph.control.subscriptions()).toEqual([]);
    address.close();
  });

  test('the check itself sees a name that Graph does not have', () => {
    const call = { method: 'GET', headers: {}, status: 200, resourceUnits: 1 };
    const path = '/v1.0/sites/a/lists/b/items';
    expect(unknownInRequest({ ...call, path, query: { $select: 'id,answer' } })).toEqual([
      'listItem?$select=answer',
    ]);
    expect(unknownInRequest({ ...call, path: '/v1.0/sites/a/tables', query: {} })).toEqual(['site/tables']);
    expect(unknownNames('columnDefinition', { name: 'a', choice: { words: [] } })).toEqual([
      'choiceColumn.words',
    ]);
  });
});
