import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { AuditEntry } from '#core/contracts/audit.ts';
import { DEFAULT_REFRESH_SCHEDULE } from '#core/settings/refresh-schedule.ts';
import { settingsSchema, type Settings } from '#core/settings/settings-schema.ts';
import { ProblemError } from '../../app/errors.ts';
import type {
  AuditOutbox,
  SaveOutcome,
  SettingsStore,
  SettingsSummary,
} from '../../app/ports/settings-store.ts';
import { DocumentParts, type Generation } from './documents.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { entitiesWithPrefix, readEntity, writingOver } from './table-access.ts';

/** The head names the latest version. `summary` is JSON of {@link SettingsSummary}. */
interface HeadEntity extends Generation {
  readonly summary: string;
}

/** One version, under its number. */
interface VersionEntity extends Generation {
  readonly savedAt: string;
  readonly savedBy: string;
}

const HEAD = 'settings';
const VERSION = 'version-';
/** Before the number of a version: its entry has not been seen to reach the audit log. */
const DUE = 'audit-due-';
const BODY = 'stored';

/**
 * Settings by version. Every version stays, under a key of its own; the head names the latest and is switched together
 * with the new version's entry in one transaction, by its eTag, so that two who save at once can't both win.
 */
export class TableSettingsStore implements SettingsStore, AuditOutbox {
  readonly #table: TableClient;
  readonly #parts: DocumentParts;

  constructor(table: TableClient) {
    this.#table = table;
    this.#parts = new DocumentParts(table);
  }

  async summary(tenantId: string): Promise<SettingsSummary | null> {
    const head = await readEntity<HeadEntity>(this.#table, tenantId, HEAD);
    return head && summaryIn(head);
  }

  async latest(tenantId: string): Promise<StoredSettings | null> {
    const head = await readEntity<HeadEntity>(this.#table, tenantId, HEAD);
    if (!head) return null;
    // Versions are never removed, so what the head names is there.
    const body = await this.#parts.read(tenantId, HEAD, head, BODY);
    if (!body) throw new ProblemError('storage-unavailable');
    return asOfToday(body.json as StoredSettings);
  }

  async version(tenantId: string, version: number): Promise<StoredSettings | null> {
    const entity = await readEntity<VersionEntity>(this.#table, tenantId, versionKey(version));
    const body = entity && (await this.#parts.read(tenantId, HEAD, entity, BODY));
    return body ? asOfToday(body.json as StoredSettings) : null;
  }

  async versions(tenantId: string, count: number): Promise<readonly Omit<StoredSettings, 'settings'>[]> {
    const entities = await entitiesWithPrefix<VersionEntity>(this.#table, tenantId, VERSION);
    return entities
      .slice(-count)
      .toReversed()
      .map(({ rowKey, savedAt, savedBy }) => {
        return { version: Number((rowKey ?? '').slice(VERSION.length)), savedAt, savedBy };
      });
  }

  async save(
    tenantId: string,
    settings: Settings,
    expectedVersion: number,
    saved: { readonly at: string; readonly by: string },
    entry: AuditEntry,
  ): Promise<SaveOutcome> {
    const head = await readEntity<HeadEntity>(this.#table, tenantId, HEAD);
    if (versionOf(head) !== expectedVersion) return { kind: 'conflict', version: versionOf(head) };
    const version = expectedVersion + 1;
    const stored: StoredSettings = { version, savedAt: saved.at, savedBy: saved.by, settings };
    const written = await this.#parts.write(tenantId, HEAD, { [BODY]: stored });
    const at = { partitionKey: tenantId, ...written };
    const summary = JSON.stringify(summaryOf(stored));
    const newHead = { ...at, rowKey: HEAD, summary };
    const [packedEntry] = await packJson(entry);
    const actions: TransactionAction[] = [
      ['create', { partitionKey: tenantId, rowKey: `${DUE}${padded(version)}`, ...packedEntry }],
      ['create', { ...at, rowKey: versionKey(version), savedAt: saved.at, savedBy: saved.by }],
      head ? ['update', newHead, 'Replace', { etag: head.etag }] : ['create', newHead],
    ];
    const switched = await writingOver(this.#table, () => this.#table.submitTransaction(actions));
    if (switched) return { kind: 'saved', stored };
    await this.#parts.remove(tenantId, HEAD, written.generation);
    return {
      kind: 'conflict',
      version: versionOf(await readEntity<HeadEntity>(this.#table, tenantId, HEAD)),
    };
  }

  async due(tenantId: string): Promise<readonly { readonly key: string; readonly entry: AuditEntry }[]> {
    const entities = await entitiesWithPrefix<Record<string, unknown>>(this.#table, tenantId, DUE);
    return Promise.all(
      entities.map(async (entity) => {
        const key = String(entity.rowKey).slice(DUE.length);
        return { key, entry: (await unpackJson([entity])) as AuditEntry };
      }),
    );
  }

  async settled(tenantId: string, key: string): Promise<void> {
    await writingOver(this.#table, () => this.#table.deleteEntity(tenantId, `${DUE}${key}`));
  }

  /** Whether the storage answers at all. */
  async ping(): Promise<void> {
    await readEntity(this.#table, 'health', 'health');
  }
}

/** What has been added to the settings since they were saved gets its default; a version that no longer fits stays as it is. */
function asOfToday(stored: StoredSettings): StoredSettings {
  const parsed = settingsSchema.safeParse(stored.settings);
  return parsed.success ? { ...stored, settings: parsed.data } : stored;
}

/** A summary written before there was a schedule has the default one. */
function summaryIn(head: HeadEntity): SettingsSummary {
  const summary = JSON.parse(head.summary) as Partial<SettingsSummary>;
  return { refresh: DEFAULT_REFRESH_SCHEDULE, ...summary } as SettingsSummary;
}

function versionOf(head: HeadEntity | null): number {
  return head ? (JSON.parse(head.summary) as SettingsSummary).version : 0;
}

function versionKey(version: number): string {
  return `${VERSION}${padded(version)}`;
}

function padded(version: number): string {
  return String(version).padStart(10, '0');
}

function summaryOf({ version, settings }: StoredSettings): SettingsSummary {
  const { organisationName, years, visibility, refresh } = settings;
  return { version, organisationName, years, refresh, unitsVisibleTo: visibility.units };
}
