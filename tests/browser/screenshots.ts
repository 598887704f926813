import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { startSeededStack } from '../support/running-stack.ts';
import { openTab, openWindow } from '../support/teams-page.ts';

/** `npm run screenshots`: every page that readers see, in three themes and two widths, into docs/screenshots. */
const FOLDER = join(import.meta.dirname, '../../docs/screenshots');

const MOST_BYTES = 3 * 1024 * 1024;

const PAGES = {
  overview: 'overview',
  preconditions: 'preconditions',
  delivery: 'delivery',
  benefit: 'benefit',
  trends: 'trends',
  method: 'method',
  'what-if': 'what-if?scenario=maturityPercent:70_realisedInitiatives:70',
  compare: 'compare?year=2025',
  explanation: 'overview?explain=index',
  accessibility: 'accessibility',
  settings: 'settings/sources',
} as const;
const THEMES = { light: 'default', dark: 'dark', contrast: 'contrast' } as const;
/** The host's own frame is no part of a picture: only the tab in it is. */
const WIDTHS = {
  desktop: { view: 'desktop', width: 1168, height: 720 },
  phone: { view: 'phone', width: 480, height: 760 },
} as const;

async function takeAll(browser: Browser, url: string): Promise<number> {
  let bytes = 0;
  for (const [width, size] of Object.entries(WIDTHS)) {
    for (const [theme, hostTheme] of Object.entries(THEMES)) {
      const window = await openWindow(browser, size);
      for (const [name, page] of Object.entries(PAGES)) {
        const tab = await openTab(window.page, url, {
          user: name === 'settings' ? 'admin' : 'employee',
          pane: 'closed',
          theme: hostTheme,
          view: size.view,
          page,
        });
        await tab.locator('h2').first().waitFor();
        await tab.locator('[role="status"]:text("Hämtar")').first().waitFor({ state: 'detached' });
        // What comes after the page: the picture of the history, and the panel.
        if (page.startsWith('overview')) {
          await tab.getByRole('figure', { name: 'Index och delar över åren' }).waitFor();
        }
        if (page.includes('explain=')) await tab.getByRole('dialog').waitFor();
        await window.page.evaluate(() => document.fonts.ready.then(() => undefined));
        const file = join(FOLDER, `${name}-${theme}-${width}.png`);
        await window.page.locator('iframe').screenshot({ path: file, animations: 'disabled', caret: 'hide' });
        bytes += (await stat(file)).size;
      }
      await window.close();
    }
  }
  return bytes;
}

const [stack, browser] = await Promise.all([startSeededStack(), launchChromium()]);
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const bytes = await takeAll(browser, stack.url);
  if (bytes > MOST_BYTES)
    throw new Error(`The pictures take ${bytes} bytes; the repository has room for ${MOST_BYTES}`);
  process.stdout.write(`${FOLDER}: ${Math.round(bytes / 1024)} KB\n`);
} finally {
  await browser.close();
  await stack.stop();
}
