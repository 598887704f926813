import type { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { Language } from '#core/contracts/digest.ts';
import { latestYear } from '../lib/latest-year.ts';
import { createQueryClient } from '../lib/query-client.ts';
import { resultQuery } from '../lib/resources/result.ts';
import { yearsQuery } from '../lib/resources/years.ts';
import { parseRoute, type Route } from '../lib/route.ts';
import type { Services } from '../lib/services.tsx';
import { loadAllMessages, loadStartMessages } from '../texts/load-messages.ts';
import { App } from './app.tsx';
import { isResultPage, loadFirstPage } from './pages.ts';

/** Within this time the first page comes with its figures, at once; after it, the page says that they are on their way. */
const FIGURES_WITHIN_MS = 1_500;

/** Draws the tab once the first page is there: its code, its words and, if they come in time, its figures. */
export async function startApp(root: HTMLElement, services: Services, language: Language): Promise<void> {
  const queryClient = createQueryClient();
  const route = parseRoute(window.location.hash);
  const inTeams = services.session.insideTeams && !services.session.configuring;
  const [messages] = await Promise.all([
    loadStartMessages(language),
    ...(inTeams && isResultPage(route.page)
      ? [loadFirstPage(route.page), atMost(FIGURES_WITHIN_MS, readFigures(queryClient, services, route))]
      : []),
  ]);
  createRoot(root).render(<App services={services} queryClient={queryClient} firstMessages={messages} />);
  // The other pages' words, while the first one is read. Where that fails, the page that needs them tries again.
  loadAllMessages(language).catch(() => undefined);
}

/** Takes over what has been asked for already. A read that fails here fails again, with words, in the page. */
async function readFigures(queryClient: QueryClient, { api }: Services, route: Route): Promise<void> {
  try {
    const [{ years }] = await Promise.all([
      queryClient.query(yearsQuery(api)),
      route.year === null ? null : queryClient.query(resultQuery(api, route.year, route.vintage)),
    ]);
    const year = latestYear(years);
    if (route.year === null && year !== null) {
      await queryClient.query(resultQuery(api, year, route.vintage));
    }
  } catch {
    // See above.
  }
}

function atMost(ms: number, work: Promise<void>): Promise<void> {
  return Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, ms))]);
}
