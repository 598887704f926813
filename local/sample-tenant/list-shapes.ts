import type {
  TenantColumn,
  TenantFieldValue,
  TenantItem,
  TenantList,
  TenantPerson,
} from '../graph/tenant-content.ts';
import { itemsFromArray } from '../graph/tenant-content.ts';

/** A GUID made of a number, so that ids are the same at every start. */
export function guid(kind: number, number: number): string {
  const digits = (value: number, length: number) => value.toString(16).padStart(length, '0');
  return `${digits(kind, 8)}-5e1f-4c2a-9b7d-${digits(number, 12)}`;
}

/** The internal name SharePoint makes of a Swedish display name: odd characters encoded, cut at 32. */
export function internalName(displayName: string): string {
  return displayName
    .replace(
      /[^A-Za-z0-9_]/g,
      (character) => `_x${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}_`,
    )
    .slice(0, 32);
}

/** A column before its list has numbered it. */
export type NewColumn = Omit<TenantColumn, 'id'>;

/** A column of a list; `facet` says what it is, for instance `{ text: {} }`. */
function column(displayName: string, facet: Partial<NewColumn>): NewColumn {
  return {
    name: internalName(displayName),
    displayName,
    description: '',
    hidden: false,
    readOnly: false,
    indexed: false,
    required: false,
    enforceUniqueValues: false,
    ...facet,
  };
}

export const textColumn = (name: string): NewColumn => column(name, { text: { allowMultipleLines: false } });
export const noteColumn = (name: string): NewColumn => column(name, { text: { allowMultipleLines: true } });
export const numberColumn = (name: string): NewColumn =>
  column(name, { number: { decimalPlaces: 'automatic', displayAs: 'number' } });
export const dateColumn = (name: string): NewColumn =>
  column(name, { dateTime: { displayAs: 'default', format: 'dateOnly' } });
export const personColumn = (name: string): NewColumn =>
  column(name, { personOrGroup: { allowMultipleSelection: false } });
export const choiceColumn = (name: string, choices: readonly string[]): NewColumn =>
  column(name, { choice: { choices: [...choices], allowTextEntry: false, displayAs: 'dropDownMenu' } });
export const lookupColumn = (name: string, listId: string): NewColumn =>
  column(name, { lookup: { listId, columnName: 'Title', allowMultipleValues: false } });
export const manyLookupColumn = (name: string, listId: string): NewColumn =>
  column(name, { lookup: { listId, columnName: 'Title', allowMultipleValues: true } });

const CREATED = '2023-01-16T08:00:00Z';

/** A list whose rows are given as fields; blank cells are left out, as Graph leaves them out. */
export function listOf(
  site: { readonly webUrl: string },
  identity: {
    readonly id: string;
    readonly name: string;
    readonly displayName: string;
    readonly changedAt: string;
  },
  newColumns: readonly NewColumn[],
  rows: readonly Readonly<Record<string, TenantFieldValue>>[],
  author: TenantPerson,
): TenantList {
  const { id, name, displayName, changedAt } = identity;
  return {
    id,
    name,
    displayName,
    description: '',
    webUrl: `${site.webUrl}/Lists/${encodeURIComponent(name)}`,
    createdDateTime: CREATED,
    lastModifiedDateTime: changedAt,
    columns: newColumns.map((one, index) => ({
      ...one,
      id: guid(0xc0 + index, Number.parseInt(id.slice(-12), 16)),
    })),
    items: itemsFromArray(rows.map((fields, index) => itemOf(index + 1, fields, author, changedAt))),
  };
}

export function itemOf(
  number: number,
  fields: Readonly<Record<string, TenantFieldValue>>,
  author: TenantPerson,
  changedAt: string,
): TenantItem {
  return {
    id: String(number),
    eTag: `"${guid(0xe7, number)},1"`,
    createdDateTime: CREATED,
    lastModifiedDateTime: changedAt,
    createdBy: author,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
  };
}
