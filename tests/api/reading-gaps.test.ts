import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RefreshJob } from '#core/contracts/admin.ts';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { INITIATIVE_COLUMNS, LIST_IDS } from '../../local/sample-tenant/names.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { RefreshFailure, refreshYear, seedSettings } from '../../local/seed.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';

const YEAR = 2025;

let stack: RunningStack;
beforeAll(async () => {
  stack = await startEmptyStack();
  await seedSettings(stack.api(ADMIN), sampleSettings, []);
});
afterAll(() => stack.stop());

async function computed(): Promise<ResultEnvelope['result']> {
  await refreshYear(stack.api(ADMIN), YEAR);
  return (await stack.api(ADMIN).call<ResultEnvelope>('GET', `/results/${YEAR}`)).body.result;
}
const found = ({ findings }: ResultEnvelope['result'], rule: string) =>
  findings.filter((finding) => finding.rule === rule);

describe('a list that has lost something', () => {
  it('is read without a column that its figures can do without, and the result says which is gone', async () => {
    const { listId, column } = { listId: LIST_IDS.initiatives, column: INITIATIVE_COLUMNS.portfolioObject };
    stack.graph.control.change({ kind: 'remove-column', listId, column });
    const result = await computed();
    expect(result.figures.delivery.figure).toMatchObject({ shown: '8.8' });
    expect(found(result, 'column-missing')).toMatchObject([{ severity: 'error', column, count: 1 }]);
    expect(result.delivery.objects.map(({ name }) => name)).toEqual(['']);
  });

  it('is left out where it enters no figure, and the result says that it was not read', async () => {
    stack.graph.control.change({ kind: 'remove-list', listId: LIST_IDS.trends });
    const result = await computed();
    expect(found(result, 'source-not-read')).toMatchObject([{ severity: 'error', sourceId: 'omvarld' }]);
    expect(result.figures.index.figure).toMatchObject({ shown: '8.2' });
  });

  it('fails the computing where a figure needs the column, and says which', async () => {
    const { listId, column } = { listId: LIST_IDS.initiatives, column: INITIATIVE_COLUMNS.status };
    stack.graph.control.change({ kind: 'remove-column', listId, column });
    await expect(computed()).rejects.toThrow(RefreshFailure);
    const { problem } = (await stack.api(ADMIN).call<RefreshJob>('GET', `/refreshes/${YEAR}`)).body;
    expect(problem?.code).toBe('column-missing');
    expect(problem?.detail).toContain(column);
  });
});
