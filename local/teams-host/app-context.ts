import type { HostState } from './host-state.ts';

/** The tab as it was set up in the channel, from `settings.setSettings`. */
export interface TabSettings {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly suggestedDisplayName?: string;
  readonly websiteUrl?: string;
}

export const APP_NAME = 'Digitaliseringsindex';
export const TEAM_NAME = 'Digital ledning';
export const CHANNEL_NAME = 'Digitalisering';
/** The static tab of the app's manifest. */
export const PERSONAL_TAB: TabSettings = { entityId: 'index', contentUrl: '/tab/' };
export const CONFIGURATION_URL = '/tab/#/configure';

/** teams-js names for where the app shows. */
export function frameContextOf(state: HostState): 'content' | 'settings' | 'sidePanel' {
  switch (state.frame) {
    case 'personal':
    case 'channel':
      return 'content';
    case 'settings':
      return 'settings';
    case 'sidePanel':
      return 'sidePanel';
  }
}

/** What this host can do, in the form that teams-js 2.58 takes. */
export const RUNTIME = JSON.stringify({ apiVersion: 4, supports: { pages: { config: {} } } });

/** The answer to getContext: the flat form that hosts send and teams-js unfolds. */
export function contextOf(state: HostState, tab: TabSettings, sessionId: string): Record<string, unknown> {
  return {
    locale: state.locale,
    theme: state.theme,
    entityId: tab.entityId,
    ...(state.page !== '' && { subEntityId: state.page }),
    frameContext: frameContextOf(state),
    hostName: 'Teams',
    hostClientType: state.view === 'phone' ? 'android' : 'web',
    sessionId,
    appSessionId: sessionId,
    ringId: 'general',
    userObjectId: state.user.id,
    userPrincipalName: state.user.userPrincipalName,
    loginHint: state.user.userPrincipalName,
    userLicenseType: 'Unknown',
    tid: state.user.tenantId,
    ...placeOf(state),
  };
}

function placeOf(state: HostState): Record<string, unknown> {
  switch (state.frame) {
    case 'personal':
      return {};
    case 'channel':
    case 'settings':
      return {
        teamId: '19:lokalt-team@thread.tacv2',
        teamName: TEAM_NAME,
        groupId: '6d1f0d1e-0000-4000-8000-000000000001',
        channelId: '19:lokal-kanal@thread.tacv2',
        channelName: CHANNEL_NAME,
        channelType: 'Regular',
        userTeamRole: 1,
      };
    case 'sidePanel':
      return { meetingId: 'bG9rYWx0LW3DtnRl', chatId: '19:lokalt-mote@thread.v2' };
  }
}
