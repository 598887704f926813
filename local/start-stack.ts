import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiClient } from './api-client.ts';
import { startAzurite } from './azurite/azurite.ts';
import { createCertificate } from './certificate.ts';
import { startFunctionsHost, type FunctionsHost } from './functions-host/functions-host.ts';
import { createGraphStandIn, type GraphStandIn } from './graph/graph-stand-in.ts';
import type { SampleTenant } from './graph/tenant-content.ts';
import { startAuthority, type Authority } from './identity-issuer/authority.ts';
import { startIdentityIssuer, type IdentityIssuer } from './identity-issuer/identity-issuer.ts';
import { API_CLIENT_ID, TEAMS_APP_ID, TENANT_ID, type SampleUser } from './identity-issuer/users.ts';
import { reservePorts, type Ports } from './ports.ts';
import { startWeb } from './web/web-server.ts';
import { startWorkflows, type WorkflowsStandIn } from './workflows/workflows-stand-in.ts';

/** Something the product needs to start is not there; the message says what to do. */
export class MissingPieceError extends Error {
  override readonly name = 'MissingPieceError';
}

export interface StackOptions {
  readonly tenant: SampleTenant;
  /** Port of the web, the others follow it; 0 for free ones. */
  readonly port: number;
  /** Where Azurite and the local secrets are kept between runs. */
  readonly dataFolder: string;
  /** Empty the data folder first. */
  readonly fresh: boolean;
  /** Stops what has been started, and starts no more. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (line: string) => void;
  readonly onLog?: (line: string) => void;
  /** Settings of the functions app in place of the usual ones. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The whole product on one machine, with the controls that tests need. */
export interface Stack {
  /** The one address that people open. */
  readonly url: string;
  readonly storage: string;
  readonly graph: GraphStandIn;
  readonly issuer: IdentityIssuer;
  readonly authority: Authority;
  readonly workflows: WorkflowsStandIn;
  /** The certificate of the stand-ins, for NODE_EXTRA_CA_CERTS. */
  readonly certificateFile: string;
  readonly functions: () => FunctionsHost;
  /** The API as a user of the sample tenant. */
  api(user: SampleUser): ApiClient;
  /** Starts the functions host again, after it was stopped or killed. */
  restartFunctions(): Promise<void>;
  stopStorage(): Promise<void>;
  /** Starts storage again with what it held. */
  restartStorage(): Promise<void>;
  stop(): Promise<void>;
}

const distFolder = join(import.meta.dirname, '../dist');

/** Starts everything in order; what was started is stopped again if a later part fails. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { onProgress = () => undefined, onLog = () => undefined, signal } = options;
  const step = (line: string) => {
    signal?.throwIfAborted();
    onProgress(line);
  };
  for (const built of ['api/main.cjs', 'release/functions/tab/index.html', 'teams-host/index.html']) {
    if (!existsSync(join(distFolder, built))) {
      throw new MissingPieceError(`dist/${built} saknas. Kör npm run build först.`);
    }
  }
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopOne of started.splice(0).reverse()) await stopOne();
  };
  try {
    const ports = await reservePorts(options.port);
    await mkdir(options.dataFolder, { recursive: true });
    const certificate = await createCertificate(options.dataFolder);
    step('Lagring (Azurite) startar');
    const folder = join(options.dataFolder, 'azurite');
    let azurite = await startAzurite({ folder, fresh: options.fresh, ports });
    started.push(() => azurite.stop());
    step('Identitet, Graph och Workflows startar');
    const identityHeader = randomBytes(16).toString('hex');
    const issuer = await startIdentityIssuer(ports.identity, identityHeader);
    started.push(() => issuer.close());
    const authority = await startAuthority(ports.authority, certificate, issuer);
    started.push(() => authority.close());
    const tokenIssuer = { jwksUrl: `${issuer.url}/${TENANT_ID}/discovery/v2.0/keys` };
    const graph = createGraphStandIn({ tenant: options.tenant, certificate, tokenIssuer });
    const graphUrl = await graph.listen(ports.graph);
    started.push(() => graph.close());
    const workflows = await startWorkflows(ports.workflows, certificate);
    started.push(() => workflows.close());
    const environment = {
      ...settingsOf({
        ports,
        storage: azurite.connectionString,
        issuerUrl: issuer.url,
        identityHeader,
        graphUrl,
        authorityUrl: authority.url,
      }),
      NODE_EXTRA_CA_CERTS: certificate.file,
      SECRETS_FILE: join(options.dataFolder, 'secrets.bin'),
      SECRETS_FILE_KEY: await secretsKey(options.dataFolder),
      ...options.environment,
    };
    step('Funktionsvärden startar');
    const startHost = () =>
      startFunctionsHost({ appFolder: join(distFolder, 'api'), port: ports.functions, environment, onLog });
    let functions = await startHost();
    started.push(() => functions.stop());
    const functionsUrl = () => functions.url;
    const web = await startWeb(ports.web, { distFolder, functionsUrl, issuer, workflows, graph });
    started.push(() => web.close());
    signal?.throwIfAborted();
    return {
      url: web.url,
      storage: azurite.connectionString,
      graph,
      issuer,
      authority,
      workflows,
      certificateFile: certificate.file,
      functions: () => functions,
      api: (user) => new ApiClient(web.url, () => issuer.userToken(user)),
      restartFunctions: async () => {
        await functions.stop();
        functions = await startHost();
      },
      stopStorage: () => azurite.stop(),
      restartStorage: async () => {
        await azurite.stop();
        azurite = await startAzurite({ folder, fresh: false, ports });
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The functions app's settings: the same names as in Azure, with the stand-ins' addresses. */
function settingsOf(at: {
  readonly ports: Ports;
  readonly storage: string;
  readonly issuerUrl: string;
  readonly identityHeader: string;
  readonly graphUrl: string;
  readonly authorityUrl: string;
}): Record<string, string> {
  return {
    ALLOWED_TENANTS: TENANT_ID,
    API_CLIENT_ID,
    TOKEN_ISSUER_TEMPLATE: `${at.issuerUrl}/{tenant}/v2.0`,
    TOKEN_ISSUER_V1_TEMPLATE: `${at.issuerUrl}/{tenant}/`,
    TOKEN_JWKS_TEMPLATE: `${at.issuerUrl}/{tenant}/discovery/v2.0/keys`,
    GRAPH_BASE_URL: at.graphUrl,
    AUTHORITY_HOST: at.authorityUrl,
    AzureWebJobsStorage: at.storage,
    WEBHOOK_HOSTS: `localhost:${at.ports.workflows}`,
    TEAMS_APP_ID,
    PUBLIC_ADDRESS: `http://localhost:${at.ports.web}`,
    TAB_FOLDER: join(distFolder, 'release/functions/tab'),
    TEAMS_LINK_BASE: `http://localhost:${at.ports.web}/l/entity`,
    IDENTITY_ENDPOINT: `${at.issuerUrl}/msi/token`,
    IDENTITY_HEADER: at.identityHeader,
    // Tests and the sample's start ask far more often than a person does.
    REQUESTS_PER_MINUTE: '100000',
    FUNCTIONS_WORKER_RUNTIME: 'node',
    TZ: 'UTC',
  };
}

/** The key of the local secrets file, made once and kept beside it: it protects nothing but this machine's samples. */
async function secretsKey(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'secrets.key');
  if (!existsSync(file)) await writeFile(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFile(file, 'utf8');
}
