import type { FoundFile, FoundList, FoundSite } from '#core/contracts/sources.ts';
import type { NewList } from '../sources/list-templates.ts';

/** Looks around in SharePoint on behalf of an admin. Problems: consent-missing, user-forbidden, site-not-found or a graph- problem. */
export interface SiteBrowser {
  sites(search: string): Promise<readonly FoundSite[]>;
  site(siteId: string): Promise<FoundSite>;
  lists(siteId: string): Promise<readonly FoundList[]>;
  libraries(siteId: string): Promise<readonly FoundFile[]>;
  /** What a library or folder holds: folders, and files that can be a source. */
  files(driveId: string, folderId: string | null): Promise<readonly FoundFile[]>;
  /** Makes a list. @returns its id and address */
  createList(siteId: string, list: NewList): Promise<{ readonly id: string; readonly webUrl: string }>;
}
