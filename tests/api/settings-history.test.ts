import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { AuditLogPage } from '#core/contracts/audit.ts';
import type { Problem } from '#core/contracts/problem.ts';
import type {
  ImportPreview,
  SettingsFile,
  SettingsVersion,
  SettingsVersionList,
} from '#core/contracts/settings-history.ts';
import type { SubscriptionList } from '#core/contracts/subscriptions.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { TableAuditLog } from '../../api/src/adapters/tables/table-audit-log.ts';
import { TableSettingsStore } from '../../api/src/adapters/tables/table-settings-store.ts';
import { createSaveSettings } from '../../api/src/app/settings/save-settings.ts';
import { ADMIN, EMPLOYEE, TENANT_ID, type SampleUser } from '../../local/identity-issuer/users.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { seedSettings } from '../../local/seed.ts';
import { ask } from '../support/ask.ts';
import { CHANNEL, startEmptyStack, type RunningStack } from '../support/running-stack.ts';

/** Somebody else who configures. */
const OTHER_ADMIN: SampleUser = {
  ...ADMIN,
  id: '0d5a3c1e-7b42-4f19-8e6d-1c2b3a4d5e09',
  displayName: 'Bo Berg',
};
const done = () => Promise.resolve();
const silentQueue = { recompute: done, watchLists: done, runSubscription: done, postDigest: done };
const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
let stack: RunningStack;

beforeAll(async () => {
  stack = await startEmptyStack();
  await seedSettings(stack.api(ADMIN), sampleSettings, [
    { ...CHANNEL, webhookUrl: stack.workflows.addressOf(CHANNEL.id) },
  ]);
});
afterAll(() => stack.stop());

const get = async <T>(path: string) => (await ask<T>(stack, ADMIN, 'GET', path)).body;
const latest = () => get<StoredSettings>('/settings');
const save = <T = StoredSettings>(settings: Settings, version: number, user = ADMIN) =>
  ask<T>(stack, user, 'PUT', '/settings', settings, { 'if-match': `"v${version}"` });
const withCap = (settings: Settings, benefitCap: string): Settings => ({
  ...settings,
  method: { ...settings.method, benefitCap },
});

