import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DigestSubject } from '#core/digest/digest-subject.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { openApiProbe, type CallApi } from '../support/api-probe.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
let call: CallApi;
let result: IndexResult;

beforeAll(async () => {
  stack = await startSeededStack();
  call = await openApiProbe(stack);
  result = (await call<{ result: IndexResult }>('GET', '/results/2025', { user: ADMIN })).body.result;
});

afterAll(() => stack.stop());

async function cardOf(language: 'sv' | 'en', subject: DigestSubject): Promise<string> {
  const json = { year: 2025, language, subject };
  const { body } = await call<{ card: unknown }>('POST', '/digests/preview', { user: ADMIN, json });
  const card = JSON.stringify(body.card, null, 1)
    // When it was computed and where this stack stands differ from run to run.
    .replaceAll(/(Beräknat|Computed) [^"]*?\d\d[:.]\d\d/g, '$1 {time}')
    .replaceAll(stack.url, '{tab}');
  expect(card).toContain('{time}');
  return `${card}\n`;
}

// Meant to change? `npm run golden`, then look at the difference in golden/ and at the card in the channel of `npm start`.
test.each(['sv', 'en'] as const)('the golden card of 2025 reads as it did, in %s', async (language) => {
  await expect(await cardOf(language, { kind: 'index' })).toMatchFileSnapshot(
    `golden/card-2025.${language}.json`,
  );
});

test.each(['object', 'unit', 'data-quality', 'trends'] as const)(
  'the golden card about %s reads as it did',
  async (kind) => {
    const object = result.delivery.objects.find(({ name }) => name !== '')?.name ?? '';
    const unitId = result.employeeSurvey.units.find(({ openFigures }) => openFigures)?.id ?? '';
    const subjects = {
      object: { kind: 'object', name: object },
      unit: { kind: 'unit', unitId },
      'data-quality': { kind: 'data-quality' },
      trends: { kind: 'trends' },
    } as const;
    await expect(await cardOf('sv', subjects[kind])).toMatchFileSnapshot(`golden/card-${kind}.sv.json`);
  },
);
