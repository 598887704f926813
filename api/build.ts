import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

/**
 * Builds dist/api: a folder that Azure Functions can run as it is, without installing or building anything there. One
 * CommonJS file, because a bundle starts faster than its packages do; what the worker provides stays outside. The same
 * sources give the same bytes.
 */
const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { to: { type: 'string', default: 'dist/api' } } });
const folder = join(root, values.to);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['api/src/main.ts'],
  outfile: `${values.to}/main.cjs`,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  external: ['@azure/functions-core'],
  minify: false,
  // A package that asks where it stands gets this bundle's own address.
  define: { 'import.meta.url': 'bundleUrl', 'import.meta.dirname': '__dirname' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  sourcemap: 'linked',
  // The sources stand in the repository; without them the map is small and has no path of this machine.
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
});
await copyFile(join(root, 'api/host.json'), join(folder, 'host.json'));
const manifest = { name: 'digitaliseringsindex-api', private: true, type: 'commonjs', main: 'main.cjs' };
await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
