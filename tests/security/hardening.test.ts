import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '#core/contracts/problem.ts';
import type { EndpointContract } from '#core/contracts/endpoint-contract.ts';
import { ENDPOINTS } from '#core/contracts/endpoints.ts';
import { TENANT_A } from './attack-tokens.ts';
import { startTwoTenants, WEBHOOK_SIGNATURE, type TwoTenants } from './two-tenants.ts';

let both: TwoTenants;
let admin: string;
const PER_MINUTE = 200;

beforeAll(async () => {
  both = await startTwoTenants({ REQUESTS_PER_MINUTE: String(PER_MINUTE) });
  admin = await both.token(TENANT_A, '77777777-0000-4000-8000-000000000001', ['Index.Admin']);
});
afterAll(() => both.stop());

const call = (path: string, options: RequestInit = {}) => fetch(`${both.stack.url}${path}`, options);
const asAdmin = (headers: Readonly<Record<string, string>> = {}) => ({
  authorization: `Bearer ${admin}`,
  ...headers,
});
const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

/** A path exactly as written: fetch would tidy it. */
function rawGet(path: string): Promise<{ readonly status: number; readonly body: string }> {
  const { hostname, port } = new URL(both.stack.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method: 'GET' }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .once('error', reject)
      .end();
  });
}

describe('every answer of the API', () => {
  test.each(
    (Object.entries(ENDPOINTS) as [string, EndpointContract][]).map(([name, { method, path }]) => [
      name,
      method,
      path,
    ]),
  )('%s carries the security headers, signed in or not', async (_name, method, path) => {
    for (const headers of [{}, asAdmin()]) {
      const response = await call(path.replaceAll(/\{\w+\}/g, '2024'), { method, headers });
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': expect.stringContaining('max-age=31536000') as unknown,
        'x-correlation-id': expect.stringMatching(/./) as unknown,
      });
      expect(response.headers.has('set-cookie')).toBe(false);
      expect(response.headers.has('x-powered-by')).toBe(false);
    }
  });

  test.each(['https://evil.example', 'null', 'http://localhost', 'https://teams.microsoft.com.evil.example'])(
    'lets no page of %s read it',
    async (origin) => {
      for (const method of ['OPTIONS', 'GET']) {
        const response = await call('/api/years', {
          method,
          headers: asAdmin({ origin, 'access-control-request-method': 'GET' }),
        });
        expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
    },
  );

  test('repeats no correlation id that could forge a log line', async () => {
    const response = await call('/api/health', { headers: { 'x-correlation-id': 'a b {"level":"ok"}' } });
    expect(response.headers.get('x-correlation-id')).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('bodies', () => {
  const put = (body: RequestInit['body'], more: Readonly<Record<string, unknown>> = {}) =>
    call('/api/settings', {
      method: 'PUT',
      headers: asAdmin({ 'content-type': 'application/json', 'if-match': '*' }),
      body: body ?? null,
      ...more,
    });

  test('of over a megabyte are refused, whether or not they say how long they are', async () => {
    const large = JSON.stringify({ organisationName: 'x'.repeat(1024 * 1024) });
    expect(await codeOf(await put(large))).toBe('payload-too-large');
    const stream = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(large));
        controller.close();
      },
    });
    expect(await codeOf(await put(stream, { duplex: 'half' }))).toBe('payload-too-large');
  });

  test.each([
    ['a bracket opened 100,000 times', '['.repeat(100_000)],
    ['half a document', '{"organisationName":"'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ])('of %s are refused', async (_name, body) => {
    expect(await codeOf(await put(body))).toBe('malformed-json');
  });

  test('cannot change what every object has', async () => {
    const body = '{"__proto__":{"roles":["Index.Admin"]},"constructor":{"prototype":{"polluted":true}}}';
    expect(await codeOf(await put(body))).toBe('invalid-request');
    expect((await call('/api/settings', { headers: asAdmin() })).status).toBe(200);
  });
});

