import type { HostUser } from './host-contract.ts';

export const THEMES = ['default', 'dark', 'contrast'] as const;
export const LOCALES = ['sv-se', 'en-us'] as const;
/** Where the app shows: its own app, a channel tab, the tab's settings, beside a meeting. */
export const FRAMES = ['personal', 'channel', 'settings', 'sidePanel'] as const;
export const VIEWS = ['desktop', 'phone'] as const;
export const PANES = ['open', 'closed'] as const;

export type Theme = (typeof THEMES)[number];
export type Locale = (typeof LOCALES)[number];
export type Frame = (typeof FRAMES)[number];
export type View = (typeof VIEWS)[number];
export type Pane = (typeof PANES)[number];

/** Everything that decides what the host page shows. The address holds it, so that any state can be opened directly. */
export interface HostState {
  readonly user: HostUser;
  readonly theme: Theme;
  readonly locale: Locale;
  readonly frame: Frame;
  readonly view: View;
  /** Whether the channel's messages show beside the app. */
  readonly pane: Pane;
  /** The app's page that a deep link asked for, the app's `page.subPageId`; empty: none. */
  readonly page: string;
  /** Why getAuthToken fails; null: it succeeds. */
  readonly authFailure: string | null;
}

const DEFAULT_AUTH_FAILURE = 'consent_required';

/**
 * `?user=&theme=&locale=&frame=&view=&pane=&page=&auth=`. `user` is an id, a user principal name, or `employee`, `manager`,
 * `admin`. `auth=fail` makes sign-on fail, as does any other word, which is then the reason. What is left out or unknown
 * takes its default.
 */
export function readState(query: URLSearchParams, users: readonly [HostUser, ...HostUser[]]): HostState {
  const view = oneOf(VIEWS, query.get('view'), 'desktop');
  const frame = oneOf(FRAMES, query.get('frame'), 'personal');
  const auth = query.get('auth');
  return {
    user: findUser(users, query.get('user')),
    theme: oneOf(THEMES, query.get('theme'), 'default'),
    locale: oneOf(LOCALES, query.get('locale'), 'sv-se'),
    frame,
    view,
    pane: oneOf(PANES, query.get('pane'), defaultPane(frame, view)),
    page: query.get('page') ?? '',
    authFailure: auth === null ? null : auth === 'fail' ? DEFAULT_AUTH_FAILURE : auth,
  };
}

/** The query that gives this state back. */
export function writeState(state: HostState): string {
  const query = new URLSearchParams({
    user: state.user.id,
    theme: state.theme,
    locale: state.locale,
    frame: state.frame,
    view: state.view,
    pane: state.pane,
    ...(state.page !== '' && { page: state.page }),
    ...(state.authFailure !== null && { auth: state.authFailure }),
  });
  return `?${query.toString()}`;
}

/** A channel beside the app where there is room for both. */
export const defaultPane = (frame: Frame, view: View): Pane =>
  view === 'desktop' && (frame === 'personal' || frame === 'channel') ? 'open' : 'closed';

/** Whether the app has to start anew: it learns of identity, language, frame and page when it starts, of the theme by an event. */
export function mustReload(before: HostState, after: HostState): boolean {
  return (
    before.user.id !== after.user.id ||
    before.locale !== after.locale ||
    before.frame !== after.frame ||
    before.authFailure !== after.authFailure
  );
}

function findUser(users: readonly [HostUser, ...HostUser[]], wanted: string | null): HostUser {
  const byRole = (user: HostUser): boolean =>
    (wanted === 'admin' && user.roles.includes('Index.Admin')) ||
    (wanted === 'manager' && user.roles.includes('Index.Manager')) ||
    (wanted === 'employee' && user.roles.length === 0);
  return (
    users.find(({ id, userPrincipalName }) => id === wanted || userPrincipalName === wanted) ??
    users.find(byRole) ??
    users[0]
  );
}

function oneOf<Value extends string>(
  values: readonly Value[],
  wanted: string | null,
  otherwise: Value,
): Value {
  return values.find((value) => value === wanted) ?? otherwise;
}