describe('the history of the settings', () => {
  it('keeps every version with who saved it and what they changed', async () => {
    const { settings, version } = await latest();
    const saved = await save(withCap(settings, '0.9'), version, OTHER_ADMIN);
    expect(saved.body.version).toBe(2);
    const { versions } = await get<SettingsVersionList>('/settings/versions');
    expect(versions.map((one) => [one.version, one.savedBy])).toEqual([
      [2, 'Bo Berg'],
      [1, ADMIN.displayName],
    ]);
    const { changes, stored } = await get<SettingsVersion>('/settings/versions/2');
    expect(changes).toEqual([{ path: 'method.benefitCap', before: '1', after: '0.9' }]);
    expect(stored).toEqual(saved.body);
    expect((await ask<Problem>(stack, ADMIN, 'GET', '/settings/versions/99')).body.code).toBe('not-found');
  });

  it('tells who was faster when two save at once, and loses neither', async () => {
    const { settings } = await latest();
    const late = await save<Problem>(withCap(settings, '0.5'), 1);
    expect([late.status, late.body.code]).toEqual([412, 'settings-conflict']);
    expect(late.body.detail).toContain('Bo Berg');
    expect(late.body.detail).toContain('version 2');
    expect((await latest()).settings.method.benefitCap).toBe('0.9');
  });

  it('puts an earlier version back as a new one', async () => {
    const path = '/settings/versions/1/restore';
    expect((await ask<Problem>(stack, ADMIN, 'POST', path)).body.code).toBe('precondition-required');
    const outdated = await ask<Problem>(stack, ADMIN, 'POST', path, undefined, { 'if-match': '"v1"' });
    expect(outdated.body.code).toBe('settings-conflict');
    const restored = await ask<StoredSettings>(stack, ADMIN, 'POST', path, undefined, {
      'if-match': '"v2"',
    });
    expect(restored.body).toMatchObject({ version: 3, settings: { method: { benefitCap: '1' } } });
    expect(restored.eTag).toBe('"v3"');
  });

  it('exports everything but secrets as one file', async () => {
    const file = await get<SettingsFile>('/settings/export');
    expect(file.settings).toEqual((await latest()).settings);
    expect(file.channels).toEqual([CHANNEL]);
    const address = new URL(stack.workflows.addressOf(CHANNEL.id));
    const text = JSON.stringify(file);
    expect(text).not.toContain(address.searchParams.get('sig') ?? 'sig');
    expect(text).not.toContain(address.host);
  });

  it('shows what an import would change before anything is saved', async () => {
    const file = await get<SettingsFile>('/settings/export');
    const changed: SettingsFile = {
      ...file,
      settings: { ...file.settings, organisationName: 'Ekvikens nya kommun' },
      channels: [...file.channels, { id: 'ledning', name: 'Ledningsgruppen' }],
    };
    const preview = await ask<ImportPreview>(stack, ADMIN, 'POST', '/settings/import/preview', changed);
    expect(preview.body).toEqual({
      version: 3,
      changes: [{ path: 'organisationName', before: 'Ekvikens kommun', after: 'Ekvikens nya kommun' }],
      missingChannels: ['Ledningsgruppen'],
      subscriptions: { added: [], changed: [], left: [] },
    });
    expect((await latest()).version).toBe(3);
    const imported = await ask<StoredSettings>(stack, ADMIN, 'POST', '/settings/import', changed, {
      'if-match': '"v3"',
    });
    expect(imported.body).toMatchObject({
      version: 4,
      settings: { organisationName: 'Ekvikens nya kommun' },
    });
  });

  it('exports and imports the digests’ subscriptions, but for those whose channel is not here', async () => {
    const weekly = {
      name: 'Veckobrev',
      subject: { kind: 'index' },
      targetIds: [CHANNEL.id],
      when: { kind: 'schedule', cron: '0 8 * * 1', timeZone: 'Europe/Stockholm' },
    };
    await ask(stack, ADMIN, 'PUT', '/subscriptions/veckobrev', weekly);
    const file = await get<SettingsFile>('/settings/export');
    expect(file.subscriptions).toMatchObject([{ id: 'veckobrev', ...weekly, language: 'sv', paused: false }]);
    expect(JSON.stringify(file.subscriptions)).not.toMatch(/history|baseline|savedBy/);
    await ask(stack, ADMIN, 'DELETE', '/subscriptions/veckobrev');
    const [exported] = file.subscriptions;
    if (!exported) throw new Error('nothing was exported');
    const elsewhere = { ...exported, id: 'ledning', name: 'Till ledningen', targetIds: ['ledning'] };
    const changed: SettingsFile = { ...file, subscriptions: [exported, elsewhere] };
    const preview = await ask<ImportPreview>(stack, ADMIN, 'POST', '/settings/import/preview', changed);
    expect(preview.body.subscriptions).toEqual({
      added: ['Veckobrev'],
      changed: [],
      left: ['Till ledningen'],
    });
    await ask(stack, ADMIN, 'POST', '/settings/import', changed, { 'if-match': '"v4"' });
    const { subscriptions } = await get<SubscriptionList>('/subscriptions');
    expect(subscriptions.map(({ id, name }) => [id, name])).toEqual([['veckobrev', 'Veckobrev']]);
    const again = await ask<ImportPreview>(stack, ADMIN, 'POST', '/settings/import/preview', changed);
    expect(again.body.subscriptions).toMatchObject({ added: [], changed: [] });
    await ask(stack, ADMIN, 'DELETE', '/subscriptions/veckobrev');
  });

  it('refuses a file that is something else, and says where', async () => {
    const other = await ask<Problem>(stack, ADMIN, 'POST', '/settings/import/preview', { hej: 1 });
    expect([other.status, other.body.code]).toEqual([400, 'invalid-request']);
    expect(other.body.errors?.map(({ path }) => path)).toContain('body.format');
    const file = await get<SettingsFile>('/settings/export');
    const broken = { ...file, settings: withCap(file.settings, '1.5') };
    const refused = await ask<Problem>(stack, ADMIN, 'POST', '/settings/import', broken, {
      'if-match': '"v5"',
    });
    expect(refused.body.errors?.map(({ path }) => path)).toEqual(['body.settings.method.benefitCap']);
    expect((await latest()).version).toBe(5);
  });
});

