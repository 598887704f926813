import { randomUUID } from 'node:crypto';
import { ExcelAndCsv } from './adapters/files/excel-and-csv.ts';
import { GraphDriveFiles } from './adapters/graph/graph-drive-files.ts';
import { GraphListSubscriptions } from './adapters/graph/graph-list-subscriptions.ts';
import { GraphSiteBrowser } from './adapters/graph/graph-site-browser.ts';
import { GraphListReader } from './adapters/graph/list-reader.ts';
import type { LazyManagedIdentity } from './adapters/identity/managed-identity.ts';
import { EXCHANGE_AUDIENCE, OnBehalfOfTokens } from './adapters/identity/on-behalf-of-tokens.ts';
import { TokenAppIdentity } from './adapters/identity/token-app-identity.ts';
import { createCheckSource } from './app/sources/check-source.ts';
import { createCreateLists } from './app/sources/create-lists.ts';
import type { AuditLog } from './app/ports/audit-log.ts';
import type { Clock } from './app/ports/clock.ts';
import type { SourceReader } from './app/ports/list-reader.ts';
import type { KeptRowsStore, ListDescriptions } from './app/ports/kept-rows.ts';
import type { ListSubscriptions } from './app/ports/list-subscriptions.ts';
import type { SettingsStore } from './app/ports/settings-store.ts';
import type { UploadStore } from './app/ports/table-files.ts';
import { createPreviewSource } from './app/sources/preview-source.ts';
import { createReadSourceColumns } from './app/sources/read-source-columns.ts';
import type { AccessAs } from './app/sources/source-access.ts';
import { createSourceReader, fetchFile } from './app/sources/source-reader.ts';
import { createUploadFile } from './app/sources/upload-file.ts';
import type { Config } from './config.ts';
import type { SourceServices } from './functions/services.ts';

const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

/** Wires what reads sources: by itself on a schedule, and on behalf of admins who set them up. */
export function composeSources(
  config: Config,
  parts: {
    readonly identity: LazyManagedIdentity;
    readonly uploads: UploadStore;
    /** Where rows of lists are kept between readings; never those of a survey. */
    readonly kept: KeptRowsStore;
    readonly descriptions: ListDescriptions;
    readonly settings: SettingsStore;
    readonly audit: AuditLog;
    readonly clock: Clock;
  },
): {
  readonly appReader: SourceReader;
  readonly listSubscriptions: ListSubscriptions;
  readonly services: SourceServices;
} {
  const { identity, uploads, kept, descriptions, settings, audit, clock } = parts;
  const baseUrl = config.graphBaseUrl;
  const tableFiles = new ExcelAndCsv();
  const appToken = () => identity.token(GRAPH_SCOPE);
  const onBehalfOf = new OnBehalfOfTokens({
    clientId: config.clientId,
    authorityHost: config.authorityHost,
    scope: GRAPH_SCOPE,
    assertion: () => identity.token(`${EXCHANGE_AUDIENCE}/.default`),
  });
  const filesAs = (tenantId: string, userToken: string) =>
    new GraphDriveFiles(personOptions(tenantId, userToken), 'person');
  const personOptions = (tenantId: string, userToken: string) => ({
    baseUrl,
    token: () => onBehalfOf.graphToken(tenantId, userToken),
    clock,
  });
  const accessAs: AccessAs = (tenantId, userToken) => {
    const options = personOptions(tenantId, userToken);
    const lists = new GraphListReader(options, 'person');
    const driveFiles = new GraphDriveFiles(options, 'person');
    return {
      browser: new GraphSiteBrowser(options),
      reader: createSourceReader({ lists, driveFiles, uploads, tableFiles }),
    };
  };
  const appOptions = { baseUrl, token: appToken, clock };
  const appReader = createSourceReader({
    lists: new GraphListReader(appOptions, 'app', kept, descriptions),
    driveFiles: new GraphDriveFiles(appOptions),
    uploads,
    tableFiles,
  });
  return {
    appReader,
    listSubscriptions: new GraphListSubscriptions(
      appOptions,
      `${config.publicAddress}/api/notifications/lists`,
    ),
    services: {
      accessAs,
      readColumns: createReadSourceColumns({
        accessAs,
        outlineOf: async (tenantId, userToken, location) => {
          if (location.kind === 'sharepoint-list') return { sheets: [] };
          const driveFiles = filesAs(tenantId, userToken);
          return tableFiles.outline(await fetchFile({ driveFiles, uploads }, tenantId, location));
        },
      }),
      preview: createPreviewSource({ accessAs, settings, clock }),
      check: createCheckSource({
        appReader,
        appIdentity: new TokenAppIdentity(appToken),
        accessAs,
        graphBaseUrl: baseUrl,
      }),
      createLists: createCreateLists({ accessAs, audit, clock }),
      upload: createUploadFile({
        uploads,
        tableFiles,
        audit,
        clock,
        newId: randomUUID,
        decodeBase64: (text) => new Uint8Array(Buffer.from(text, 'base64')),
      }),
    },
  };
}
