import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { median, type Bench } from './figure.ts';

const root = join(import.meta.dirname, '../..');
const ROUNDS = 9;
const run = promisify(execFile);

/** The app's settings; nothing of them is called while it loads. */
const GUID = '8a1f6c2d-3b4e-4f5a-8c7d-9e0b1a2c3d4e';
const environment = {
  PATH: process.env['PATH'] ?? '',
  ALLOWED_TENANTS: GUID,
  API_CLIENT_ID: GUID,
  TEAMS_APP_ID: GUID,
  KEY_VAULT_URL: 'https://vault.example',
  AzureWebJobsStorage: 'UseDevelopmentStorage=true',
};

/** What the Functions worker provides, for a process that only loads the app. */
const STUB = `
const Module = require('node:module');
const load = Module._load;
const core = { version: '4', hostVersion: '4', registerHook: () => ({}), setProgrammingModel: () => {}, getProgrammingModel: () => ({}), log: () => {}, registerFunction: () => {}, Disposable: class {} };
Module._load = (name, ...rest) => (name === '@azure/functions-core' ? core : load(name, ...rest));
`;

async function loadMs(file: string | null): Promise<number> {
  const code = `${STUB}${file === null ? '' : `require(${JSON.stringify(file)});`}`;
  const startedAt = performance.now();
  await run(process.execPath, ['-e', code], { env: environment, cwd: root });
  return performance.now() - startedAt;
}

/**
 * How long a new instance takes from process start to the app's functions registered: the deployed bundle against the same
 * sources with their packages left outside, read from node_modules file by file.
 */
export const bench: Bench = {
  title: 'loading the app in a new process',
  run: async () => {
    const folder = await mkdtemp(join(root, 'dist/cold-start-'));
    try {
      const unbundled = join(folder, 'main.cjs');
      await build({
        absWorkingDir: root,
        entryPoints: ['api/src/main.ts'],
        outfile: unbundled,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        packages: 'external',
        define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'bundleUrl' },
        banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
        logLevel: 'silent',
      });
      const bundled = join(root, 'dist/release/functions/main.cjs');
      const times = { nothing: [] as number[], bundled: [] as number[], unbundled: [] as number[] };
      // In turns, so that what else the machine does falls on all alike.
      for (let round = 0; round < ROUNDS; round += 1) {
        times.nothing.push(await loadMs(null));
        times.bundled.push(await loadMs(bundled));
        times.unbundled.push(await loadMs(unbundled));
      }
      const nothing = median(times.nothing);
      const ownMs = (all: readonly number[]) => median(all) - nothing;
      return [
        { name: 'bundled, without Node itself', value: ownMs(times.bundled), unit: 'ms', baseline: null },
        { name: 'unbundled, without Node itself', value: ownMs(times.unbundled), unit: 'ms', baseline: null },
        {
          name: 'bundled',
          value: ownMs(times.bundled) / ownMs(times.unbundled),
          unit: 'ratio',
          baseline: 'unbundled',
        },
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
