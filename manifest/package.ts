import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { environmentOfAzd, environmentSchema } from './environment.ts';
import { buildTeamsPackage, PackageError } from './teams-package.ts';

/**
 * `npm run package -- --environment manifest/environments/<name>.json` writes dist/manifest/<name>.zip; with `--azd` the
 * environment is what azd has just deployed.
 */
function main(): void {
  const root = join(import.meta.dirname, '..');
  const { values } = parseArgs({
    options: {
      environment: { type: 'string', default: join(root, 'manifest/environments/sample.json') },
      version: { type: 'string' },
      azd: { type: 'boolean', default: false },
    },
  });
  const from = values.azd ? (process.env['AZURE_ENV_NAME'] ?? 'azd') : values.environment;
  const given: unknown = values.azd
    ? environmentOfAzd(process.env)
    : JSON.parse(readFileSync(values.environment, 'utf8'));
  const environment = environmentSchema.safeParse(given);
  if (!environment.success) throw new PackageError(`${from}:\n${z.prettifyError(environment.error)}`);
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const zip = buildTeamsPackage(environment.data, values.version ?? own.version);
  const folder = join(root, 'dist/manifest');
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${basename(from, '.json')}.zip`);
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
