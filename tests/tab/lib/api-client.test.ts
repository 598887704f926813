import { describe, expect, it } from 'vitest';
import { createApiClient, type ApiClient } from '../../../tab/src/lib/api-client.ts';
import { shouldRetry } from '../../../tab/src/lib/api-problem.ts';

interface Seen {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
}

/** A client whose network gives these answers in turn. */
function clientWith(...answers: readonly (Response | Error)[]): { client: ApiClient; seen: Seen[] } {
  const seen: Seen[] = [];
  const left = [...answers];
  const client = createApiClient({
    tokens: { token: ({ fresh = false } = {}) => Promise.resolve(fresh ? 'fresh' : 'kept'), roles: () => [] },
    fetch: (input, init) => {
      const answer = left.shift() ?? new Error('asked too often');
      seen.push({
        url: typeof input === 'string' ? input : '',
        method: init?.method ?? '',
        headers: new Headers(init?.headers),
        body: typeof init?.body === 'string' ? init.body : null,
      });
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    language: () => 'sv',
    newCorrelationId: () => 'c-1',
    baseUrl: '/api',
  });
  return { client, seen };
}

function problem(status: number, code: string): Response {
  const body = { type: 'about:blank', title: 'T', status, detail: 'D', code, correlationId: 'c-9' };
  return new Response(JSON.stringify(body), { status });
}

describe('the API client', () => {
  it('sends token, language and correlation id', async () => {
    const { client, seen } = clientWith(Response.json({ years: [] }, { headers: { etag: '"1"' } }));
    expect(await client.send('/years')).toEqual({ data: { years: [] }, eTag: '"1"' });
    expect(seen[0]?.url).toBe('/api/years');
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer kept');
    expect(seen[0]?.headers.get('accept-language')).toBe('sv');
    expect(seen[0]?.headers.get('x-correlation-id')).toBe('c-1');
  });

  it('tries once more with a fresh token when the token is refused', async () => {
    const { client, seen } = clientWith(problem(401, 'token-expired'), Response.json({ ok: true }));
    await client.send('/years');
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer kept', 'Bearer fresh']);
  });

  it('tries no more than once', async () => {
    const { client } = clientWith(problem(401, 'token-expired'), problem(401, 'token-expired'));
    await expect(client.send('/years')).rejects.toMatchObject({ code: 'token-expired', status: 401 });
  });

  it('gives a problem with its code, words and id', async () => {
    const { client } = clientWith(problem(404, 'unknown-year'));
    await expect(client.send('/results/1990')).rejects.toMatchObject({
      code: 'unknown-year',
      detail: 'D',
      correlationId: 'c-9',
    });
  });

  it('makes a problem of an answer that is none of ours', async () => {
    const page = () => new Response('<html>', { status: 502 });
    await expect(clientWith(page()).client.send('/years')).rejects.toMatchObject({ code: 'network' });
    const teapot = new Response('no', { status: 418 });
    await expect(clientWith(teapot).client.send('/years')).rejects.toMatchObject({
      code: 'unreadable-answer',
    });
    const cut = new Response('{"years": [', { status: 200 });
    await expect(clientWith(cut).client.send('/years')).rejects.toMatchObject({ code: 'unreadable-answer' });
  });

  it('tells a slow answer from a broken network', async () => {
    const late = new DOMException('late', 'TimeoutError');
    await expect(clientWith(late).client.send('/years')).rejects.toMatchObject({ code: 'timeout' });
    await expect(clientWith(new TypeError('x')).client.send('/years')).rejects.toMatchObject({
      code: 'network',
    });
  });

  it('sends a body as JSON with the version it replaces, and takes an empty answer', async () => {
    const { client, seen } = clientWith(new Response(null, { status: 204 }));
    const answer = await client.send('/settings', { method: 'PUT', body: { a: 1 }, ifMatch: '"7"' });
    expect(answer.data).toBeUndefined();
    expect(seen[0]).toMatchObject({ method: 'PUT', body: '{"a":1}' });
    expect(seen[0]?.headers.get('if-match')).toBe('"7"');
    expect(seen[0]?.headers.get('content-type')).toBe('application/json');
  });

  it('is asked again by itself only where that can help', async () => {
    const refused: unknown = await clientWith(problem(403, 'forbidden'))
      .client.send('/x')
      .catch((e: unknown) => e);
    const broken: unknown = await clientWith(new TypeError('x'))
      .client.send('/x')
      .catch((e: unknown) => e);
    expect(shouldRetry(0, refused)).toBe(false);
    expect([0, 1, 2].map((failures) => shouldRetry(failures, broken))).toEqual([true, true, false]);
  });
});
