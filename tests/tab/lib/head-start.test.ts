import { expect, it } from 'vitest';
import { createApiClient, type ApiClient } from '../../../tab/src/lib/api-client.ts';
import { withHeadStart } from '../../../tab/src/lib/head-start.ts';

/** A client that numbers its answers, and refuses what it is told to. */
function countingClient(refused: ReadonlySet<string> = new Set()): ApiClient {
  let asked = 0;
  return createApiClient({
    tokens: { token: () => Promise.resolve('token'), roles: () => [] },
    fetch: (input) => {
      asked += 1;
      const isRefused = typeof input === 'string' && refused.has(input);
      return Promise.resolve(
        isRefused
          ? Response.json({ code: 'forbidden', detail: `${asked}` }, { status: 403 })
          : Response.json(asked),
      );
    },
    language: () => 'sv',
    newCorrelationId: () => 'c',
    baseUrl: '',
  });
}

it('gives the first reader what was asked for early, and asks anew for the next', async () => {
  const { api, ask } = withHeadStart(countingClient());
  const early = await ask<number>('/years');
  expect(early?.data).toBe(1);
  expect((await api.send<number>('/years')).data).toBe(1);
  expect((await api.send<number>('/years')).data).toBe(2);
  expect((await api.send<number>('/results/2025')).data).toBe(3);
});

it('never takes an early read for the answer to a write', async () => {
  const { api, ask } = withHeadStart(countingClient());
  await ask('/settings');
  expect((await api.send<number>('/settings', { method: 'PUT' })).data).toBe(2);
});

it('tells the reader of a refusal, and lets another try ask anew', async () => {
  const { api, ask } = withHeadStart(countingClient(new Set(['/years'])));
  expect(await ask('/years')).toBeNull();
  await expect(api.send('/years')).rejects.toMatchObject({ code: 'forbidden', detail: '1' });
  await expect(api.send('/years')).rejects.toMatchObject({ code: 'forbidden', detail: '2' });
});
