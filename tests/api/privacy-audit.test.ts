import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RefreshJob } from '#core/contracts/admin.ts';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import {
  INITIATIVE_COLUMNS,
  LIST_IDS,
  SURVEY_COLUMNS,
  UNIT_COLUMNS,
} from '../../local/sample-tenant/names.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { RefreshFailure, refreshYear, seedSettings } from '../../local/seed.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';

const YEAR = 2025;
const UNIT = `${SURVEY_COLUMNS.unit}LookupId`;

let stack: RunningStack;
beforeAll(async () => {
  stack = await startEmptyStack();
  await seedSettings(stack.api(ADMIN), sampleSettings, []);
  await refreshYear(stack.api(ADMIN), YEAR);
});
afterAll(() => stack.stop());

const read = async () => (await stack.api(ADMIN).call<ResultEnvelope>('GET', `/results/${YEAR}`)).body;
const refreshed = async () => {
  await refreshYear(stack.api(ADMIN), YEAR);
  return read();
};
const jobOf = async () => (await stack.api(ADMIN).call<RefreshJob>('GET', `/refreshes/${YEAR}`)).body;
const addAnswers = (count: number) => {
  for (let index = 0; index < count; index += 1) {
    stack.graph.control.change({
      kind: 'add-row',
      listId: LIST_IDS.survey(YEAR),
      fields: { [SURVEY_COLUMNS.answer]: String(1 + (index % 5)), [UNIT]: '1' },
    });
  }
};

describe('a year that is computed again and again', () => {
  it('takes what has changed in other lists, since its survey says the same', async () => {
    const before = await read();
    stack.graph.control.change({
      kind: 'change-row',
      listId: LIST_IDS.initiatives,
      rowId: '1',
      fields: { [INITIATIVE_COLUMNS.businessId]: 'D-9999' },
    });
    const after = await refreshed();
    expect(after.freshness.state).toBe('fresh');
    expect(after.result.hash).not.toBe(before.result.hash);
    expect(after.result.previousHash).toBe(before.result.hash);
    expect(after.result.employeeSurvey).toEqual(before.result.employeeSurvey);
  });

  it('is refused while a few late answers could be worked out, and keeps the last good result', async () => {
    const before = await read();
    addAnswers(3);
    await expect(refreshed()).rejects.toThrow(RefreshFailure);
    const { state, problem } = await jobOf();
    expect([state, problem?.code]).toEqual(['failed', 'privacy-survey-changed']);
    expect(problem?.detail).toContain(`Medarbetarenkät ${YEAR}`);
    expect(problem?.detail).toContain('Återställ svaren');
    const after = await read();
    expect(after.result.hash).toBe(before.result.hash);
    expect([after.freshness.state, after.freshness.problem?.code]).toEqual([
      'stale',
      'privacy-survey-changed',
    ]);
  });

  it('says so without naming a unit, a number of answers or the rule that was broken', async () => {
    const { problem } = await jobOf();
    const told = `${problem?.title} ${problem?.detail} ${stack.log.filter((line) => line.includes('refresh-failed')).join(' ')}`;
    const { result } = await read();
    for (const { name } of result.employeeSurvey.units) expect(told).not.toContain(name);
    expect(told).not.toMatch(/few-changed|small-group|shown-after-hidden|total\(/);
    expect(problem?.detail.replaceAll(String(YEAR), '')).not.toMatch(/\d/);
  });

  it('is computed again once enough new answers have come, and hides in the year what it once hid', async () => {
    const before = await read();
    addAnswers(60);
    const after = await refreshed();
    expect(after.freshness.state).toBe('fresh');
    const hidden = before.result.employeeSurvey.units.filter(({ n }) => n.kind === 'absent');
    expect(hidden.length).toBeGreaterThan(0);
    const now = new Map(after.result.employeeSurvey.units.map((unit) => [unit.id, unit.n.kind]));
    for (const { id } of hidden) expect(now.get(id)).toBe('absent');
  });

  it('remembers every state of the survey that was readable: going back to the first is no way round', async () => {
    stack.graph.control.change({ kind: 'delete-row', listId: LIST_IDS.survey(YEAR), rowId: '1' });
    await expect(refreshed()).rejects.toThrow(RefreshFailure);
    expect((await jobOf()).problem?.code).toBe('privacy-survey-changed');
  });

  it('is refused when units with answers have moved, with a reason of its own', async () => {
    stack.graph.control.reset();
    stack.graph.control.change({
      kind: 'change-row',
      listId: LIST_IDS.units,
      rowId: '4',
      fields: { [`${UNIT_COLUMNS.parent}LookupId`]: null },
    });
    await expect(refreshed()).rejects.toThrow(RefreshFailure);
    expect((await jobOf()).problem?.code).toBe('privacy-units-changed');
  });
});
