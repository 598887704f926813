import { app, FrameContexts, pages } from '@microsoft/teams-js';
import { themeNameOf, type ThemeName } from './teams-theme.ts';

/** What the host told at start. Outside Teams there is no host: the tab then shows how to get in. */
export interface TeamsSession {
  readonly insideTeams: boolean;
  readonly theme: ThemeName;
  readonly locale: string;
  /** The sub-page of the link that was followed, `overview?year=2025`. */
  readonly subPageId: string | null;
  /** The directory that the person is signed in to, for addresses that name it; null where the host does not tell. */
  readonly tenantId: string | null;
  /** The tab is shown to be configured. */
  readonly configuring: boolean;
}

const HOST_ANSWER_TIMEOUT_MS = 10_000;

function outsideTeams(): TeamsSession {
  const prefers = (query: string): boolean => window.matchMedia(query).matches;
  return {
    insideTeams: false,
    theme: prefers('(prefers-color-scheme: dark)') ? 'dark' : 'light',
    locale: navigator.language,
    subPageId: null,
    tenantId: null,
    configuring: false,
  };
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer = 0;
  const late = new Promise<never>((_resolve, reject) => {
    timer = window.setTimeout(
      () => reject(new Error('The host did not answer in time')),
      HOST_ANSWER_TIMEOUT_MS,
    );
  });
  return Promise.race([work, late]).finally(() => window.clearTimeout(timer));
}

/**
 * Says hello to the host and asks where we are. A window with no parent, or a parent that never answers, is not Teams.
 * Never rejects.
 *
 * @param onGreeted is called as soon as the host can be asked things
 */
export async function startTeamsSession(onGreeted: () => void): Promise<TeamsSession> {
  if (window.parent === window && window.opener === null) return outsideTeams();
  try {
    await withinTime(app.initialize());
    onGreeted();
    const context = await withinTime(app.getContext());
    app.notifyAppLoaded();
    return {
      insideTeams: true,
      theme: themeNameOf(context.app.theme),
      locale: context.app.locale,
      subPageId: context.page.subPageId ?? null,
      tenantId: context.user?.tenant?.id ?? null,
      configuring: context.page.frameContext === FrameContexts.settings,
    };
  } catch {
    return outsideTeams();
  }
}

/** Follows the host's theme while it changes. */
export function onThemeChange(handler: (theme: ThemeName) => void): void {
  app.registerOnThemeChangeHandler((theme) => handler(themeNameOf(theme)));
}

/** The page shows what it should: the host takes its own loading indicator away. */
export function tellHostReady(): void {
  // A host that does not answer has nothing to take away.
  app.notifySuccess().catch(() => undefined);
}

/** Opens Teams' own dialog with a link to this place. False where the host has none. */
export function shareInTeams(subPageId: string, label: string): boolean {
  if (!app.isInitialized() || !pages.isSupported()) return false;
  pages.shareDeepLink({ subPageId, subPageLabel: label, subPageWebUrl: window.location.href });
  return true;
}
