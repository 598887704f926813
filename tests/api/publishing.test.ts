import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { Delivery, DigestAccepted } from '#core/contracts/digest.ts';
import type { Problem } from '#core/contracts/problem.ts';
import type { InitiativeList, ResultEnvelope, YearList } from '#core/contracts/read.ts';
import type { Verification, VintageDifferences, VintageList } from '#core/contracts/vintages.ts';
import type { Vintage } from '#core/result/vintage.ts';
import { ADMIN, EMPLOYEE, TENANT_ID, type SampleUser } from '../../local/identity-issuer/users.ts';
import { initiativeRowIds } from '../../local/sample-tenant/initiative-rows.ts';
import { INITIATIVE_COLUMNS, LIST_IDS } from '../../local/sample-tenant/names.ts';
import { refreshYear } from '../../local/seed.ts';
import { ask } from '../support/ask.ts';
import { CHANNEL, startSeededStack, type RunningStack } from '../support/running-stack.ts';

const YEAR = 2025;
let stack: RunningStack;

beforeAll(async () => {
  stack = await startSeededStack();
});
afterAll(() => stack.stop());

const read = async <T>(path: string, user: SampleUser = EMPLOYEE) =>
  (await ask<T>(stack, user, 'GET', path)).body;
const vintagesOf = (year = YEAR) => read<VintageList>(`/results/${year}/vintages`);
const publish = <T = Vintage>(hash: string, note: string, year = YEAR, user = ADMIN) =>
  ask<T>(stack, user, 'POST', `/results/${year}/vintages`, { hash, note });
const liveHash = async (year = YEAR) => (await vintagesOf(year)).live?.hash ?? '';
const setStatus = (rowId: string, status: string) => {
  const fields = { [INITIATIVE_COLUMNS.status]: status };
  stack.graph.control.change({ kind: 'change-row', listId: LIST_IDS.initiatives, rowId, fields });
};
const refresh = (year = YEAR) => refreshYear(stack.api(ADMIN), year);

