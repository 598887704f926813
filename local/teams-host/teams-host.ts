import { CONFIGURATION_URL, PERSONAL_TAB, type TabSettings } from './app-context.ts';
import { createAppFrame } from './app-frame.ts';
import { createChannelPane } from './channel-pane.ts';
import { parseDeepLink, writeDeepLink } from './deep-link.ts';
import { el } from './dom.ts';
import type { HostUser } from './host-contract.ts';
import { defaultPane, type Frame, type HostState, mustReload, readState, writeState } from './host-state.ts';
import { createRail, createStage, type Stage } from './stage.ts';
import { createWorkbench } from './workbench.ts';

const TAB_KEY = 'lokal-teams-vard.kanalflik';
const APP_ID = '5c9e7a10-2f3b-4d6c-8e1f-0a2b3c4d5e6f';

/** Builds the host page in `root` and starts the app in it. */
export function startTeamsHost(root: HTMLElement, users: readonly [HostUser, ...HostUser[]]): void {
  const link = parseDeepLink(location.href, location.origin);
  let state: HostState = readState(new URLSearchParams(location.search), users);
  if (link !== null) state = { ...state, page: link.page };
  let channelTab = savedTab();
  let stage: Stage;

  const app = createAppFrame({
    state: () => state,
    tab: currentTab,
    openLink,
    openPage,
    sharePage: (page, label) => {
      const { entityId } = currentTab();
      const address = writeDeepLink({ appId: link?.appId ?? APP_ID, entityId, page }, label, location.origin);
      notify('Länk till sidan:', el('a', { href: address }, label === '' ? page : label));
    },
    validityChanged: (valid) => stage.setValidity(valid),
    saved: (result) => {
      if ('failure' in result) {
        notify(`Appen kunde inte spara: ${result.failure}`);
        stage.setValidity(true);
        return;
      }
      channelTab = result.settings;
      sessionStorage.setItem(TAB_KEY, JSON.stringify(channelTab));
      openFrame('channel');
      notify('Fliken är sparad.');
    },
  });
  const rail = createRail(openFrame);
  const workbench = createWorkbench(users, change, () => state);
  const pane = createChannelPane(openLink, () => change({ pane: 'closed' }));
  const notice = el('div', { class: 'notice', role: 'status', hidden: true });
  const stageSlot = el('div', { class: 'stage-slot' });
  root.replaceChildren(
    workbench.element,
    el('div', { class: 'teams' }, rail.element, stageSlot, pane.element, notice),
  );

  function currentTab(): TabSettings {
    return state.frame === 'personal' ? PERSONAL_TAB : channelTab;
  }

  function buildStage(): void {
    stage = createStage(state.frame, app.element, {
      togglePane: () => change({ pane: state.pane === 'open' ? 'closed' : 'open' }),
      openFrame,
      save: () => {
        stage.setValidity(false);
        app.save();
      },
    });
    stageSlot.replaceChildren(stage.element);
  }

  function loadApp(): void {
    app.load(state.frame === 'settings' ? CONFIGURATION_URL : currentTab().contentUrl);
  }

  function show(): void {
    const { dataset } = document.documentElement;
    dataset['theme'] = state.theme;
    dataset['view'] = state.view;
    dataset['frame'] = state.frame;
    pane.element.hidden = state.pane === 'closed';
    pane.setTheme(state.theme);
    rail.update(state);
    workbench.update(state);
    stage.update(state);
    history.replaceState(null, '', `/${writeState(state)}`);
  }

  function change(part: Partial<HostState>, reload = false): void {
    const before = state;
    state = { ...before, ...part };
    if (state.frame !== before.frame) buildStage();
    show();
    if (reload || mustReload(before, state)) loadApp();
    else if (state.theme !== before.theme) app.themeChanged();
  }

  function openFrame(frame: Frame): void {
    change({ frame, page: '', pane: defaultPane(frame, state.view) });
  }

  /** A page of the app opens where the app is; a phone shows one thing at a time. */
  function openPage(page: string): void {
    const pane = state.view === 'phone' ? 'closed' : state.pane;
    change({ page, pane, ...(state.frame === 'settings' && { frame: 'channel' }) }, true);
  }

  function openLink(address: string): void {
    const deep = parseDeepLink(address, location.origin);
    if (deep !== null) openPage(deep.page);
    else if (/^https?:/.test(address)) window.open(address, '_blank', 'noopener');
  }

  function notify(...content: readonly (Node | string)[]): void {
    notice.replaceChildren(
      el('p', {}, ...content.flatMap((part) => [part, ' '])),
      el('button', { type: 'button', class: 'tool', onclick: () => (notice.hidden = true) }, 'Stäng'),
    );
    notice.hidden = false;
  }

  buildStage();
  show();
  loadApp();
}

/** The channel tab as it was last set up in this browser window, else the app's own. */
function savedTab(): TabSettings {
  const saved = sessionStorage.getItem(TAB_KEY);
  return saved === null ? PERSONAL_TAB : (JSON.parse(saved) as TabSettings);
}
