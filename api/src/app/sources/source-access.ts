import type { SourceReader } from '../ports/list-reader.ts';
import type { SiteBrowser } from '../ports/site-browser.ts';

/** SharePoint through the eyes of one admin: what they may not see is not there. */
export interface PersonAccess {
  readonly browser: SiteBrowser;
  readonly reader: SourceReader;
}

/** @param userToken the token that the admin called us with */
export type AccessAs = (tenantId: string, userToken: string) => PersonAccess;
