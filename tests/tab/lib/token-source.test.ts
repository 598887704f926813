import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../tab/src/lib/api-problem.ts';
import { createTokenSource, readClaims } from '../../../tab/src/lib/token-source.ts';

function tokenOf(claims: object): string {
  return `h.${btoa(JSON.stringify(claims)).replaceAll('+', '-').replaceAll('/', '_')}.s`;
}

describe('the token source', () => {
  it('asks the host once while the token has time left', async () => {
    let asked = 0;
    const source = createTokenSource(
      () => Promise.resolve(tokenOf({ exp: 10_000, asked: ++asked })),
      () => 0,
    );
    const first = await source.token();
    expect(await source.token()).toBe(first);
    expect(asked).toBe(1);
  });

  it('asks again shortly before the token expires', async () => {
    let asked = 0;
    let nowMs = 0;
    const source = createTokenSource(
      () => Promise.resolve(tokenOf({ exp: 1_000, asked: ++asked })),
      () => nowMs,
    );
    await source.token();
    nowMs = 900_000;
    await source.token();
    expect(asked).toBe(2);
  });

  it('shares one question between callers that ask at once', async () => {
    let asked = 0;
    const source = createTokenSource(
      () => Promise.resolve(tokenOf({ exp: 10_000, asked: ++asked })),
      () => 0,
    );
    await Promise.all([source.token(), source.token(), source.token({ fresh: true })]);
    expect(asked).toBe(1);
  });

  it('tells a missing consent from a failed sign-in', async () => {
    const refuse = (reason: string) =>
      createTokenSource(
        () => Promise.reject(new Error(reason)),
        () => 0,
      ).token();
    await expect(refuse('invalid_grant')).rejects.toMatchObject({ code: 'consent-required' });
    await expect(refuse('CancelledByUser')).rejects.toMatchObject({ code: 'sign-in-failed' });
    await expect(refuse('x')).rejects.toBeInstanceOf(ApiProblem);
  });

  it('knows the roles of the latest token', async () => {
    const source = createTokenSource(
      () => Promise.resolve(tokenOf({ exp: 10_000, roles: ['Index.Admin', 7] })),
      () => 0,
    );
    expect(source.roles()).toEqual([]);
    await source.token();
    expect(source.roles()).toEqual(['Index.Admin']);
  });

  it.each(['', 'a.b', 'a.!!.c', `a.${btoa('"text"')}.c`])('finds no claims in %j', (token) => {
    expect(readClaims(token)).toBeNull();
  });
});
