import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';

/** Who looks, and how: the query of the local Teams host page. */
export interface View {
  readonly user?: 'employee' | 'manager' | 'admin';
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly locale?: 'sv-se' | 'en-us';
  readonly frame?: 'personal' | 'channel' | 'settings' | 'sidePanel';
  readonly view?: 'desktop' | 'phone';
  readonly pane?: 'open' | 'closed';
  /** The tab's own route, for instance `delivery?year=2024`. */
  readonly page?: string;
  readonly auth?: 'fail';
}

/** The host page in a browser window of its own, with what its console said. */
export interface TeamsPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Warnings and errors of the console, and what was thrown; answers the product refused on purpose are not among them. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Opens a window on nothing yet. Teams' own list of trusted hosts is answered here, so that no test needs the internet. */
export async function openWindow(
  browser: Browser,
  size: { readonly width: number; readonly height: number } = { width: 1440, height: 900 },
): Promise<TeamsPage> {
  const context = await browser.newContext({ viewport: size });
  await context.route('https://res.cdn.office.net/**', (route) =>
    route.fulfill({ json: { validOrigins: [] } }),
  );
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (['warning', 'error'].includes(message.type()) && !isRefusal) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  return { page, context, problems, close: () => context.close() };
}

/** Opens the tab in the host page; the tab's frame comes back when the tab has told Teams that it shows something. */
export async function openTab(page: Page, url: string, view: View = {}): Promise<Frame> {
  await page.goto(`${url}/?${new URLSearchParams(view as Record<string, string>).toString()}`);
  return shownTab(page);
}

/** The tab's frame, once the tab has told Teams that it shows something. */
export async function shownTab(page: Page): Promise<Frame> {
  await page.locator('.app-frame[data-phase="shown"]').waitFor();
  const element = await page.locator('iframe').elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The host page shows no tab');
  return frame;
}
