import { join } from 'node:path';
import { z } from 'zod';

const list = z
  .string()
  .transform((text) => text.split(',').map((item) => item.trim()))
  .pipe(z.array(z.string().min(1)).min(1));
/** Ids as tokens write them, so that the two can be compared. */
const guids = list.pipe(z.array(z.guid().transform((id) => id.toLowerCase())));
const address = z.url({ protocol: /^https?$/ });
const template = z.string().refine((text) => URL.canParse(text.replaceAll('{tenant}', 'x')), 'an address');

/** What each variable means, for the message that says what to set. */
const environmentSchema = z.object({
  ALLOWED_TENANTS: guids.describe('the directory (tenant) ids that may use the app, with commas between'),
  API_CLIENT_ID: z.guid().describe("the client id of this API's app registration"),
  TOKEN_ISSUER_TEMPLATE: template
    .default('https://login.microsoftonline.com/{tenant}/v2.0')
    .describe('the issuer of tokens, with {tenant} for the tenant id'),
  TOKEN_ISSUER_V1_TEMPLATE: template
    .default('https://sts.windows.net/{tenant}/')
    .describe('the issuer of v1 tokens, with {tenant} for the tenant id'),
  API_APP_ID_URI: z
    .string()
    .regex(/^api:\/\/\S+$/)
    .optional()
    .describe("the application id URI of this API's app registration, api://host/client-id"),
  TOKEN_JWKS_TEMPLATE: template
    .default('https://login.microsoftonline.com/{tenant}/discovery/v2.0/keys')
    .describe("the address of the issuer's keys, with {tenant} for the tenant id"),
  AUTHORITY_HOST: z
    .url({ protocol: /^https$/ })
    .default('https://login.microsoftonline.com')
    .describe('the address of Microsoft Entra, https'),
  GRAPH_BASE_URL: z
    .url({ protocol: /^https$/ })
    .default('https://graph.microsoft.com/v1.0')
    .describe('the address of Microsoft Graph with its version, https'),
  AzureWebJobsStorage: z.string().min(1).optional().describe('a storage connection string'),
  AzureWebJobsStorage__tableServiceUri: address.optional().describe('the address of the table service'),
  AzureWebJobsStorage__queueServiceUri: address.optional().describe('the address of the queue service'),
  KEY_VAULT_URL: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe('the address of the Key Vault'),
  SECRETS_FILE: z.string().min(1).optional().describe('the path of an encrypted file of secrets'),
  SECRETS_FILE_KEY: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.byteLength === 32, '32 bytes')
    .optional()
    .describe('the key of SECRETS_FILE, 32 bytes as base64'),
  WEBHOOK_HOSTS: list
    .default(['*.environment.api.powerplatform.com', '*.logic.azure.com'])
    .describe('the hosts that digests may be posted to, with commas between'),
  WEBHOOK_TIMEOUT_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(20)
    .describe('how long a flow may take to answer a digest, 1 to 100 seconds'),
  TEAMS_APP_ID: z.guid().describe('the id of the Teams app, for links into the tab'),
  TEAMS_LINK_BASE: address
    .default('https://teams.microsoft.com/l/entity')
    .describe('the address that links into the tab begin with'),
  TAB_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('the folder of the built tab, where it is not beside the bundle'),
  PUBLIC_ADDRESS: address
    .transform((text) => text.replace(/\/$/, ''))
    .default('http://localhost')
    .describe('the address that everybody reaches the app at, for the catalogue of open data'),
  LIST_CHANGE_DELAY_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3600)
    .default(60)
    .describe('how long changes of a list are collected before it is read, 1 to 3600 seconds'),
  REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(10)
    .default(600)
    .describe('how many requests a minute one person may make, 10 or more'),
  MANAGED_IDENTITY_CLIENT_ID: z
    .guid()
    .optional()
    .describe('the client id of a user-assigned managed identity'),
});

/** How storage is reached: by connection string on a developer's machine, by managed identity in Azure. */
export type StorageConfig =
  | { readonly kind: 'connection-string'; readonly connectionString: string }
  | { readonly kind: 'identity'; readonly tableServiceUri: string; readonly queueServiceUri: string };

export type SecretsConfig =
  | { readonly kind: 'key-vault'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string; readonly key: Buffer };

