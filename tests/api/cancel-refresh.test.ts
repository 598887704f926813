import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RefreshJob } from '#core/contracts/admin.ts';
import type { AuditLogPage } from '#core/contracts/audit.ts';
import type { Problem } from '#core/contracts/problem.ts';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import { ADMIN, EMPLOYEE } from '../../local/identity-issuer/users.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { refreshYear, seedSettings } from '../../local/seed.ts';
import { ask } from '../support/ask.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';

const YEAR = 2025;
let stack: RunningStack;

beforeAll(async () => {
  stack = await startEmptyStack();
  await seedSettings(stack.api(ADMIN), sampleSettings, []);
  await refreshYear(stack.api(ADMIN), YEAR);
});
afterAll(() => stack.stop());

const job = async () => (await ask<RefreshJob>(stack, ADMIN, 'GET', `/refreshes/${YEAR}`)).body;
const cancel = <T = RefreshJob>(year = YEAR, user = ADMIN) =>
  ask<T>(stack, user, 'POST', `/refreshes/${year}/cancel`);
const result = async () => (await ask<ResultEnvelope>(stack, EMPLOYEE, 'GET', `/results/${YEAR}`)).body;
const hasStopped = () => stack.log.some((line) => line.includes('refresh-stopped'));

describe('a refresh that is cancelled', () => {
  it('stops at its next page, stores nothing, and leaves the last good result fresh', async () => {
    const before = await result();
    stack.graph.control.provoke({ kind: 'delay', delayMs: 600_000, path: '/items' });
    await ask(stack, ADMIN, 'POST', '/refreshes', { year: YEAR });
    await expect.poll(async () => (await job()).state).toBe('running');
    expect((await job()).phase).toBe('reading');
    const cancelled = await cancel();
    expect(cancelled.body).toMatchObject({ state: 'cancelled', phase: null, problem: null });
    expect(cancelled.body.endedAt).not.toBeNull();
    stack.graph.control.provoke({ kind: 'release' });
    await expect.poll(hasStopped).toBe(true);
    const after = await result();
    expect(after.result.hash).toBe(before.result.hash);
    expect(after.freshness).toMatchObject({ state: 'fresh', problem: null });
    expect((await job()).state).toBe('cancelled');
  });

  it('can be asked for again at once, before the worker of the first has stopped', async () => {
    const before = await result();
    stack.graph.control.provoke({ kind: 'delay', delayMs: 600_000, path: '/items' });
    await ask(stack, ADMIN, 'POST', '/refreshes', { year: YEAR });
    await expect.poll(async () => (await job()).state).toBe('running');
    await cancel();
    const asked = await ask<RefreshJob>(stack, ADMIN, 'POST', '/refreshes', { year: YEAR });
    expect(asked.body.state).toBe('queued');
    // Only now does the first go on: it must leave the second its job.
    stack.graph.control.provoke({ kind: 'release' });
    await expect.poll(async () => (await job()).endedAt).not.toBeNull();
    expect((await job()).state).toBe('succeeded');
    expect((await result()).result.computedAt > before.result.computedAt).toBe(true);
  });

  it('stays as it ended where it has ended, and is for administrators', async () => {
    expect((await cancel()).body.state).toBe('succeeded');
    expect((await cancel(YEAR, EMPLOYEE)).status).toBe(403);
    expect((await cancel<Problem>(2024)).body.code).toBe('not-found');
  });

  it('stands in the log with who cancelled it', async () => {
    const query = '/audit-log?action=refresh-cancelled';
    const { entries } = (await ask<AuditLogPage>(stack, ADMIN, 'GET', query)).body;
    expect(entries.map(({ subject, byName }) => [subject, byName])).toEqual([
      [String(YEAR), ADMIN.displayName],
      [String(YEAR), ADMIN.displayName],
    ]);
  });
});
