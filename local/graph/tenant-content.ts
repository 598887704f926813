import type { ColumnDefinition } from '@microsoft/microsoft-graph-types';

/**
 * What a stand-in tenant holds, in the shape Graph will show it. Data only: how it is paged, filtered, refused or
 * changed is the stand-in's business. Everything is in the tenant's own words (Swedish names, internal names encoded).
 */
export interface SampleTenant {
  /** Directory (tenant) id, a GUID. */
  readonly tenantId: string;
  /** Host of the tenant's SharePoint, for instance `ekviken.sharepoint.com`. */
  readonly host: string;
  readonly sites: readonly TenantSite[];
  readonly teams?: readonly TenantTeam[];
  /** People, and whether the app is installed for them. */
  readonly users?: readonly TenantUser[];
}

/** Somebody in the directory. */
export interface TenantUser {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly hasApp: boolean;
}

/** A line in somebody's activity feed. */
export interface FeedNotice {
  readonly userId: string;
  readonly activityType: string;
  readonly topic: string;
  readonly webUrl: string;
  readonly preview: string;
}

/** A message with a card, as a channel shows it. */
export interface PostedMessage {
  readonly id: string;
  readonly channelName: string;
  readonly postedAt: string;
  readonly from: { readonly id: string; readonly name: string };
  readonly card: Readonly<Record<string, unknown>>;
}

export interface TenantTeam {
  /** A GUID. */
  readonly id: string;
  readonly displayName: string;
  readonly channels: readonly { readonly id: string; readonly displayName: string }[];
  /** Object ids of those who may post. */
  readonly memberIds: readonly string[];
}

/** Somebody in a site's user list. `lookupId` is what a person column and `AuthorLookupId` hold. */
export interface TenantPerson {
  readonly lookupId: string;
  /** Object id in the directory, a GUID. */
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
}

export interface TenantSite {
  /** Graph's own form: `host,site collection GUID,web GUID`. */
  readonly id: string;
  /** Last part of the address, for instance `digitalisering`. */
  readonly name: string;
  readonly displayName: string;
  /** For instance `https://ekviken.sharepoint.com/sites/digitalisering`. */
  readonly webUrl: string;
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  /** Those whom person columns and created-by of this site's rows point to. */
  readonly people: readonly TenantPerson[];
  readonly lists: readonly TenantList[];
  /** Files in the site's default document library. */
  readonly files: readonly TenantFile[];
}

/**
 * A column as Graph's columnDefinition, with the properties that SharePoint always gives. `name` is the internal name
 * (`F_x00f6_rv_x00e4_ntat`); exactly one facet says what it is: `text`, `choice`, `number`, `dateTime`, `lookup`,
 * `personOrGroup`, `boolean`. A percentage is `number: { displayAs: 'percentage' }` and holds 0.651 for 65,1 %. A lookup names
 * its list and column: `lookup: { listId, columnName }`.
 */
export type TenantColumn = ColumnDefinition & {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
};

export interface TenantList {
  /** A GUID. */
  readonly id: string;
  /** Last part of the address, for instance `Initiativ`. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly webUrl: string;
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  /** The list's own columns. The stand-in adds the system columns every list has (ID, Title if missing, Created, Author …). */
  readonly columns: readonly TenantColumn[];
  readonly items: TenantItems;
}

/**
 * Rows in ascending order of their numeric ids. A big list makes each row when asked, so that memory does not grow;
 * `itemAt` must give the same row for the same index every time.
 */
export interface TenantItems {
  readonly itemCount: number;
  /** @param index 0 … itemCount − 1 */
  itemAt(index: number): TenantItem;
}

/** One of several values of a lookup or person column that takes many. */
export interface TenantLookupValue {
  readonly LookupId: number;
  readonly LookupValue: string;
}

export type TenantFieldValue =
  string | number | boolean | readonly string[] | readonly TenantLookupValue[] | null;

export interface TenantItem {
  /** The list item id: a whole number as text, `"1"`. */
  readonly id: string;
  readonly eTag: string;
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  /** Who made the row. Beside a survey answer this is what must never be asked for. */
  readonly createdBy: TenantPerson;
  /**
   * By internal name, as SharePoint keeps them. A column with one lookup or person holds the id as text under
   * `<name>LookupId`; one that takes many holds an array under its own name. Dates are ISO instants (a date-only column on
   * a Swedish site keeps 1 January as `2024-12-31T23:00:00Z`). A blank cell is left out, as Graph leaves it out.
   */
  readonly fields: Readonly<Record<string, TenantFieldValue>>;
}

export interface TenantFile {
  readonly id: string;
  /** With extension, for instance `Medarbetarenkät 2025.xlsx`. */
  readonly name: string;
  readonly webUrl: string;
  readonly mimeType: string;
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  readonly createdBy: TenantPerson;
  readonly content: Uint8Array;
  /** The folder it lies in; left out: the library's root. */
  readonly folder?: string;
  /** What Graph says its size is, where the content itself is smaller: a file too large to hold in a sample. */
  readonly claimedSize?: number;
}

/** Rows that are all there already. They must be in ascending order of their ids. */
export function itemsFromArray(items: readonly TenantItem[]): TenantItems {
  return {
    itemCount: items.length,
    itemAt: (index) => {
      const item = items[index];
      if (item === undefined) throw new RangeError(`No row at index ${index} of ${items.length}`);
      return item;
    },
  };
}
