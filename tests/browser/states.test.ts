import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { settingsSchema, type Settings } from '#core/settings/settings-schema.ts';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { LIST_IDS } from '../../local/sample-tenant/names.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { RefreshFailure, refreshYear, seedSettings } from '../../local/seed.ts';
import { ask } from '../support/ask.ts';
import { axeFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';
import { openTab, openWindow, type TeamsPage, type View } from '../support/teams-page.ts';

/** The sample, but nobody has connected a benefit register for 2023: that year has no benefit, so no index. */
const settings = settingsSchema.parse({
  ...sampleSettings,
  years: [2023, 2024, 2025],
  sources: sampleSettings.sources.map((source) =>
    source.topic === 'benefits' ? { ...source, years: [2024, 2025] } : source,
  ),
});

let stack: RunningStack;
let browser: Browser;
let window: TeamsPage;
let tab: Frame;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startEmptyStack(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});
beforeEach(async () => {
  window = await openWindow(browser);
});
afterEach(async () => {
  expect(window.problems).toEqual([]);
  await window.close();
});

async function open(page: string, view: View = {}): Promise<void> {
  tab = await openTab(window.page, stack.url, { user: 'employee', pane: 'closed', page, ...view });
}
const main = () => tab.locator('main').innerText();

/** The tests stand in the order of a municipality's first days: each begins where the one before ended. */
describe('the states of the tab, from the first day', () => {
  test('before set-up, an employee learns what is coming and that nothing is asked of them', async () => {
    await open('overview');
    await tab.getByRole('heading', { name: 'Snart visas kommunens digitaliseringsindex här' }).waitFor();
    expect(await main()).toContain('Du behöver inte göra något');
    expect(await tab.getByRole('link', { name: 'Öppna inställningarna' }).count()).toBe(0);
    expect(await axeFindings(window.page, 'all')).toEqual([]);
  });

  test('connected but not computed, the year says so', async () => {
    await seedSettings(stack.api(ADMIN), settings, []);
    await open('overview');
    await tab.getByText('2025 är inte beräknat än').waitFor();
    expect(await axeFindings(window.page, 'all')).toEqual([]);
  });

  test('with one component missing there is no index, a reason stands in its place, and the rest is shown', async () => {
    await refreshYear(stack.api(ADMIN), 2023);
    await open('overview?year=2023');
    await tab.getByRole('heading', { name: 'Digitaliseringsindex 2023' }).waitFor();
    const text = await main();
    expect(text).toMatch(/Digitaliseringsindex 2023\s+–\s+Det finns inget underlag/);
    expect(text).toMatch(/Resultat\s+9,2/);
    expect(await axeFindings(window.page, 'all')).toEqual([]);
    await open('what-if?year=2023');
    await tab.getByText('Saknas i år. Dra eller skriv ett värde för att prova.').waitFor();
    const benefit = tab.getByRole('textbox', { name: 'Nytta, skriv ett värde' });
    await benefit.fill('9');
    await benefit.press('Enter');
    await expect.poll(main).toMatch(/Index 2023, om[\s\S]*8,\d[\s\S]*av 10/);
  });

  test('when a refresh has failed, the last good figures stay, with their time and the reason', async () => {
    await refreshYear(stack.api(ADMIN), 2024);
    await refreshYear(stack.api(ADMIN), 2025);
    stack.graph.control.change({ kind: 'remove-list', listId: LIST_IDS.initiatives });
    await expect(refreshYear(stack.api(ADMIN), 2025)).rejects.toThrow(RefreshFailure);
    stack.graph.control.reset();
    await open('overview');
    await tab.getByText(/^Siffrorna är från/).waitFor();
    const text = await main();
    expect(text).toContain('att uppdatera lyckades inte');
    expect(text).toContain('8,2');
    expect(await axeFindings(window.page, 'all')).toEqual([]);
  });

  test('where the picture of the history can’t be fetched, the figures stay and the place says so', async () => {
    await window.page.route('**/tab/assets/trend-chart-*.js', (route) => route.abort());
    await open('overview');
    await tab.getByText('Diagrammet gick inte att hämta.').waitFor();
    expect(await main()).toContain('8,2');
    await window.page.unroute('**/tab/assets/trend-chart-*.js');
  });

  test('who may not, is told what to ask for', async () => {
    await open('settings/sources');
    await tab.getByRole('alert').getByText('Du har inte behörighet till det här').waitFor();
    expect(await main()).toContain('Index.Admin');
    expect(await axeFindings(window.page, 'all')).toEqual([]);
  });

  test('where nobody has consented, it says who must', async () => {
    await open('overview', { auth: 'fail' });
    await tab.getByRole('alert').getByText('Appen behöver ett godkännande').waitFor();
    expect(await main()).toContain('Be IT att godkänna appen');
    expect(await axeFindings(window.page, 'all')).toEqual([]);
  });

  test('a token that the service no longer takes is fetched anew without a word', async () => {
    let refused = 0;
    await window.page.route('**/api/years', async (route) => {
      refused += 1;
      const headers = { ...route.request().headers() };
      if (refused === 1) headers['authorization'] = 'Bearer eyJhbGciOiJub25lIn0.e30.';
      await route.continue({ headers });
    });
    await open('overview');
    await tab.getByRole('heading', { name: 'Digitaliseringsindex 2025' }).waitFor();
    expect(refused).toBe(2);
  });

  test('offline, it says so and keeps what it has; back online, it goes on', async () => {
    await open('overview');
    await tab.getByRole('figure', { name: 'Index och delar över åren' }).waitFor();
    await window.context.setOffline(true);
    await tab.getByText('Du är offline. Det som visas hämtades tidigare.').waitFor();
    expect(await main()).toContain('8,2');
    await window.context.setOffline(false);
    await tab.getByText('Du är offline.').waitFor({ state: 'detached' });
  });

  test('on a slow network it says that it goes on, and then shows the figures', async () => {
    const { go, waiting } = await hold(window.page, '**/api/results/2025');
    await open('overview');
    await tab.getByText('Det tar längre tid än vanligt. Hämtningen fortsätter.').waitFor();
    await waiting;
    go();
    await tab.getByRole('heading', { name: 'Digitaliseringsindex 2025' }).waitFor();
  });

  test('when the service is down, it says so, and goes on when it is back', async () => {
    await open('overview');
    await tab.getByRole('heading', { name: 'Digitaliseringsindex 2025' }).waitFor();
    await stack.functions().stop();
    await tab.getByLabel('År', { exact: true }).selectOption('2024');
    await tab.getByRole('alert').getByText('Tjänsten går inte att nå').waitFor();
    expect(await axeFindings(window.page, 'all')).toEqual([]);
    await stack.restartFunctions();
    await tab.getByRole('button', { name: 'Försök igen' }).click();
    await tab.getByRole('heading', { name: 'Digitaliseringsindex 2024' }).waitFor();
  });

  test('where every group is too small, each place says that it is hidden, and nothing looks like zero', async () => {
    await saveMethod({ minimumGroupSize: 5000, minimumDistributionSize: 5000, minimumOpenGroupSize: 5000 });
    await refreshYear(stack.api(ADMIN), 2025);
    await open('overview');
    await tab.getByRole('heading', { name: 'Digitaliseringsindex 2025' }).waitFor();
    await tab.getByText('Vad som flyttade').waitFor();
    const overview = await main();
    expect(overview).toMatch(/Digitaliseringsindex 2025\s+–\s+.*små grupper/);
    expect(overview).toMatch(/Resultat\s+8,8/);
    expect(await axeFindings(window.page, 'all')).toEqual([]);
    await open('preconditions');
    await tab.getByText('Dold för att skydda små grupper').first().waitFor();
    const text = await main();
    expect(text).not.toMatch(/(?<![\d,])0(,0+)? ?%/);
    expect(await tab.getByRole('figure', { name: 'Fördelning av svaren' }).count()).toBe(0);
    expect(await axeFindings(window.page, 'all')).toEqual([]);
  });

  test('in a client that is too old to run it, the page says what to do instead of staying blank', async () => {
    // What an old client does with newer code: nothing.
    await window.page.route('**/tab/assets/*.js', (route) => route.abort());
    await window.page.goto(`${stack.url}/tab/`);
    await window.page.getByText('Visas inget här? Uppdatera Teams').waitFor();
    await window.page.getByText('Nothing here? Update Teams').waitFor();
    expect(await window.page.evaluate(() => document.body.scrollWidth <= document.body.clientWidth)).toBe(
      true,
    );
  });

  test('in a plain browser window it shows the way into Teams instead of a blank page', async () => {
    await window.page.goto(`${stack.url}/tab/`);
    await window.page
      .getByRole('heading', { name: /Öppna indexet i Teams|Open the index in Teams/ })
      .waitFor();
    expect(await window.page.getByRole('link', { name: /Microsoft Teams/ }).getAttribute('href')).toBe(
      'https://teams.microsoft.com/',
    );
  });
});

/** Saves other settings of the method over those in force. */
async function saveMethod(change: Partial<Settings['method']>): Promise<void> {
  const { body } = await ask<StoredSettings>(stack, ADMIN, 'GET', '/settings');
  const changed = { ...body.settings, method: { ...body.settings.method, ...change } };
  const answer = await ask(stack, ADMIN, 'PUT', '/settings', changed, { 'if-match': `"v${body.version}"` });
  expect(answer.status).toBe(200);
}

/** Holds answers back until `go`; `waiting` resolves when the first has been asked for. */
async function hold(page: Page, pattern: string): Promise<{ go: () => void; waiting: Promise<void> }> {
  const asked = Promise.withResolvers<undefined>();
  const release = Promise.withResolvers<undefined>();
  await page.route(pattern, async (route) => {
    asked.resolve(undefined);
    await release.promise;
    await route.continue();
  });
  return { go: () => release.resolve(undefined), waiting: asked.promise };
}
