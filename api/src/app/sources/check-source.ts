import type { SourceLocation } from '#core/settings/source-location.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { createIntakes } from '#core/result/intakes.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { ProblemError, type StoredProblem } from '../errors.ts';
import type { AppIdentity } from '../ports/app-identity.ts';
import type { SourceReader } from '../ports/list-reader.ts';
import type { AccessAs } from './source-access.ts';

/** What gives the app the one permission that is missing. */
export interface SiteGrant {
  readonly permission: string;
  readonly appId: string;
  readonly siteUrl: string;
  readonly powerShell: string;
  readonly graphRequest: string;
  readonly graphExplorerUrl: string;
}

export interface SourceCheckOutcome {
  readonly problem: StoredProblem | null;
  readonly grant: SiteGrant | null;
}

export type CheckSource = (
  tenantId: string,
  userToken: string,
  source: SourceSettings,
) => Promise<SourceCheckOutcome>;

const APP_NAME = 'Digitaliseringsindex';

/**
 * Reads a source's first page as the scheduled refresh will, with the app's own permission, and says what is missing. The
 * site's address for the command comes from the admin's own sight of it.
 */
export function createCheckSource(parts: {
  readonly appReader: SourceReader;
  readonly appIdentity: AppIdentity;
  readonly accessAs: AccessAs;
  readonly graphBaseUrl: string;
}): CheckSource {
  return async (tenantId, userToken, source) => {
    try {
      const opened = await parts.appReader.open(tenantId, source.location, columnsOf(source));
      for await (const page of opened.pages()) if (page.length >= 0) break;
      return { problem: null, grant: null };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code, values } = error;
      const isUngranted = code === 'graph-forbidden' || code === 'site-not-found';
      const grant = isUngranted ? await grantFor(source.location, tenantId, userToken) : null;
      return { problem: { code, values }, grant };
    }
  };

  async function grantFor(
    location: SourceLocation,
    tenantId: string,
    userToken: string,
  ): Promise<SiteGrant | null> {
    if (location.kind === 'uploaded-file') return null;
    const { browser } = parts.accessAs(tenantId, userToken);
    const [appId, site] = await Promise.all([parts.appIdentity.appId(), browser.site(location.siteId)]);
    return siteGrant({
      appId,
      siteId: location.siteId,
      siteUrl: site.webUrl,
      graphBaseUrl: parts.graphBaseUrl,
    });
  }
}

/** The command, the request and the link that each grant an app reading of one site (Sites.Selected). */
export function siteGrant(of: {
  readonly appId: string;
  readonly siteId: string;
  readonly siteUrl: string;
  readonly graphBaseUrl: string;
}): SiteGrant {
  const { appId, siteId, siteUrl } = of;
  const body = JSON.stringify({
    roles: ['read'],
    grantedToIdentities: [{ application: { id: appId, displayName: APP_NAME } }],
  });
  const request = `sites/${siteId}/permissions`;
  const version = of.graphBaseUrl.split('/').at(-1) ?? 'v1.0';
  const link = new URLSearchParams({
    request,
    method: 'POST',
    version,
    GraphUrl: 'https://graph.microsoft.com',
    requestBody: btoa(body),
  });
  return {
    permission: 'Sites.Selected (read)',
    appId,
    siteUrl,
    powerShell: `Grant-PnPEntraIDAppSitePermission -AppId "${appId}" -DisplayName "${APP_NAME}" -Site "${siteUrl}" -Permissions Read`,
    graphRequest: `POST https://graph.microsoft.com/${version}/${request}\n${body}`,
    graphExplorerUrl: `https://developer.microsoft.com/graph/graph-explorer?${link.toString()}`,
  };
}

function columnsOf(source: SourceSettings): readonly string[] {
  const year = source.years[0] ?? 2000;
  const settings = settingsSchema.parse({ organisationName: '–', years: [year], sources: [source] });
  return createIntakes(settings, year).all[0]?.columns ?? [];
}
