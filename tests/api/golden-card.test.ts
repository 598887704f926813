import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { openApiProbe, type CallApi } from '../support/api-probe.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
let call: CallApi;

beforeAll(async () => {
  stack = await startSeededStack();
  call = await openApiProbe(stack);
});

afterAll(() => stack.stop());

// Meant to change? `npm run golden`, then look at the difference in golden/ and at the card in the channel of `npm start`.
test.each(['sv', 'en'] as const)('the golden card of 2025 reads as it did, in %s', async (language) => {
  const json = { year: 2025, language };
  const { body } = await call<{ card: unknown }>('POST', '/digests/preview', { user: ADMIN, json });
  const card = JSON.stringify(body.card, null, 1)
    // When it was computed and where this stack stands differ from run to run.
    .replaceAll(/(Beräknat|Computed) [^"]*?\d\d[:.]\d\d/g, '$1 {time}')
    .replaceAll(stack.url, '{tab}');
  expect(card).toContain('{time}');
  await expect(`${card}\n`).toMatchFileSnapshot(`golden/card-2025.${language}.json`);
});