describe('the tab’s files', () => {
  test('come with a policy that lets Teams frame them and nothing run but their own scripts', async () => {
    const response = await call('/tab/');
    const policy = response.headers.get('content-security-policy') ?? '';
    const directives: Record<string, readonly string[]> = {};
    for (const directive of policy.split('; ')) {
      const [name = '', ...values] = directive.split(' ');
      directives[name] = values;
    }
    expect(directives['default-src']).toEqual(["'none'"]);
    expect(directives['script-src']).toEqual(["'self'"]);
    expect(directives['frame-ancestors']).toEqual(
      expect.arrayContaining(['https://teams.microsoft.com', 'https://*.cloud.microsoft']),
    );
    // Nothing that everybody could be.
    expect(directives['frame-ancestors']?.filter((host) => /^(?:\*|https?:(?:\/\/\*)?)$/.test(host))).toEqual(
      [],
    );
    expect(policy).not.toMatch(/unsafe-(?:eval|inline)/);
    expect(policy).not.toContain('localhost');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    // The page holds no inline script, so the policy costs nothing.
    expect(await response.text()).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  test('are kept by the browser under a hash, and asked for again without one', async () => {
    const page = await call('/tab/');
    const asset = /src="(\/tab\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? '';
    const script = await call(asset);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await call('/tab/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test.each([
    '/tab/../host.json',
    '/tab/..%2fhost.json',
    '/tab/%2e%2e/%2e%2e/package.json',
    '/tab/..%5c..%5cpackage.json',
    '/tab/assets/../../api/main.cjs',
    '/tab//etc/passwd',
    '/tab/%00index.html',
    '/tab/.vite/manifest.json',
    '/tab/index.html%20',
  ])('do not lead out of their folder by %s', async (path) => {
    const { status, body } = await rawGet(path);
    expect([400, 404]).toContain(status);
    expect(body).not.toMatch(/routePrefix|"dependencies"|root:|isEntry/);
  });
});

describe('addresses that a digest is posted to', () => {
  test.each([
    ['a plain one', 'http://prod-1.westeurope.logic.azure.com/workflows/x'],
    ['the machine’s own metadata', 'https://169.254.169.254/metadata/identity/oauth2/token'],
    ['the loopback', 'https://127.0.0.1/'],
    ['the loopback in one number', 'https://2130706433/'],
    ['the loopback in IPv6', 'https://[::1]/'],
    ['a host that ends alike', 'https://evillogic.azure.com/'],
    ['a host that begins alike', 'https://prod.logic.azure.com.evil.example/'],
    ['the bare domain', 'https://logic.azure.com/'],
    ['an allowed host for a name', 'https://prod.logic.azure.com@evil.example/'],
    ['a password', 'https://user:secret@prod.logic.azure.com/'],
    ['another port', 'https://prod.logic.azure.com:8443/'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/plain,x'],
    ['a letter that looks alike', 'https://prod.lоgic.azure.com/'],
  ])('may not be %s', async (_name, webhookUrl) => {
    const response = await call('/api/channel-targets/attack', {
      method: 'PUT',
      headers: asAdmin({ 'content-type': 'application/json' }),
      body: JSON.stringify({ name: 'Angrepp', webhookUrl }),
    });
    expect(response.status).toBe(400);
    expect(['address-not-allowed', 'invalid-request']).toContain(await codeOf(response));
  });
});

describe('what is kept to ourselves', () => {
  test('a channel’s address is in no answer and no log line', async () => {
    const answers = await Promise.all(
      ['/api/channel-targets', '/api/deliveries', '/api/settings'].map(async (path) =>
        (await call(path, { headers: asAdmin() })).text(),
      ),
    );
    expect(answers.join('\n')).not.toContain(WEBHOOK_SIGNATURE);
    expect(both.stack.log.join('\n')).not.toContain(WEBHOOK_SIGNATURE);
  });

  test('no log line holds a person, a token or a list’s words', () => {
    expect(both.stack.log.length).toBeGreaterThan(0);
    expect(both.stack.log.join('\n')).not.toMatch(/eyJ|Testsson|Kanariekommunen|77777777-0000|44444444-0000/);
  });

  test('an error nobody foresaw tells the caller its correlation id and nothing else', async () => {
    const response = await call('/api/years?x=%E0%A4%A', { headers: asAdmin() });
    expect(await response.text()).not.toMatch(/node_modules|\.ts:|main\.cjs|at /);
  });
});

describe('callers that ask too often', () => {
  test('wait, while others go on', async () => {
    const eager = await both.token(TENANT_A, '77777777-0000-4000-8000-000000000002');
    let refused: Response | null = null;
    // More than the limit and what flows back meanwhile: on the slowest machine the loop ends by its count.
    for (let sent = 0; refused === null && sent < PER_MINUTE * 20; sent += 20) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          call('/api/years', { headers: { authorization: `Bearer ${eager}` } }),
        ),
      );
      refused = answers.find(({ status }) => status === 429) ?? null;
    }
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await codeOf(refused ?? new Response('{}'))).toBe('too-many-requests');
    expect((await call('/api/years', { headers: asAdmin() })).status).toBe(200);
  });

  test('of forged tokens wait too, while those who sign in from the same address go on', async () => {
    const from = { 'x-forwarded-for': '203.0.113.9' };
    const forged = { authorization: `Bearer ${admin.slice(0, -8)}AAAAAAAA`, ...from };
    let status = 401;
    for (let sent = 0; status === 401 && sent < PER_MINUTE * 20; sent += 20) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => call('/api/years', { headers: forged })),
      );
      status = answers.find((answer) => answer.status !== 401)?.status ?? 401;
    }
    expect(status).toBe(429);
    expect((await call('/api/years', { headers: asAdmin(from) })).status).toBe(200);
  });

  test('are told apart by the last address, which the caller cannot write, whatever its port', async () => {
    let status = 200;
    for (let sent = 0; status === 200 && sent < PER_MINUTE * 20; sent += 20) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          call('/api/health', {
            headers: { 'x-forwarded-for': `10.0.0.${index}, 203.0.113.7:${50_000 + sent + index}` },
          }),
        ),
      );
      status = answers.find((answer) => answer.status === 429)?.status ?? 200;
    }
    expect(status).toBe(429);
    expect((await call('/api/health', { headers: { 'x-forwarded-for': '203.0.113.8' } })).status).toBe(200);
  });
});
