import type { IdentitySet } from '@microsoft/microsoft-graph-types';
import type { ListState } from './list-state.ts';
import type { ItemQuery } from './query-options.ts';
import type { SiteState } from './tenant-state.ts';
import type { TenantColumn, TenantFieldValue, TenantItem, TenantPerson } from './tenant-content.ts';

/** An item as Graph writes it: OData annotations beside the properties of `ListItem`. */
export type ItemJson = Record<string, unknown>;

/** Shapes rows of one list for one query; made once for a page, since a page may have thousands of rows. */
export function itemShaper(
  site: SiteState,
  list: ListState,
  query: Pick<ItemQuery, 'properties' | 'fields'>,
): (row: TenantItem) => ItemJson {
  const { properties, fields } = query;
  const wants = (name: string): boolean => properties === null || properties.has(name);
  const pickFields = fields === 'none' ? null : fieldPicker(site, list, fields);
  const onlyId = properties !== null && [...properties].every((name) => name === 'id' || name === 'fields');
  return (row) => {
    const item: ItemJson = { '@odata.etag': row.eTag };
    if (!onlyId) Object.assign(item, itemProperties(site, list, row, wants));
    if (wants('id')) item['id'] = row.id;
    if (pickFields !== null) item['fields'] = { '@odata.etag': row.eTag, ...pickFields(row) };
    return item;
  };
}

export const identity = (person: TenantPerson): IdentitySet => ({
  // Graph gives the e-mail address too, which the published type does not have.
  user: {
    id: person.id,
    displayName: person.displayName,
    ...{ email: person.email },
  },
});

function itemProperties(
  site: SiteState,
  list: ListState,
  row: TenantItem,
  wants: (name: string) => boolean,
): ItemJson {
  const all: ItemJson = {
    createdDateTime: row.createdDateTime,
    eTag: row.eTag,
    lastModifiedDateTime: row.lastModifiedDateTime,
    webUrl: `${list.list.webUrl}/${row.id}_.000`,
    createdBy: identity(row.createdBy),
    lastModifiedBy: identity(row.createdBy),
    parentReference: { siteId: site.site.id },
    contentType: { id: `0x0100${list.list.id.replaceAll('-', '').toUpperCase()}`, name: 'Objekt' },
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => wants(name)));
}

type FieldPicker = (row: TenantItem) => Record<string, TenantFieldValue>;

function fieldPicker(site: SiteState, list: ListState, wanted: 'all' | readonly string[]): FieldPicker {
  if (wanted === 'all') return (row) => ({ ...row.fields, ...systemFields(row) });
  const columns = new Map(list.columns().map((column) => [column.name, column]));
  const readers = wanted.map((name) => [name, fieldReader(site, columns.get(name), name)] as const);
  return (row) => {
    const picked: Record<string, TenantFieldValue> = {};
    for (const [name, read] of readers) {
      const value = read(row);
      // As in Graph, a blank cell and a column that does not exist both leave nothing behind.
      if (value !== undefined && value !== null) picked[name] = value;
    }
    return picked;
  };
}

function fieldReader(
  site: SiteState,
  column: TenantColumn | undefined,
  name: string,
): (row: TenantItem) => TenantFieldValue | undefined {
  const lookupKey = `${name}LookupId`;
  if (column?.personOrGroup) {
    const people = new Map(site.site.people.map((person) => [person.lookupId, person.displayName]));
    return (row) => {
      const id = row.fields[lookupKey] ?? systemField(row, lookupKey);
      return row.fields[name] ?? (typeof id === 'string' ? people.get(id) : undefined);
    };
  }
  if (column?.lookup) {
    const { listId, columnName } = column.lookup;
    return (row) => {
      const id = row.fields[lookupKey];
      if (typeof id !== 'string' && typeof id !== 'number') return row.fields[name];
      const target = site.lists().find((candidate) => candidate.list.id === listId);
      return target?.row(Number(id))?.fields[columnName ?? 'Title'];
    };
  }
  return (row) => row.fields[name] ?? systemField(row, name);
}

/** The fields every SharePoint row has, whoever made the list. */
function systemFields(row: TenantItem): Record<string, TenantFieldValue> {
  const title = row.fields['Title'];
  return {
    ...(typeof title === 'string' && { LinkTitle: title, LinkTitleNoMenu: title }),
    id: row.id,
    ContentType: 'Objekt',
    Modified: row.lastModifiedDateTime,
    Created: row.createdDateTime,
    AuthorLookupId: row.createdBy.lookupId,
    EditorLookupId: row.createdBy.lookupId,
    _UIVersionString: `${/,(\d+)"$/.exec(row.eTag)?.[1] ?? '1'}.0`,
    Attachments: false,
    Edit: '',
    ItemChildCount: '0',
    FolderChildCount: '0',
  };
}

const SYSTEM_FIELD_NAMES = new Set([
  'LinkTitle',
  'LinkTitleNoMenu',
  'id',
  'ContentType',
  'Modified',
  'Created',
  'AuthorLookupId',
  'EditorLookupId',
  '_UIVersionString',
  'Attachments',
  'Edit',
  'ItemChildCount',
  'FolderChildCount',
]);

const systemField = (row: TenantItem, name: string): TenantFieldValue | undefined =>
  SYSTEM_FIELD_NAMES.has(name) ? systemFields(row)[name] : undefined;
