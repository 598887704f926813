import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
beforeAll(async () => {
  stack = await startEmptyStack();
});
afterAll(() => stack.stop());

async function searched(typed: string): Promise<Readonly<Record<string, string>>> {
  const before = stack.graph.control.calls().length;
  await stack.api(ADMIN).call('GET', `/sources/sites?search=${encodeURIComponent(typed)}`);
  const call = stack.graph.control
    .calls()
    .slice(before)
    .find(({ path }) => path.endsWith('/sites'));
  return call?.query ?? {};
}

describe('words of an admin’s search', () => {
  test.each([
    ['Digitalisering', 'digitalisering'],
    ['Vård och omsorg', 'vård och omsorg'],
    ['e-tjänster', 'e-tjänster'],
    ['', '*'],
    ['path:https://ekviken.example/sites/hr', 'path https ekviken example sites hr'],
    ['hr OR *', 'hr or'],
    ['hr NOT ledning', 'hr not ledning'],
    ['-ledning', 'ledning'],
    ['"hela frasen"', 'hela frasen'],
    ['(a)(b)', 'a b'],
    ['x&$top=5000', 'x top 5000'],
    ['x&search=*', 'x search'],
    ['x#y', 'x y'],
    ['x%26$filter=1', 'x 26 filter 1'],
    ["x' or 1 eq 1", 'x or 1 eq 1'],
    ['*', '*'],
  ])('%j reach Graph as %j and as nothing else', async (typed, words) => {
    const { search, ...rest } = await searched(typed);
    expect(search).toBe(words);
    expect(Object.keys(rest)).toEqual(['$select']);
  });

  test.each(['/sources/lists?site=', '/sources/files?site='])(
    'an id that is a path stays one part of an address (%s)',
    async (address) => {
      const before = stack.graph.control.calls().length;
      const id = '../../users/me?$select=mail&x=';
      await stack
        .api(ADMIN)
        .call('GET', `${address}${encodeURIComponent(id)}`)
        .catch(() => undefined);
      const calls = stack.graph.control.calls().slice(before);
      expect(calls.length).toBeGreaterThan(0);
      expect(calls.filter(({ path }) => !path.startsWith('/v1.0/sites/'))).toEqual([]);
      expect(calls.flatMap(({ query }) => Object.keys(query)).filter((name) => name === 'x')).toEqual([]);
    },
  );
});