// One story, told in order: each part begins where the one before it ended.
describe('publishing a year', () => {
  let first: Vintage;
  let second: Vintage;
  let row = '';

  it('is for administrators, and of what they have seen', async () => {
    const hash = await liveHash();
    expect((await publish(hash, 'Beslut', YEAR, EMPLOYEE)).status).toBe(403);
    expect((await publish<Problem>('0'.repeat(64), 'Beslut')).body.code).toBe('publish-outdated');
    expect((await publish<Problem>(hash, '   ')).body.code).toBe('invalid-request');
    expect((await publish<Problem>(hash, 'Beslut', 2019)).body.code).toBe('unknown-year');
    expect((await vintagesOf()).vintages).toEqual([]);
  });

  it('fixes the result with its note, and everybody reads that from then on', async () => {
    const before = await ask<ResultEnvelope>(stack, EMPLOYEE, 'GET', `/results/${YEAR}`);
    expect(before.body.vintage).toBeNull();
    const published = await publish(before.body.result.hash, '  Fastställd av kommunstyrelsen  ');
    expect(published.status).toBe(200);
    first = published.body;
    expect(first).toMatchObject({
      number: 1,
      note: 'Fastställd av kommunstyrelsen',
      publishedBy: ADMIN.displayName,
    });
    const after = await ask<ResultEnvelope>(stack, EMPLOYEE, 'GET', `/results/${YEAR}`);
    expect(after.eTag).not.toBe(before.eTag);
    expect(after.body.vintage).toEqual(first);
    expect(after.body.result).toEqual(before.body.result);
    const years = await read<YearList>('/years');
    expect(years.years.map(({ year, vintage }) => [year, vintage])).toEqual([
      [2025, 1],
      [2024, null],
      [2023, null],
    ]);
  });

  it('refuses to publish the same again', async () => {
    const again = await publish<Problem>(first.hash, 'En gång till');
    expect([again.status, again.body.code]).toEqual([409, 'already-published']);
  });

  it('leaves what is published as it was when the lists change', async () => {
    const { initiatives: all } = await read<InitiativeList>(`/results/${YEAR}/initiatives`);
    row = all.find(({ status }) => status === 'realised')?.rowId ?? '';
    setStatus(row, 'Pausad');
    await refresh();
    const shown = await read<ResultEnvelope>(`/results/${YEAR}`);
    expect(shown.result.hash).toBe(first.hash);
    const live = await read<ResultEnvelope>(`/results/${YEAR}?vintage=live`);
    expect(live.vintage).toBeNull();
    expect(live.latestVintage).toBe(1);
    expect(live.result.figures.delivery.figure).not.toEqual(shown.result.figures.delivery.figure);
    const rows = await Promise.all(
      ['', '?vintage=live'].map((query) => read<InitiativeList>(`/results/${YEAR}/initiatives${query}`)),
    );
    const statuses = rows.map(({ initiatives }) => initiatives.find(({ rowId }) => rowId === row)?.status);
    expect(statuses).toEqual(['realised', 'paused']);
  });

  it('shows the difference before the restatement is published', async () => {
    const differences = await read<VintageDifferences>(
      `/results/${YEAR}/differences?before=published&after=live`,
    );
    expect([differences.before.number, differences.after.number]).toEqual([1, null]);
    const changed = differences.figures
      .filter(({ shownDiffers }) => shownDiffers)
      .map(({ figure }) => figure);
    expect(changed).toContain('delivery');
    expect(differences.initiatives).toMatchObject([{ rowId: row, move: 'status', statusAfter: 'Pausad' }]);
    expect(differences.units).toEqual([]);
  });

  it('withdraws cards that still tell of the vintage before', async () => {
    stack.workflows.provoke({ status: 429, headers: { 'retry-after': '600' } });
    const request = { year: YEAR, targetId: CHANNEL.id, language: 'sv' };
    const { body } = await ask<DigestAccepted>(stack, ADMIN, 'POST', '/digests', request);
    const receipt = () => read<Delivery>(`/deliveries/${body.deliveryId}`, ADMIN);
    await expect.poll(async () => (await receipt()).retryAt, { timeout: 15_000 }).not.toBeNull();
    const published = await publish(await liveHash(), 'Ett initiativ pausades');
    expect(published.status).toBe(200);
    second = published.body;
    expect(await receipt()).toMatchObject({ state: 'withdrawn', retryAt: null });
  });

  it('keeps both readable, as published and as restated, in a chain', async () => {
    expect(second).toMatchObject({ number: 2, previousSeal: first.seal });
    const { vintages, live } = await vintagesOf();
    expect(vintages).toEqual([second, first]);
    expect(live).toMatchObject({ hash: second.hash, isPublished: true });
    for (const vintage of [first, second]) {
      const { result } = await read<ResultEnvelope>(`/results/${YEAR}?vintage=${vintage.hash}`);
      expect(result.figures.index.figure).toEqual(vintage.index);
    }
    const missing = await ask<Problem>(stack, EMPLOYEE, 'GET', `/results/${YEAR}?vintage=${'a'.repeat(64)}`);
    expect([missing.status, missing.body.code]).toEqual([404, 'unknown-vintage']);
    const odd = await ask<Problem>(stack, EMPLOYEE, 'GET', `/results/${YEAR}?vintage=newest`);
    expect([odd.status, odd.body.code]).toEqual([400, 'invalid-request']);
  });

  it('refuses a year whose data has errors, and says which', async () => {
    const [unmapped = ''] = initiativeRowIds(2024);
    setStatus(unmapped, 'Vilande?');
    await refresh(2024);
    const { live } = await vintagesOf(2024);
    expect(live?.blockedBy.map(({ rule }) => rule)).toContain('status-unknown');
    const refused = await publish<Problem>(live?.hash ?? '', 'Ändå', 2024);
    expect([refused.status, refused.body.code]).toEqual([409, 'publish-blocked']);
    expect(refused.body.detail).toContain('status-unknown');
    expect(refused.body.errors?.map(({ path }) => path)).toContain('findings.status-unknown.initiativ');
    expect((await vintagesOf(2024)).vintages).toEqual([]);
  });

  it('finds out when somebody changes what was published behind its back', async () => {
    const check = () => read<Verification>(`/results/${YEAR}/vintages/verification`, ADMIN);
    expect(await check()).toMatchObject({ intact: true, vintages: [{ faults: [] }, { faults: [] }] });
    const table = TableClient.fromConnectionString(stack.storage, 'results', {
      allowInsecureConnection: true,
    });
    const rowKey = `vintage-${YEAR}-${first.hash}`;
    const vintage = JSON.stringify({ ...first, note: 'En annan' });
    await table.updateEntity({ partitionKey: TENANT_ID, rowKey, vintage }, 'Merge');
    expect(await check()).toMatchObject({
      intact: false,
      vintages: [{ faults: ['seal-broken'] }, { faults: [] }],
    });
    await table.updateEntity({ partitionKey: TENANT_ID, rowKey, vintage: JSON.stringify(first) }, 'Merge');
    expect((await check()).intact).toBe(true);
  });

  it('keeps what was published readable when the year is taken out of the settings', async () => {
    const before = await read<ResultEnvelope>(`/results/${YEAR}`);
    const { settings, version } = await read<StoredSettings>('/settings', ADMIN);
    const years = settings.years.filter((year) => year !== YEAR);
    await stack.api(ADMIN).call('PUT', '/settings', { ...settings, years }, { 'if-match': `"v${version}"` });
    expect((await read<ResultEnvelope>(`/results/${YEAR}`)).result.hash).toBe(before.result.hash);
    expect((await read<InitiativeList>(`/results/${YEAR}/initiatives`)).initiatives.length).toBeGreaterThan(
      0,
    );
    expect((await read<YearList>('/years')).years.map(({ year, vintage }) => [year, vintage])).toContainEqual(
      [YEAR, 2],
    );
    expect(await vintagesOf()).toMatchObject({ vintages: [second, first], live: null });
    const query = `before=${first.hash}&after=${second.hash}`;
    expect((await ask(stack, EMPLOYEE, 'GET', `/results/${YEAR}/differences?${query}`)).status).toBe(200);
    expect((await read<Verification>(`/results/${YEAR}/vintages/verification`, ADMIN)).intact).toBe(true);
    const exported = await ask(stack, EMPLOYEE, 'GET', `/exports/index.json?year=${YEAR}`);
    expect(exported.status).toBe(200);
    // What was computed last, and a year that was never published, are gone with it.
    const live = await ask<Problem>(stack, EMPLOYEE, 'GET', `/results/${YEAR}?vintage=live`);
    expect([live.status, live.body.code]).toEqual([404, 'unknown-year']);
    const refused = await ask<Problem>(stack, ADMIN, 'POST', '/refreshes', { year: YEAR });
    expect(refused.body.code).toBe('unknown-year');
  });
});