/** Everything the app is told from outside. */
export interface Config {
  readonly allowedTenants: readonly string[];
  readonly clientId: string;
  readonly appIdUri: string | null;
  readonly issuerTemplate: string;
  readonly issuerV1Template: string;
  readonly jwksTemplate: string;
  /** Where tokens on behalf of somebody are asked for. */
  readonly authorityHost: string;
  readonly graphBaseUrl: string;
  readonly storage: StorageConfig;
  readonly secrets: SecretsConfig;
  readonly webhookHosts: readonly string[];
  readonly publicAddress: string;
  readonly webhookTimeoutMs: number;
  /** How long changes of a list are collected before it is read. */
  readonly listChangeDelayMs: number;
  readonly requestsPerMinute: number;
  readonly tabFolder: string;
  readonly teamsAppId: string;
  readonly teamsLinkBase: string;
  readonly managedIdentityClientId: string | null;
}

/** The app can't start: names every variable that is wrong and what to set. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The app's settings are not complete:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads the environment, once; the only place that does.
 *
 * @throws ConfigError with all problems at once
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  // A variable that is set to nothing is not set.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const parsed = environmentSchema.safeParse(set);
  const problems = parsed.success ? [] : parsed.error.issues.map(({ path }) => problemOf(String(path[0])));
  const storage = storageOf(set);
  if (storage === null) {
    problems.push(
      'AzureWebJobsStorage: set a storage connection string, or AzureWebJobsStorage__tableServiceUri and AzureWebJobsStorage__queueServiceUri',
    );
  }
  if (!set['KEY_VAULT_URL'] && !(set['SECRETS_FILE'] && set['SECRETS_FILE_KEY'])) {
    problems.push('KEY_VAULT_URL: set the address of the Key Vault, or SECRETS_FILE and SECRETS_FILE_KEY');
  }
  if (!parsed.success || storage === null || problems.length > 0)
    throw new ConfigError([...new Set(problems)]);
  const env = parsed.data;
  return {
    allowedTenants: env.ALLOWED_TENANTS,
    clientId: env.API_CLIENT_ID,
    appIdUri: env.API_APP_ID_URI ?? null,
    issuerTemplate: env.TOKEN_ISSUER_TEMPLATE,
    issuerV1Template: env.TOKEN_ISSUER_V1_TEMPLATE,
    jwksTemplate: env.TOKEN_JWKS_TEMPLATE,
    authorityHost: env.AUTHORITY_HOST,
    graphBaseUrl: env.GRAPH_BASE_URL,
    storage,
    secrets: env.KEY_VAULT_URL
      ? { kind: 'key-vault', url: env.KEY_VAULT_URL }
      : { kind: 'file', path: env.SECRETS_FILE ?? '', key: env.SECRETS_FILE_KEY ?? Buffer.alloc(0) },
    webhookHosts: env.WEBHOOK_HOSTS,
    publicAddress: env.PUBLIC_ADDRESS,
    webhookTimeoutMs: env.WEBHOOK_TIMEOUT_SECONDS * 1000,
    listChangeDelayMs: env.LIST_CHANGE_DELAY_SECONDS * 1000,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    tabFolder: env.TAB_FOLDER ?? join(import.meta.dirname, 'tab'),
    teamsAppId: env.TEAMS_APP_ID,
    teamsLinkBase: env.TEAMS_LINK_BASE,
    managedIdentityClientId: env.MANAGED_IDENTITY_CLIENT_ID ?? null,
  };
}

function problemOf(name: string): string {
  const shape: Readonly<Record<string, z.ZodType>> = environmentSchema.shape;
  return `${name}: set ${shape[name]?.description ?? 'it'}`;
}

function storageOf(set: Readonly<Record<string, string | undefined>>): StorageConfig | null {
  const connectionString = set['AzureWebJobsStorage'];
  if (connectionString) return { kind: 'connection-string', connectionString };
  const tableServiceUri = set['AzureWebJobsStorage__tableServiceUri'];
  const queueServiceUri = set['AzureWebJobsStorage__queueServiceUri'];
  return tableServiceUri && queueServiceUri ? { kind: 'identity', tableServiceUri, queueServiceUri } : null;
}
