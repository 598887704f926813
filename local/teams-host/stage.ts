import { APP_NAME, CHANNEL_NAME, TEAM_NAME } from './app-context.ts';
import { el, icon } from './dom.ts';
import type { Frame, HostState } from './host-state.ts';

/** The parts of the stage that change without being made anew. */
export interface Stage {
  readonly element: HTMLElement;
  update(state: HostState): void;
  /** Whether the settings may be saved. */
  setValidity(valid: boolean): void;
}

export interface StageActions {
  togglePane(): void;
  openFrame(frame: Frame): void;
  save(): void;
}

/** What Teams shows around the app, for one frame. */
export function createStage(frame: Frame, app: HTMLElement, actions: StageActions): Stage {
  const paneButton = el(
    'button',
    { type: 'button', class: 'tool', 'aria-pressed': 'false', onclick: () => actions.togglePane() },
    icon('channel'),
    el('span', {}, 'Kanalen'),
  );
  const saveButton = el(
    'button',
    { type: 'button', class: 'primary', disabled: true, onclick: () => actions.save() },
    'Spara',
  );
  return {
    element: stageOf(frame, app, actions, paneButton, saveButton),
    update: ({ pane }) => paneButton.setAttribute('aria-pressed', String(pane === 'open')),
    setValidity: (valid) => {
      saveButton.disabled = !valid;
    },
  };
}

function stageOf(
  frame: Frame,
  app: HTMLElement,
  actions: StageActions,
  paneButton: HTMLElement,
  saveButton: HTMLElement,
): HTMLElement {
  switch (frame) {
    case 'personal':
      return el(
        'main',
        { class: 'stage' },
        header(appMark(), APP_NAME, null, [], [paneButton]),
        el('div', { class: 'surface' }, app),
      );
    case 'channel':
      return el(
        'main',
        { class: 'stage' },
        channelHeader([
          el(
            'button',
            { type: 'button', class: 'tool', onclick: () => actions.openFrame('settings') },
            icon('settings'),
            el('span', {}, 'Inställningar'),
          ),
          paneButton,
        ]),
        el('div', { class: 'surface' }, app),
      );
    case 'settings':
      return el(
        'main',
        { class: 'stage' },
        channelHeader([]),
        el(
          'div',
          { class: 'surface dimmed' },
          el(
            'div',
            { class: 'dialog', role: 'dialog', 'aria-labelledby': 'dialog-title' },
            el('div', { class: 'dialog-head' }, appMark(), el('h2', { id: 'dialog-title' }, APP_NAME)),
            app,
            el(
              'div',
              { class: 'dialog-foot' },
              el(
                'button',
                { type: 'button', class: 'tool', onclick: () => actions.openFrame('channel') },
                'Avbryt',
              ),
              saveButton,
            ),
          ),
        ),
      );
    case 'sidePanel':
      return el(
        'main',
        { class: 'stage' },
        header(
          el('span', { class: 'mark', 'aria-hidden': 'true' }, icon('meeting')),
          'Ledningsmöte',
          '00:12',
          [],
          [],
        ),
        el(
          'div',
          { class: 'surface meeting' },
          el(
            'div',
            { class: 'participants', 'aria-hidden': 'true' },
            ...['EE', 'MM', 'AA'].map((initials) => el('span', { class: 'participant' }, initials)),
          ),
          el(
            'div',
            { class: 'side-panel' },
            el('div', { class: 'side-panel-head' }, appMark(), el('h2', {}, APP_NAME)),
            app,
          ),
        ),
      );
  }
}

const channelHeader = (tools: readonly HTMLElement[]): HTMLElement =>
  header(
    el('span', { class: 'mark team', 'aria-hidden': 'true' }, 'D'),
    CHANNEL_NAME,
    TEAM_NAME,
    ['Index'],
    tools,
  );

function header(
  mark: HTMLElement,
  title: string,
  subtitle: string | null,
  tabs: readonly string[],
  tools: readonly HTMLElement[],
): HTMLElement {
  return el(
    'header',
    { class: 'stage-head' },
    mark,
    el('h1', {}, title),
    ...(subtitle === null ? [] : [el('span', { class: 'subtitle' }, subtitle)]),
    ...tabs.map((tab) => el('span', { class: 'tab', 'aria-current': 'page' }, tab)),
    el('span', { class: 'spring' }),
    ...tools,
  );
}

const appMark = (): HTMLElement => el('span', { class: 'mark app', 'aria-hidden': 'true' }, icon('index'));

/** Teams' rail: the app, the channel, the meeting. */
export function createRail(openFrame: (frame: Frame) => void): {
  readonly element: HTMLElement;
  update(state: HostState): void;
} {
  const entries = (
    [
      ['personal', 'index', 'Index'],
      ['channel', 'team', 'Team'],
      ['sidePanel', 'meeting', 'Möte'],
    ] as const
  ).map(([frame, picture, name]) => ({
    frame,
    button: el(
      'button',
      { type: 'button', onclick: () => openFrame(frame) },
      icon(picture),
      el('span', {}, name),
    ),
  }));
  return {
    element: el('nav', { class: 'rail', 'aria-label': 'Teams' }, ...entries.map(({ button }) => button)),
    update: (state) => {
      const current = state.frame === 'settings' ? 'channel' : state.frame;
      for (const { frame, button } of entries) {
        if (frame === current) button.setAttribute('aria-current', 'page');
        else button.removeAttribute('aria-current');
      }
    },
  };
}
