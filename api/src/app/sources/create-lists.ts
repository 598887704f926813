import type { CreatedLists } from '#core/contracts/sources.ts';
import type { Language } from '#core/contracts/digest.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import { decodedName } from '#core/settings/suggest-mapping.ts';
import { firstForm, toSource, type SourceDraft } from '#core/settings/source-draft.ts';
import { ProblemError } from '../errors.ts';
import { listTemplate, type NewList } from './list-templates.ts';
import type { Caller } from '../ports/caller.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ColumnDescription } from '../ports/list-reader.ts';
import type { AccessAs } from './source-access.ts';

export type CreateLists = (
  caller: Caller,
  userToken: string,
  request: {
    readonly siteId: string;
    readonly siteName: string;
    readonly topics: readonly SourceTopic[];
    readonly language: Language;
  },
  correlationId: string,
) => Promise<CreatedLists>;

/**
 * Makes the lists of some topics in a site, on behalf of the admin, and answers them as sources. The columns' internal
 * names are read back: SharePoint chooses them. A list's name that is taken gets a number.
 *
 * @throws ProblemError user-forbidden, consent-missing, site-not-found or a graph- problem
 */
export function createCreateLists(parts: {
  readonly accessAs: AccessAs;
  readonly audit: AuditLog;
  readonly clock: Clock;
}): CreateLists {
  return async (caller, userToken, { siteId, siteName, topics, language }, correlationId) => {
    const { tenantId } = caller;
    const { browser, reader } = parts.accessAs(tenantId, userToken);
    const taken = new Set((await browser.lists(siteId)).map(({ name }) => name.toLowerCase()));
    const created: CreatedLists['created'][number][] = [];
    for (const topic of topics) {
      const template = listTemplate(topic, language);
      const name = freeName(template.name, taken);
      const { id, webUrl } = await browser.createList(siteId, { ...template, name });
      const location = { kind: 'sharepoint-list', siteId, siteName, listId: id, listName: name } as const;
      const source = sourceOf(
        topic,
        template,
        location,
        await reader.columns(tenantId, location),
        parts.clock,
      );
      created.push({ topic, webUrl, source });
      await parts.audit.add(tenantId, {
        at: parts.clock.now().toISOString(),
        byId: caller.userId,
        byName: caller.name,
        action: 'list-created',
        subject: name,
        correlationId,
        changes: [],
      });
    }
    return { created };
  };
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} ${number}`;
  taken.add(free.toLowerCase());
  return free;
}

function sourceOf(
  topic: SourceTopic,
  template: NewList,
  location: SourceDraft['location'],
  columns: readonly ColumnDescription[],
  clock: Clock,
): CreatedLists['created'][number]['source'] {
  const internal = (name: string) =>
    columns.find((column) => column.displayName === name || decodedName(column.name) === name)?.name ?? null;
  const titleField = topic === 'units' ? 'name' : 'title';
  const mapped = Object.fromEntries(template.columns.map(({ field, name }) => [field, internal(name)]));
  const meanings = template.columns.flatMap(({ choices }) => Object.entries(choices));
  const source = toSource({
    id: `${topic}-${clock.now().getTime().toString(36)}`,
    topic,
    form: firstForm(topic),
    location,
    years: [],
    columns: { [titleField]: 'Title', ...mapped },
    values: Object.fromEntries(meanings.flatMap(([word, value]) => (value === null ? [] : [[word, value]]))),
    closesOn: topic === 'employee-survey' ? `${clock.now().getUTCFullYear()}-12-31` : '',
    parentRows: 'own',
    unitPath: [],
    columnKinds: Object.fromEntries(columns.map(({ name, kind }) => [name, kind])),
    invited: {},
  });
  if (source === null) throw new ProblemError('graph-broken-answer', { list: template.name, site: '' });
  return source;
}
