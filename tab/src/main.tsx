import { authentication } from '@microsoft/teams-js';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { preloadPage } from './app/pages.ts';
import { createApiClient } from './lib/api-client.ts';
import { languageOf } from './lib/language.ts';
import { createQueryClient } from './lib/query-client.ts';
import { resultQuery } from './lib/resources/result.ts';
import { yearsQuery } from './lib/resources/years.ts';
import { formatRoute, parseRoute } from './lib/route.ts';
import { startTeamsSession } from './lib/teams-session.ts';
import { createTokenSource } from './lib/token-source.ts';
import { loadAllMessages, loadStartMessages } from './texts/load-messages.ts';

/** A read that fails before its page is there fails again, with words, in the page. */
function shownByThePage(): void {
  // Nothing to do here.
}

/** Starts the tab: hello to the host, the right page, then everything that the first page needs at the same time. */
async function start(root: HTMLElement): Promise<void> {
  preloadPage(parseRoute(window.location.hash).page);
  const session = await startTeamsSession();
  if (session.subPageId !== null && session.subPageId !== '') {
    window.history.replaceState(null, '', `#/${formatRoute(parseRoute(session.subPageId))}`);
  }
  const route = parseRoute(window.location.hash);
  const language = route.language ?? languageOf(session.locale);
  const messages = loadStartMessages(language);
  const api = createApiClient({
    tokens: createTokenSource(() => authentication.getAuthToken(), Date.now),
    fetch: (input, init) => window.fetch(input, init),
    language: () => (document.documentElement.lang === 'en' ? 'en' : 'sv'),
    newCorrelationId: () => crypto.randomUUID(),
    baseUrl: '/api',
  });
  const queryClient = createQueryClient();
  document.documentElement.lang = language;
  if (session.insideTeams) {
    preloadPage(route.page);
    queryClient.query(yearsQuery(api)).catch(shownByThePage);
    if (route.year !== null)
      queryClient.query(resultQuery(api, route.year, route.vintage)).catch(shownByThePage);
  }
  createRoot(root).render(
    <App services={{ api, session }} queryClient={queryClient} firstMessages={await messages} />,
  );
  // The other pages' words, while the first one is read. Where that fails, the page that needs them tries again.
  loadAllMessages(language).catch(shownByThePage);
}

const root = document.getElementById('root');
if (root !== null) void start(root);
