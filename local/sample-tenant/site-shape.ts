import type { TenantFile, TenantList, TenantPerson, TenantSite } from '../graph/tenant-content.ts';
import { PEOPLE } from './people.ts';

export const HOST = 'ekviken.sharepoint.com';

/** Address of a site of the sample tenant; `name` is its last part. */
export function siteAddress(name: string): string {
  return `https://${HOST}/sites/${name}`;
}

/** A site with its lists and files. */
export function siteOf(
  identity: { readonly id: string; readonly name: string },
  name: string,
  changedAt: string,
  lists: readonly TenantList[],
  files: readonly TenantFile[] = [],
): TenantSite {
  return {
    id: identity.id,
    name,
    displayName: identity.name,
    webUrl: siteAddress(name),
    createdDateTime: '2022-03-07T09:00:00Z',
    lastModifiedDateTime: changedAt,
    people: PEOPLE,
    lists,
    files,
  };
}

/** One of the sample's people. */
export function someone(index: number): TenantPerson {
  const person = PEOPLE[index % PEOPLE.length];
  if (!person) throw new RangeError('the sample tenant has no people');
  return person;
}
