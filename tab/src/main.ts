import { authentication } from '@microsoft/teams-js';
import type { YearList } from '#core/contracts/read.ts';
import { drawFirstNumber } from './first-number.ts';
import { createApiClient } from './lib/api-client.ts';
import { withHeadStart, type HeadStart } from './lib/head-start.ts';
import { languageOf } from './lib/language.ts';
import { latestYear } from './lib/latest-year.ts';
import { resultPath } from './lib/result-path.ts';
import { formatRoute, parseRoute, type Route } from './lib/route.ts';
import { startTeamsSession } from './lib/teams-session.ts';
import { createTokenSource } from './lib/token-source.ts';

/** How long the page waits for the first number at most. */
const NUMBER_FIRST_MS = 400;

/**
 * Starts the tab. This part is small and comes first: it says hello to the host, asks the API for what the first page shows,
 * and draws the index, while the page itself is still on its way.
 */
async function start(root: HTMLElement): Promise<void> {
  const tokens = createTokenSource(() => authentication.getAuthToken(), Date.now);
  const session = await startTeamsSession(() => {
    // Asked for now, used soon. Where it fails, whoever needs it asks again and tells.
    tokens.token().catch(() => undefined);
  });
  if (session.subPageId !== null && session.subPageId !== '') {
    window.history.replaceState(null, '', `#/${formatRoute(parseRoute(session.subPageId))}`);
  }
  const route = parseRoute(window.location.hash);
  const language = route.language ?? languageOf(session.locale);
  document.documentElement.lang = language;
  document.documentElement.dataset['theme'] = session.theme;
  const headStart = withHeadStart(
    createApiClient({
      tokens,
      fetch: (input, init) => window.fetch(input, init),
      language: () => (document.documentElement.lang === 'en' ? 'en' : 'sv'),
      newCorrelationId: () => crypto.randomUUID(),
      baseUrl: '/api',
    }),
  );
  if (session.insideTeams && !session.configuring) {
    const asked = askForFirstPage(headStart, route, (years, year) => {
      const summary = years.years.find((one) => one.year === year);
      const isPlain = route.page === 'overview' && route.vintage === null;
      if (isPlain && summary !== undefined) drawFirstNumber(root, summary, language);
    });
    // The page's code is here or on its way (first-page.ts). Running it takes the processor a while: the number goes first.
    await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, NUMBER_FIRST_MS))]);
  }
  const { startApp } = await import('./app/start-app.tsx');
  await startApp(root, { api: headStart.api, session }, language);
}

/** Asks for the years, and for the result of the one that is going to be shown. */
async function askForFirstPage(
  { ask }: HeadStart,
  route: Route,
  onYears: (years: YearList, year: number) => void,
): Promise<void> {
  const { year: chosen, vintage } = route;
  const years = ask<YearList>('/years');
  if (chosen !== null) void ask(resultPath(chosen, vintage));
  const answer = await years;
  const year = chosen ?? latestYear(answer?.data.years ?? []);
  if (answer === null || year === null) return;
  if (chosen === null) void ask(resultPath(year, vintage));
  onYears(answer.data, year);
}

const root = document.getElementById('root');
if (root !== null) void start(root);
