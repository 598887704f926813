import { el } from './dom.ts';
import type { HostUser } from './host-contract.ts';
import { FRAMES, type HostState, LOCALES, THEMES, VIEWS, defaultPane } from './host-state.ts';

const THEME_NAMES = { default: 'Ljust', dark: 'Mörkt', contrast: 'Hög kontrast' } as const;
const LOCALE_NAMES = { 'sv-se': 'Svenska', 'en-us': 'English' } as const;
const FRAME_NAMES = {
  personal: 'Personlig app',
  channel: 'Kanalflik',
  settings: 'Flikens inställningar',
  sidePanel: 'Sidopanel i möte',
} as const;
const VIEW_NAMES = { desktop: 'Dator', phone: 'Telefon, 360 px' } as const;

export interface Workbench {
  readonly element: HTMLElement;
  update(state: HostState): void;
}

/** The strip that no real Teams has: says that this is a stand-in, and switches what it plays. */
export function createWorkbench(
  users: readonly HostUser[],
  change: (part: Partial<HostState>) => void,
  state: () => HostState,
): Workbench {
  const user = select(
    'Person',
    users.map((one) => [one.id, `${one.displayName} – ${roleName(one)}`]),
    (id) => {
      const chosen = users.find((one) => one.id === id);
      if (chosen !== undefined) change({ user: chosen });
    },
  );
  const theme = choice('Tema', THEMES, THEME_NAMES, (value) => change({ theme: value }));
  const locale = choice('Språk', LOCALES, LOCALE_NAMES, (value) => change({ locale: value }));
  const frame = choice('Ram', FRAMES, FRAME_NAMES, (value) =>
    change({ frame: value, pane: defaultPane(value, state().view) }),
  );
  const view = choice('Bredd', VIEWS, VIEW_NAMES, (value) =>
    change({ view: value, pane: defaultPane(state().frame, value) }),
  );
  return {
    element: el(
      'div',
      { class: 'workbench', role: 'region', 'aria-label': 'Lokal Teams-värd' },
      el(
        'p',
        { class: 'workbench-name' },
        el('strong', {}, 'Lokal Teams-värd'),
        el('span', {}, 'Står in för Microsoft Teams på den här datorn'),
      ),
      ...[user, theme, locale, frame, view].map(({ field }) => field),
    ),
    update: (now) => {
      user.input.value = now.user.id;
      theme.input.value = now.theme;
      locale.input.value = now.locale;
      frame.input.value = now.frame;
      view.input.value = now.view;
    },
  };
}

interface Choice {
  readonly field: HTMLElement;
  readonly input: HTMLSelectElement;
}

function select(
  name: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: (value: string) => void,
): Choice {
  const id = `workbench-${name.toLowerCase()}`;
  const input = el(
    'select',
    { id, onchange: () => chosen(input.value) },
    ...options.map(([value, text]) => el('option', { value }, text)),
  );
  return { input, field: el('div', { class: 'field' }, el('label', { for: id }, name), input) };
}

function choice<Value extends string>(
  name: string,
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
  chosen: (value: Value) => void,
): Choice {
  return select(
    name,
    values.map((value) => [value, names[value]]),
    (text) => {
      const value = values.find((candidate) => candidate === text);
      if (value !== undefined) chosen(value);
    },
  );
}

function roleName(user: HostUser): string {
  if (user.roles.includes('Index.Admin')) return 'administratör';
  return user.roles.includes('Index.Manager') ? 'chef' : 'medarbetare';
}
