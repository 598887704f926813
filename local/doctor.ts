import { parseArgs } from 'node:util';
import { appChecks } from './doctor/app-checks.ts';
import { directoryChecks } from './doctor/directory-checks.ts';
import { examine, type Examined } from './doctor/doctor-check.ts';

const HELP = `Undersöker en driftsatt miljö steg för steg och säger vad som ska rättas. Ändrar och postar ingenting.

  npm run doctor -- --host index.kommunen.se --tenant KATALOG-ID --client-id KLIENT-ID

I en azd-miljö räcker: azd env get-values, som ger TAB_HOST, API_CLIENT_ID och AZURE_TENANT_ID.
Inloggningen tas från az login, eller från DOCTOR_GRAPH_TOKEN och DOCTOR_API_TOKEN.
Andra platser: --address, --authority, --graph.
`;
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const env = process.env;
  const { values } = parseArgs({
    options: {
      host: { type: 'string', default: env['TAB_HOST'] ?? '' },
      tenant: { type: 'string', default: env['AZURE_TENANT_ID'] ?? '' },
      'client-id': { type: 'string', default: env['API_CLIENT_ID'] ?? '' },
      address: { type: 'string', default: '' },
      authority: { type: 'string', default: 'https://login.microsoftonline.com' },
      graph: { type: 'string', default: 'https://graph.microsoft.com/v1.0' },
    },
  });
  const { host, tenant: tenantId, 'client-id': clientId, authority, graph } = values;
  if (host === '' || tenantId === '' || clientId === '') {
    process.stderr.write(HELP);
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
  };
  const { ill, notTaken } = await examine([...directoryChecks(examined), ...appChecks(examined)], say);
  say(
    ill + notTaken === 0
      ? '\nAllt är som det ska.'
      : `\n${ill} fel, ${notTaken} steg som inte kunde tas. Rätta uppifrån och ned: senare fel kan bero på tidigare.`,
  );
  return ill === 0 ? 0 : 1;
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
