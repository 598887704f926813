import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { ACCEPTED_LICENCES, components, lockedPackages } from '../../infra/bill-of-materials.ts';
import { startFunctionsHost } from '../../local/functions-host/functions-host.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const AGAIN = ['api-again', 'tab-again', 'release-again'];
const read = (path: string) => readFileSync(join(dist, path), 'utf8');

afterAll(() => {
  for (const folder of AGAIN) rmSync(join(dist, folder), { recursive: true, force: true });
});

describe('the release', () => {
  test('is byte for byte the same when it is built again', async () => {
    const run = (...args: readonly string[]) =>
      promisify(execFile)(process.execPath, args, { cwd: root, env: { PATH: process.env['PATH'] ?? '' } });
    await run('api/build.ts', '--to', 'dist/api-again');
    await run(
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'tab/vite.config.ts',
      '--outDir',
      '../dist/tab-again',
      '--emptyOutDir',
      '--logLevel',
      'error',
    );
    await run(
      'infra/release.ts',
      '--api',
      'dist/api-again',
      '--tab',
      'dist/tab-again',
      '--to',
      'dist/release-again',
    );
    expect(read('release-again/SHA256SUMS')).toBe(read('release/SHA256SUMS'));
    expect(read('release/SHA256SUMS').split('\n').length).toBeGreaterThan(20);
  });

  test('names no folder of the machine it was built on', () => {
    for (const line of read('release/SHA256SUMS').trimEnd().split('\n')) {
      const path = line.slice(66);
      if (/\.(?:br|gz)$/.test(path)) continue;
      expect(read(`release/${path}`).includes(root)).toBe(false);
    }
  });

  test('holds every file of the tab compressed to the same contents, and nothing of its build', () => {
    const files = readdirSync(join(dist, 'release/functions/tab'), { recursive: true, encoding: 'utf8' });
    expect(files).toContain('index.html');
    expect(files.filter((file) => file.startsWith('.'))).toEqual([]);
    const bytes = (file: string) => readFileSync(join(dist, 'release/functions/tab', file));
    const packed = files.filter((file) => file.endsWith('.br'));
    expect(packed.length).toBeGreaterThan(3);
    for (const file of packed) {
      const plain = file.slice(0, -3);
      expect(brotliDecompressSync(bytes(file)).equals(bytes(plain))).toBe(true);
      expect(gunzipSync(bytes(`${plain}.gz`)).equals(bytes(plain))).toBe(true);
    }
  });

  test('runs as it lies there and serves the tab compressed, with telemetry off', async () => {
    const log: string[] = [];
    const guid = '8a1f6c2d-3b4e-4f5a-8c7d-9e0b1a2c3d4e';
    const host = await startFunctionsHost({
      appFolder: join(dist, 'release/functions'),
      port: 0,
      environment: {
        ALLOWED_TENANTS: guid,
        API_CLIENT_ID: guid,
        TEAMS_APP_ID: guid,
        KEY_VAULT_URL: 'https://vault.example',
        AzureWebJobsStorage: 'UseDevelopmentStorage=true',
      },
      onLog: (line) => log.push(line),
    });
    const page = await fetch(`${host.url}/tab/`, { headers: { 'accept-encoding': 'br' } });
    expect(page.headers.get('content-encoding')).toBe('br');
    expect(await page.text()).toBe(read('release/functions/tab/index.html'));
    await host.stop();
  });
});

describe('the supply chain', () => {
  const packages = Object.entries(lockedPackages(root));
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
    readonly allowScripts: Readonly<Record<string, boolean>>;
  };

  test('has a bill of materials with a licence and a hash for each package', () => {
    const bom = JSON.parse(read('release/sbom.cdx.json')) as {
      readonly specVersion: string;
      readonly components: readonly {
        readonly purl: string;
        readonly hashes: readonly { readonly content: string }[];
      }[];
    };
    expect(bom.specVersion).toBe('1.6');
    expect(bom.components.length).toBe(components(root).length);
    for (const { purl, hashes } of bom.components) {
      expect(purl).toMatch(/^pkg:npm\/\S+@\d/);
      expect(hashes[0]?.content).toMatch(/^[\da-f]{128}$/);
    }
    const named = new Set(components(root).map(({ name }) => name));
    for (const name of Object.keys(own.dependencies)) expect(named).toContain(name);
  });

  test('deploys only packages whose licences a municipality can accept', () => {
    const refused = components(root).filter(({ licence }) => !ACCEPTED_LICENCES.has(licence));
    expect(refused).toEqual([]);
  });

  test('pins every package by version and hash, and names no server', () => {
    const direct = Object.entries({ ...own.dependencies, ...own.devDependencies });
    expect(
      direct.filter(([, version]) => !/^(?:npm:[\w-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    ).toEqual([]);
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
    expect(
      packages.filter(([, { integrity }]) => integrity !== undefined && !integrity.startsWith('sha512-')),
    ).toEqual([]);
    const deployed = packages.filter(
      ([, { dev, devOptional, optional }]) => !dev && !devOptional && !optional,
    );
    expect(deployed.filter(([, { integrity }]) => integrity === undefined).map(([folder]) => folder)).toEqual(
      [],
    );
  });

  test('runs no script at installation but those that are known', () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const names = scripted.map(([folder]) => folder.split('node_modules/').at(-1) ?? '');
    expect(names.filter((name) => own.allowScripts[name] !== true)).toEqual([]);
  });
});
