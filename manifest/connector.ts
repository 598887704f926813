import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { connectorDefinition, connectorProperties } from '#core/contracts/connector.ts';
import { environmentOfAzd, environmentSchema } from './environment.ts';

/**
 * `npm run connector -- --environment manifest/environments/<name>.json` (or `--azd`) writes the custom connector for Power
 * Platform to dist/connector: the two files that `paconn create` asks for.
 */
function main(): number {
  const root = join(import.meta.dirname, '..');
  const { values } = parseArgs({
    options: {
      environment: { type: 'string', default: join(root, 'manifest/environments/sample.json') },
      azd: { type: 'boolean', default: false },
    },
  });
  const given: unknown = values.azd
    ? environmentOfAzd(process.env)
    : JSON.parse(readFileSync(values.environment, 'utf8'));
  const environment = environmentSchema.safeParse(given);
  if (!environment.success) {
    process.stderr.write(`Anslutningen kunde inte byggas.\n${z.prettifyError(environment.error)}\n`);
    return 1;
  }
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  const { tabHost: host, clientId } = environment.data;
  const place = { host, clientId, version: own.version };
  const folder = join(root, 'dist/connector');
  mkdirSync(folder, { recursive: true });
  const files = {
    'apiDefinition.swagger.json': connectorDefinition(place),
    'apiProperties.json': connectorProperties(place),
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
  }
  process.stdout.write(`${folder}\n`);
  return 0;
}

process.exitCode = main();
