import { parseArgs } from 'node:util';
import { TableClient, TableServiceClient } from '@azure/data-tables';
import { BackupError, backUp, restore, type TableAccount } from './table-files.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import { eraseTenant, exportTenant, prune, type SecretNames } from './tenant-data.ts';

const HELP = `Tables of an installation. Signs in as you (az login); needs Storage Table Data Contributor.

  npm run tables -- backup  --to FOLDER
  npm run tables -- restore --from FOLDER [--overwrite]
  npm run tables -- migrate [--apply]               without --apply only tells what it would do
  npm run tables -- export  --tenant ID --to FOLDER
  npm run tables -- prune   --days N --yes          removes audit entries and receipts older than N days
  npm run tables -- erase   --tenant ID --yes       removes everything that is stored of the tenant

Where: --account NAME [--vault https://…vault.azure.net], or --connection STRING (Azurite).
In an azd environment STORAGE_ACCOUNT and KEY_VAULT_URL are used by themselves (azd env get-values).
`;

const DAY_MS = 86_400_000;

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      account: { type: 'string', default: process.env['STORAGE_ACCOUNT'] ?? '' },
      vault: { type: 'string', default: process.env['KEY_VAULT_URL'] ?? '' },
      connection: { type: 'string', default: '' },
      to: { type: 'string', default: '' },
      from: { type: 'string', default: '' },
      tenant: { type: 'string', default: '' },
      days: { type: 'string', default: '' },
      overwrite: { type: 'boolean', default: false },
      apply: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
  });
  const [command = ''] = positionals;
  const { account, connection, to, from, tenant } = values;
  const isTenant = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(tenant);
  const isWhole: Readonly<Record<string, boolean>> = {
    backup: to !== '',
    restore: from !== '',
    migrate: true,
    export: isTenant && to !== '',
    prune: /^[1-9]\d{0,4}$/.test(values.days) && values.yes,
    erase: isTenant && values.yes,
  };
  if (!isWhole[command] || (account === '' && connection === '')) {
    process.stderr.write(HELP);
    return 2;
  }
  const tables = await accountOf(account, connection);
  const secrets = values.vault === '' ? null : await secretsIn(values.vault);
  const done: Readonly<Record<string, () => Promise<unknown>>> = {
    backup: () => backUp(tables, to, new Date().toISOString()),
    restore: () => restore(tables, from, values.overwrite, new Date().toISOString()),
    migrate: () => migrate(tables, MIGRATIONS, values.apply),
    export: () => exportTenant(tables, secrets, tenant, to),
    prune: () => prune(tables, new Date(Date.now() - Number(values.days) * DAY_MS)),
    erase: () => eraseTenant(tables, secrets, tenant),
  };
  process.stdout.write(`${JSON.stringify(await done[command]?.(), null, 2)}\n`);
  return 0;
}

async function accountOf(account: string, connection: string): Promise<TableAccount> {
  if (connection !== '') {
    const options = { allowInsecureConnection: true };
    return {
      service: TableServiceClient.fromConnectionString(connection, options),
      table: (name) => TableClient.fromConnectionString(connection, name, options),
    };
  }
  const { AzureCliCredential } = await import('@azure/identity');
  const credential = new AzureCliCredential();
  const address = `https://${account}.table.core.windows.net`;
  return {
    service: new TableServiceClient(address, credential),
    table: (name) => new TableClient(address, name, credential),
  };
}

async function secretsIn(vault: string): Promise<SecretNames> {
  const [{ AzureCliCredential }, { SecretClient }] = await Promise.all([
    import('@azure/identity'),
    import('@azure/keyvault-secrets'),
  ]);
  const client = new SecretClient(vault, new AzureCliCredential());
  return {
    list: async () => {
      const names: string[] = [];
      for await (const { name } of client.listPropertiesOfSecrets()) names.push(name);
      return names;
    },
    remove: async (name) => {
      await client.beginDeleteSecret(name);
    },
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof BackupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
