import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueueServiceClient } from '@azure/storage-queue';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startAzurite, type Azurite } from '../../../local/azurite/azurite.ts';
import { startFunctionsHost, type FunctionsHost } from '../../../local/functions-host/functions-host.ts';
import { reservePorts } from '../../../local/ports.ts';

let folder: string;
let azurite: Azurite;
let host: FunctionsHost;
const log: string[] = [];

async function buildApp(source: string, name: string): Promise<string> {
  const appFolder = join(folder, name);
  await build({
    ...(source.endsWith('.ts')
      ? { entryPoints: [source] }
      : { stdin: { contents: source, resolveDir: import.meta.dirname } }),
    outfile: join(appFolder, 'main.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@azure/functions-core'],
    logLevel: 'silent',
  });
  await writeFile(join(appFolder, 'package.json'), JSON.stringify({ main: 'main.cjs' }));
  const extensions = { queues: { maxDequeueCount: 3, visibilityTimeout: '00:00:00' } };
  await writeFile(join(appFolder, 'host.json'), JSON.stringify({ version: '2.0', extensions }));
  return appFolder;
}

const start = (appFolder: string, port = 0) =>
  startFunctionsHost({
    appFolder,
    port,
    environment: { AzureWebJobsStorage: azurite.connectionString },
    onLog: (line) => log.push(line),
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'functions-host-'));
  azurite = await startAzurite({
    folder: join(folder, 'azurite'),
    fresh: true,
    ports: await reservePorts(0),
  });
  host = await start(await buildApp(join(import.meta.dirname, 'tiny-app.ts'), 'tiny'));
});

afterAll(async () => {
  await host.stop();
  await azurite.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the local functions host, over HTTP', () => {
  test('gives parameters, query, headers and body as the platform does', async () => {
    const response = await fetch(`${host.url}/api/echo/2025/nacka?q=1&q=2`, {
      method: 'POST',
      body: 'hej',
      headers: { 'X-Asked': 'this' },
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-own')).toBe('yes');
    expect(await response.json()).toEqual({
      params: { year: '2025', name: 'nacka' },
      query: { q: '1,2' },
      body: 'hej',
      header: 'this',
    });
  });

  test('prefers a literal route, leaves out an optional part, and minds constraints', async () => {
    expect(await (await fetch(`${host.url}/api/echo/2025/latest`)).text()).toBe('literal');
    expect((await fetch(`${host.url}/api/echo/2025`)).status).toBe(201);
    expect((await fetch(`${host.url}/api/echo/abc`)).status).toBe(404);
  });

  test('answers 404 for an unknown route, 405 for a wrong method, 500 for a handler that fails', async () => {
    expect((await fetch(`${host.url}/api/nothing`)).status).toBe(404);
    expect((await fetch(`${host.url}/api/echo/2025`, { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(`${host.url}/api/fails`)).status).toBe(500);
  });

  test('runs appStart once, and hooks around each call', async () => {
    await fetch(`${host.url}/api/echo/2025`);
    const { order } = (await (await fetch(`${host.url}/api/seen`)).json()) as { order: string[] };
    expect(order[0]).toBe('appStart');
    expect(order.filter((step) => step === 'appStart')).toHaveLength(1);
    const before = order.indexOf('pre echo');
    expect(before).toBeGreaterThan(0);
    expect(order[before + 1]).toBe('post echo');
  });
});

describe('the local functions host, on queues and timers', () => {
  interface Seen {
    readonly seen: readonly { readonly message: unknown; readonly dequeueCount: unknown }[];
    readonly order: readonly string[];
  }
  const seenSoFar = async () => (await (await fetch(`${host.url}/api/seen`)).json()) as Seen;
  const queue = (name: string) =>
    QueueServiceClient.fromConnectionString(azurite.connectionString).getQueueClient(name);
  const send = async (text: string) => {
    const work = queue('tiny-work');
    await work.createIfNotExists();
    await work.sendMessage(Buffer.from(text).toString('base64'));
  };

  test('a JSON message arrives parsed', async () => {
    await send('{"id":"own","year":2025}');
    await vi.waitFor(
      async () => {
        const { seen } = await seenSoFar();
        expect(seen.map(({ message }) => message)).toContainEqual({ id: 'own', year: 2025 });
      },
      { timeout: 20_000 },
    );
  });

  test('a message that always fails is handed out as often as host.json says, then kept as poison', async () => {
    await send('poison');
    const poison = queue('tiny-work-poison');
    await vi.waitFor(async () => expect((await poison.peekMessages()).peekedMessageItems).toHaveLength(1), {
      timeout: 20_000,
    });
    const { seen } = await seenSoFar();
    expect(
      seen.filter(({ message }) => message === 'poison').map(({ dequeueCount }) => dequeueCount),
    ).toEqual([1, 2, 3]);
  });

  test('a timer runs by its schedule', async () => {
    await vi.waitFor(async () => expect((await seenSoFar()).order).toContain('tick'), { timeout: 20_000 });
  });
});

describe('an app that the platform would start without functions', () => {
  const twice = `const { app } = require('@azure/functions');
    app.http('same', { handler: () => ({}) }); app.http('same', { handler: () => ({}) });`;

  test.each([
    ['two functions of one name', twice, /two functions are called "same"/],
    ['code that throws while loading', `throw new Error('broken on purpose')`, /broken on purpose/],
    ['nothing registered', `module.exports = {}`, /registered no functions/],
  ])('%s is refused with the reason', async (_what, source, reason) => {
    const appFolder = await buildApp(source, `bad-${Math.abs(reason.source.length)}`);
    await expect(start(appFolder)).rejects.toThrow(reason);
  });

  test('a folder without a build is refused with what to do', async () => {
    await expect(start(join(folder, 'nowhere'))).rejects.toThrow(/npm run build/);
  });
});