describe('the audit log', () => {
  const log = (query = '') => get<AuditLogPage>(`/audit-log${query}`);

  it('says who changed what, before and after, newest first', async () => {
    const { entries, next } = await log();
    expect(entries.map(({ action, byName }) => [action, byName])).toEqual([
      ['subscription-removed', ADMIN.displayName],
      ['subscription-saved', ADMIN.displayName],
      ['settings-imported', ADMIN.displayName],
      ['subscription-removed', ADMIN.displayName],
      ['subscription-saved', ADMIN.displayName],
      ['settings-imported', ADMIN.displayName],
      ['settings-restored', ADMIN.displayName],
      ['settings-saved', 'Bo Berg'],
      ['channel-target-saved', ADMIN.displayName],
      ['settings-saved', ADMIN.displayName],
    ]);
    expect(entries[6]?.changes).toEqual([{ path: 'method.benefitCap', before: '0.9', after: '1' }]);
    expect(next).toBeNull();
  });

  it('is filtered by what was done, by whom and when', async () => {
    expect((await log('?action=settings-restored')).entries).toHaveLength(1);
    expect((await log('?by=bo%20b')).entries.map(({ byName }) => byName)).toEqual(['Bo Berg']);
    const today = (await log()).entries[0]?.at.slice(0, 10) ?? '';
    const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
    expect((await log(`?since=${yearAgo}`)).entries).toHaveLength(10);
    expect((await log(`?until=${yearAgo}`)).entries).toEqual([]);
    expect((await ask<Problem>(stack, ADMIN, 'GET', '/audit-log?action=other')).body.code).toBe(
      'invalid-request',
    );
  });

  it('goes on where a page ended', async () => {
    let { version, settings } = await latest();
    for (let count = 0; count < 50; count += 1) {
      const cap = count % 2 === 0 ? '0.8' : '0.7';
      ({ version, settings } = (await save(withCap(settings, cap), version)).body);
    }
    const first = await log();
    expect(first.entries).toHaveLength(50);
    const second = await log(`?after=${encodeURIComponent(first.next ?? '')}`);
    expect(second.entries).toHaveLength(10);
    expect(second.next).toBeNull();
    const ids = [...first.entries, ...second.entries].map(({ correlationId }) => correlationId);
    // The import and the subscription that came with it are one piece of work.
    expect(new Set(ids).size).toBe(59);
  });

  it('has what a worker saved that ended before it could write here, and has it once', async () => {
    const { settings, version } = await latest();
    const outbox = new TableSettingsStore(
      TableClient.fromConnectionString(stack.storage, 'settings', { allowInsecureConnection: true }),
    );
    const dying = createSaveSettings({
      settings: outbox,
      settleAudit: () => Promise.reject(new Error('the worker ended')),
      queue: silentQueue,
      clock: { now: () => new Date() },
    });
    const caller = { tenantId: TENANT_ID, userId: 'x', name: 'Den som avbröts', roles: new Set<never>() };
    await dying(caller, withCap(settings, '0.6'), version, { correlationId: 'crashed', log: silentLog });
    expect(await outbox.due(TENANT_ID)).toHaveLength(1);
    for (let reading = 0; reading < 2; reading += 1) {
      const { entries } = await log('?by=avbr');
      expect(entries.map(({ action, subject, changes }) => [action, subject, changes.length])).toEqual([
        ['settings-saved', String(version + 1), 1],
      ]);
    }
    expect(await outbox.due(TENANT_ID)).toEqual([]);
  });

  it('keeps entries as many days as the settings say, and no entry that is younger goes', async () => {
    const { settings, version } = await latest();
    expect(settings.auditLog.keepDays).toBe(730);
    expect((await save<Problem>({ ...settings, auditLog: { keepDays: 89 } }, version)).body.code).toBe(
      'invalid-request',
    );
    await save({ ...settings, auditLog: { keepDays: 100 } }, version);
    const table = TableClient.fromConnectionString(stack.storage, 'audit', { allowInsecureConnection: true });
    const aged = (days: number, tenantId = TENANT_ID) =>
      new TableAuditLog(table).add(tenantId, {
        at: new Date(Date.now() - days * 86_400_000).toISOString(),
        byId: ADMIN.id,
        byName: `För ${days} dagar sedan`,
        action: 'settings-saved',
        subject: '1',
        changes: [],
        correlationId: 'aged',
      });
    await Promise.all([aged(99), aged(101), aged(800), aged(101, '11111111-2222-4333-8444-555555555555')]);
    await stack.functions().fireTimer('forgetOldTimer');
    const { entries } = await log('?by=dagar%20sedan');
    expect(entries.map(({ byName }) => byName)).toEqual(['För 99 dagar sedan']);
    const others = [];
    for await (const other of new TableAuditLog(table).entries('11111111-2222-4333-8444-555555555555', null))
      others.push(other.entry.byName);
    expect(others).toEqual(['För 101 dagar sedan']);
  });

  it('is for administrators', async () => {
    for (const path of ['/audit-log', '/settings/versions', '/settings/export']) {
      expect((await ask(stack, EMPLOYEE, 'GET', path)).status, path).toBe(403);
    }
  });
});
