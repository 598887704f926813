import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appChecks } from './doctor/app-checks.ts';
import { directoryChecks } from './doctor/directory-checks.ts';
import { examine, type Examined } from './doctor/doctor-check.ts';
import { ENGLISH } from './doctor/texts-en.ts';
import { SWEDISH } from './doctor/texts-sv.ts';

/** What the app allows where its setting WEBHOOK_HOSTS is not set. */
const WEBHOOK_HOSTS = '*.environment.api.powerplatform.com,*.logic.azure.com';
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const env = process.env;
  const { values } = parseArgs({
    options: {
      azd: { type: 'string' },
      host: { type: 'string' },
      tenant: { type: 'string' },
      'client-id': { type: 'string' },
      address: { type: 'string', default: '' },
      authority: { type: 'string', default: 'https://login.microsoftonline.com' },
      graph: { type: 'string', default: 'https://graph.microsoft.com/v1.0' },
      language: { type: 'string', default: languageOfComputer(env) },
      'post-test': { type: 'boolean', default: false },
    },
  });
  const language = values.language === 'en' ? 'en' : 'sv';
  const texts = { sv: SWEDISH, en: ENGLISH }[language];
  if (values.azd !== undefined && !loadEnvironment(values.azd)) {
    process.stderr.write(texts.noEnvironment(values.azd));
    return 2;
  }
  const { authority, graph } = values;
  const host = values.host ?? env['TAB_HOST'] ?? '';
  const tenantId = values.tenant ?? env['AZURE_TENANT_ID'] ?? '';
  const clientId = values['client-id'] ?? env['API_CLIENT_ID'] ?? '';
  if (host === '' || tenantId === '' || clientId === '') {
    process.stderr.write(texts.help);
    return 2;
  }
  const examined: Examined = {
    address: values.address === '' ? `https://${host}` : values.address,
    host,
    tenantId,
    clientId,
    authority,
    graph,
    graphToken:
      env['DOCTOR_GRAPH_TOKEN'] ?? (await cliToken('https://graph.microsoft.com/.default', tenantId)),
    apiToken:
      env['DOCTOR_API_TOKEN'] ?? (await cliToken(`api://${host}/${clientId}/access_as_user`, tenantId)),
    identityId: env['MANAGED_IDENTITY_PRINCIPAL_ID'] ?? null,
    webhookHosts: (env['WEBHOOK_HOSTS'] ?? WEBHOOK_HOSTS).split(','),
    postTest: values['post-test'],
    language,
    texts,
  };
  const { ill, notTaken } = await examine([...directoryChecks(examined), ...appChecks(examined)], say);
  say(`\n${ill + notTaken === 0 ? texts.allIsWell : texts.found(ill, notTaken)}`);
  return ill === 0 ? 0 : 1;
}

/** Takes the variables that azd keeps of an environment; what is set already stays. @returns false where there is none */
function loadEnvironment(name: string): boolean {
  const file = join('.azure', name, '.env');
  if (!existsSync(file)) return false;
  process.loadEnvFile(file);
  return true;
}

/** Swedish, unless the computer says English. */
function languageOfComputer(env: NodeJS.ProcessEnv): string {
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return locale.startsWith('en') ? 'en' : 'sv';
}

/** A token of whoever is signed in with the Azure CLI; null where nobody is, or where it gives none for this. */
async function cliToken(scope: string, tenantId: string): Promise<string | null> {
  const { AzureCliCredential } = await import('@azure/identity');
  try {
    return (await new AzureCliCredential({ tenantId }).getToken(scope)).token;
  } catch {
    return null;
  }
}

process.exitCode = await main();
