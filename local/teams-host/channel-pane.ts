import { AdaptiveCard, OpenUrlAction } from 'adaptivecards';
import { cardTextToHtml } from './card-text.ts';
import { cardTheme } from './card-theme.ts';
import { el, icon } from './dom.ts';
import type { ChannelMessage } from './host-contract.ts';
import { fetchMessages } from './host-services.ts';
import type { Theme } from './host-state.ts';

export interface ChannelPane {
  readonly element: HTMLElement;
  setTheme(theme: Theme): void;
}

const POLL_MS = 2_000;
const TIME = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardTextToHtml(text);
  result.didProcess = true;
};

/** The channel beside the app: what a flow or somebody has posted, as Teams would show it. */
export function createChannelPane(openLink: (address: string) => void, close: () => void): ChannelPane {
  const list = el('ol', { class: 'messages', 'aria-live': 'polite', 'aria-relevant': 'additions' });
  const notice = el('p', { class: 'pane-notice', role: 'status' });
  const scroller = el(
    'div',
    { class: 'pane-scroll', tabindex: '0', role: 'group', 'aria-label': 'Inlägg' },
    notice,
    list,
  );
  const element = el(
    'aside',
    { class: 'pane', 'aria-labelledby': 'pane-title' },
    el(
      'div',
      { class: 'pane-head' },
      icon('channel'),
      el('h2', { id: 'pane-title' }, 'Kanalen'),
      el(
        'button',
        { type: 'button', class: 'quiet', 'aria-label': 'Dölj kanalen', onclick: close },
        icon('close'),
      ),
    ),
    scroller,
  );

  let theme: Theme = 'default';
  let messages: readonly ChannelMessage[] = [];
  const shown = new Map<string, HTMLElement>();

  function showMessages(latest: readonly ChannelMessage[]): void {
    messages = latest;
    for (const [id, item] of shown) {
      if (latest.some((message) => message.id === id)) continue;
      item.remove();
      shown.delete(id);
    }
    for (const message of latest) {
      if (shown.has(message.id)) continue;
      const item = messageItem(message, theme, openLink);
      shown.set(message.id, item);
      list.append(item);
      scroller.scrollTop = scroller.scrollHeight;
    }
    tell(
      latest.length === 0
        ? 'Inget har postats i kanalen ännu. Sammanfattningar som appen skickar visas här.'
        : '',
    );
  }

  function tell(text: string): void {
    if (notice.textContent !== text) notice.textContent = text;
    notice.hidden = text === '';
  }

  async function poll(): Promise<void> {
    try {
      if (!document.hidden) showMessages(await fetchMessages());
    } catch {
      tell('Kanalen svarar inte. Nytt försök görs om en stund.');
    }
    window.setTimeout(() => void poll(), POLL_MS);
  }
  void poll();

  return {
    element,
    setTheme: (next) => {
      if (next === theme) return;
      theme = next;
      shown.clear();
      list.replaceChildren();
      showMessages(messages);
    },
  };
}

function messageItem(
  message: ChannelMessage,
  theme: Theme,
  openLink: (address: string) => void,
): HTMLElement {
  return el(
    'li',
    { class: 'message' },
    el('span', { class: 'avatar', 'aria-hidden': 'true' }, message.author.slice(0, 1)),
    el(
      'div',
      { class: 'message-body' },
      el(
        'p',
        { class: 'message-head' },
        el('strong', {}, message.author),
        el('span', {}, `i ${message.channelName}`),
        el('time', { datetime: message.postedAt }, TIME.format(new Date(message.postedAt))),
      ),
      renderCard(message.card, theme, openLink),
    ),
  );
}

function renderCard(
  source: ChannelMessage['card'],
  theme: Theme,
  openLink: (address: string) => void,
): HTMLElement {
  const card = new AdaptiveCard();
  card.hostConfig = cardTheme(theme);
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction && action.url !== undefined) openLink(action.url);
  };
  card.parse(source);
  const rendered = card.render();
  if (rendered === undefined) return el('p', { class: 'pane-notice' }, 'Kortet kunde inte visas.');
  // The package makes every card a tab stop of its own; only what can be done in it should be one.
  rendered.removeAttribute('tabindex');
  rendered.classList.add('card');
  rendered.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    event.preventDefault();
    openLink(link.href);
  });
  return rendered;
}
