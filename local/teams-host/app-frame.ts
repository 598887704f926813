import { type AppAnswer, type AppConnection, connectApp } from './app-connection.ts';
import { APP_NAME, contextOf, frameContextOf, RUNTIME, type TabSettings } from './app-context.ts';
import { parseDeepLink } from './deep-link.ts';
import { el } from './dom.ts';
import { fetchToken } from './host-services.ts';
import type { HostState } from './host-state.ts';

/** What the app has told of itself since it was loaded. */
export type AppPhase = 'loading' | 'shown' | 'failed';

/** What the frame needs from the page around it. */
export interface AppSurroundings {
  state(): HostState;
  /** The tab's settings as they apply in the present frame. */
  tab(): TabSettings;
  /** The app asks for another page of itself, or of another app. */
  openLink(address: string): void;
  openPage(page: string): void;
  sharePage(page: string, label: string): void;
  /** The settings page says whether they may be saved. */
  validityChanged(valid: boolean): void;
  /** Settings saved, or not, with the app's reason. */
  saved(result: { readonly settings: TabSettings } | { readonly failure: string }): void;
}

export interface AppFrame {
  readonly element: HTMLElement;
  /** Starts the app anew at this address. */
  load(address: string): void;
  themeChanged(): void;
  /** Asks the settings page to save. */
  save(): void;
}

/** Teams gives up on an app that shows the loading indicator for this long. */
const LOADING_LIMIT_MS = 30_000;
const SESSION_ID = crypto.randomUUID();

/** The frame that holds the app, with Teams' loading and failure surfaces over it. */
export function createAppFrame(around: AppSurroundings): AppFrame {
  const cover = el('div', { class: 'app-cover', role: 'status' });
  const element = el('div', { class: 'app-frame', 'data-phase': 'loading' }, cover);
  let connection: AppConnection | null = null;
  let frame: HTMLIFrameElement | null = null;
  let timer: number | undefined;
  let address = '';
  let pendingSettings: TabSettings | null = null;

  function show(phase: AppPhase, ...content: readonly (Node | string)[]): void {
    window.clearTimeout(timer);
    element.dataset['phase'] = phase;
    cover.replaceChildren(...content);
  }

  function fail(why: string): void {
    show(
      'failed',
      el('strong', {}, 'Appen kunde inte visas'),
      el('p', {}, why),
      el('button', { type: 'button', class: 'tool', onclick: () => load(address) }, 'Läs in igen'),
    );
  }

  const answers: Readonly<Record<string, AppAnswer>> = {
    initialize: (args) => [frameContextOf(around.state()), clientType(), RUNTIME, textOf(args[0])],
    getContext: () => [contextOf(around.state(), around.tab(), SESSION_ID)],
    'authentication.getAuthToken': async () => {
      const { authFailure, user } = around.state();
      if (authFailure !== null) return [false, authFailure];
      try {
        return [true, await fetchToken(user.id)];
      } catch (error) {
        return [false, error instanceof Error ? error.message : String(error)];
      }
    },
    'appInitialization.appLoaded': () => noAnswer(() => show('shown')),
    'appInitialization.success': () => noAnswer(() => show('shown')),
    'appInitialization.failure': ([reason, message]) =>
      noAnswer(() => fail([reason, message].filter((part) => typeof part === 'string').join(': '))),
    // An expected failure is the app's own to show.
    'appInitialization.expectedFailure': () => noAnswer(() => show('shown')),
    executeDeepLink: ([address]) => {
      around.openLink(textOf(address));
      return [true];
    },
    'pages.navigateToApp': ([target]) => {
      around.openPage(pageIn(target));
      return [true];
    },
    shareDeepLink: ([page, label]) => noAnswer(() => around.sharePage(textOf(page), textOf(label))),
    'settings.getSettings': () => [around.tab()],
    'settings.setSettings': ([settings]) => {
      if (!isTabSettings(settings)) return [false, 'entityId och contentUrl saknas'];
      pendingSettings = settings;
      return [true];
    },
    'settings.setValidityState': ([valid]) => noAnswer(() => around.validityChanged(valid === true)),
    'settings.save.success': () =>
      noAnswer(() => around.saved({ settings: pendingSettings ?? around.tab() })),
    'settings.save.failure': ([reason]) =>
      noAnswer(() => around.saved({ failure: typeof reason === 'string' ? reason : 'utan angiven orsak' })),
  };

  const clientType = (): string => (around.state().view === 'phone' ? 'android' : 'web');

  function load(next: string): void {
    connection?.close();
    frame?.remove();
    address = next;
    pendingSettings = null;
    show('loading', el('span', { class: 'spinner', 'aria-hidden': 'true' }), 'Appen startar …');
    timer = window.setTimeout(() => fail('Appen har inte svarat på 30 sekunder.'), LOADING_LIMIT_MS);
    // A new frame rather than a new address, so that the browser's history holds no earlier app.
    frame = el('iframe', { title: APP_NAME, src: address, allow: 'clipboard-write' });
    element.prepend(frame);
    connection = connectApp(frame, answers);
  }

  return {
    element,
    load,
    themeChanged: () => connection?.send('themeChange', [around.state().theme]),
    save: () => connection?.send('settings.save', [{}]),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function noAnswer(act: () => void): undefined {
  act();
}

function isTabSettings(value: unknown): value is TabSettings {
  return (
    typeof value === 'object' &&
    value !== null &&
    'entityId' in value &&
    typeof value.entityId === 'string' &&
    'contentUrl' in value &&
    typeof value.contentUrl === 'string'
  );
}

function pageIn(target: unknown): string {
  if (typeof target === 'string') return parseDeepLink(target, location.origin)?.page ?? '';
  return typeof target === 'object' &&
    target !== null &&
    'subPageId' in target &&
    typeof target.subPageId === 'string'
    ? target.subPageId
    : '';
}
