import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { ApiClient } from '../../local/api-client.ts';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { SERVICES } from '../../local/ports.ts';

/** `npm start` as somebody at a terminal sees it. The tests go in this order, on one folder of data. */
const START = join(import.meta.dirname, '../../local/start.ts');
let dataFolder: string;
let basePort: number;
const children: ChildProcess[] = [];
/** A whole start and three readings, on a machine that is busy with other things. */
const PATIENT_MS = 120_000;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'index-start-'));
  basePort = await freeBlock();
});

/** In good order, so that a test that failed leaves no storage behind that holds the next one's ports. */
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
});

afterAll(() => rm(dataFolder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly code: Promise<number | null>;
}

function start(...options: readonly string[]): Started {
  const child = spawn(process.execPath, [START, '--no-build', '--data', dataFolder, ...options]);
  children.push(child);
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()));
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, out: () => out.join(''), err: () => err.join(''), code };
}

const atPort = () => ['--port', String(basePort)];

/** Holds a port, or nothing where somebody has it. */
function hold(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

const letGo = (server: Server) => new Promise((resolve) => server.close(resolve));

/** The first of as many free ports in a row as a stack needs. */
async function freeBlock(): Promise<number> {
  for (let base = 20_000 + Math.floor(Math.random() * 20_000); ; base += SERVICES.length) {
    const held = await Promise.all(SERVICES.map((_, index) => hold(base + index)));
    const free = held.filter((server) => server !== null);
    await Promise.all(free.map(letGo));
    if (free.length === SERVICES.length) return base;
  }
}

/** Processes that a process has started, theirs included. */
async function descendants(pid: number): Promise<readonly number[]> {
  const stats = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')),
  );
  const parentOf = new Map(
    stats.flatMap((stat) => {
      const match = /^(\d+) \(.*\) \S (\d+)/s.exec(stat);
      return match ? [[Number(match[1]), Number(match[2])] as const] : [];
    }),
  );
  const below = (one: number): readonly number[] =>
    [...parentOf].filter(([, parent]) => parent === one).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function tokenOfAdmin(url: string): Promise<string> {
  const answer = await fetch(`${url}/host/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: ADMIN.id }),
  });
  return ((await answer.json()) as { readonly token: string }).token;
}

describe('npm start', { timeout: PATIENT_MS }, () => {
  test.each([
    [['--fel'], 'Okänt val: --fel'],
    [['ord'], 'Okänt ord: ord'],
    [['--port', 'åtta'], '--port åtta: ange ett heltal'],
    [['--port', '70000'], '--port 70000: ange ett heltal'],
  ])('with %j says what is wrong and how it is used', async (options, fault) => {
    const { code, err } = start(...options);
    expect(await code).toBe(2);
    expect(err()).toContain(fault);
    expect(err()).toContain('npm start -- --once');
  });

  test('on a taken port says which, whose, and what to do, before it starts anything', async () => {
    const server = await hold(basePort + 2);
    const { code, err, out } = start(...atPort());
    expect(await code).toBe(1);
    expect(err()).toBe(
      `Port ${basePort + 2} (${SERVICES[2]}) är upptagen. Avsluta det som använder den, eller välj en annan: npm start -- --port ${basePort + 102}\n`,
    );
    expect(out()).toBe('');
    if (server) await letGo(server);
  });

  test('shows progress, the address and the index, and Ctrl-C leaves nothing running', async () => {
    const { child, out, err, code } = start(...atPort());
    const url = `http://localhost:${basePort}`;
    await expect.poll(out, { timeout: PATIENT_MS }).toMatch(/Digitaliseringsindex 2025: .*\n/);
    expect(
      out()
        .split('\n')
        .filter((line) => line.startsWith('·')),
    ).toEqual([
      '· Lagring (Azurite) startar',
      '· Identitet, Graph och Workflows startar',
      '· Funktionsvärden startar',
      '· Exempelkommunens inställningar sparas',
      '· 2023 läses och räknas',
      '· 2024 läses och räknas',
      '· 2025 läses och räknas',
    ]);
    expect(out()).toContain(`Öppna ${url}\n`);
    expect((await fetch(url)).status).toBe(200);
    // For the next run: settings that name a list that is not there.
    const api = new ApiClient(url, () => tokenOfAdmin(url));
    const { body, eTag } = await api.call<StoredSettings>('GET', '/settings');
    const sources = body.settings.sources.map((source) =>
      source.topic === 'benefits' ? { ...source, location: { ...source.location, listId: 'borta' } } : source,
    );
    await api.call('PUT', '/settings', { ...body.settings, sources }, { 'if-match': eTag ?? '' });

    const started = await descendants(child.pid ?? 0);
    expect(started.length).toBeGreaterThanOrEqual(2);
    child.kill('SIGINT');
    expect(await code).toBe(0);
    expect(started.filter(isAlive)).toEqual([]);
    expect(out()).toMatch(/· Avslutar\n$/);
    expect(err()).toBe('');
  });

  test('stopped while it starts leaves nothing running either', async () => {
    const { child, out, code } = start(...atPort());
    await expect.poll(out, { timeout: PATIENT_MS }).toContain('· Identitet');
    const started = await descendants(child.pid ?? 0);
    child.kill('SIGTERM');
    expect(await code).toBe(0);
    expect(started.length).toBeGreaterThanOrEqual(1);
    expect(started.filter(isAlive)).toEqual([]);
  });
});

describe('npm start -- --once', { timeout: PATIENT_MS }, () => {
  test('finds what was kept between runs; what fails it says in the API’s words, and ends with 1', async () => {
    const { code, err } = start('--once', ...atPort());
    expect(await code).toBe(1);
    expect(err()).toContain('Listan finns inte');
    expect(err()).toContain('”Nyttoregister”');
    expect(err()).not.toMatch(/\bat .*\.ts:\d+/);
  });

  test('with --fresh begins anew: prints the index and the receipt, and ends with 0', async () => {
    const { child, code, out, err } = start('--once', '--fresh', ...atPort());
    await expect.poll(out, { timeout: PATIENT_MS }).toContain('· 2023');
    const started = await descendants(child.pid ?? 0);
    expect(await code).toBe(0);
    expect(out()).toContain(
      '\nDigitaliseringsindex 2025: 8,2 · Förutsättningar 7,0 · Resultat 8,8 · Nytta 8,7\n',
    );
    expect(out()).toMatch(
      /\nKvitto [0-9a-f]{40}: mottaget av kanalens arbetsflöde \(svar 202\), kanal Digitalisering, försök 1\n$/,
    );
    expect(err()).toBe('');
    expect(started.filter(isAlive)).toEqual([]);
  });
});
