import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { environmentSchema } from './environment.ts';
import { buildTeamsPackage, PackageError } from './teams-package.ts';

/** `npm run package -- --environment manifest/environments/<name>.json` writes dist/manifest/<name>.zip. */
function main(): void {
  const root = join(import.meta.dirname, '..');
  const { values } = parseArgs({
    options: {
      environment: { type: 'string', default: join(root, 'manifest/environments/sample.json') },
      version: { type: 'string' },
    },
  });
  const environment = environmentSchema.safeParse(JSON.parse(readFileSync(values.environment, 'utf8')));
  if (!environment.success)
    throw new PackageError(`${values.environment}:\n${z.prettifyError(environment.error)}`);
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const zip = buildTeamsPackage(environment.data, values.version ?? own.version);
  const folder = join(root, 'dist/manifest');
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${basename(values.environment, '.json')}.zip`);
  writeFileSync(target, zip);
  process.stdout.write(`${target} (${zip.byteLength} bytes)\n`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof PackageError) && !(error instanceof SyntaxError)) throw error;
  process.stderr.write(`Paketet kunde inte byggas.\n${error.message}\n`);
  process.exitCode = 1;
}
