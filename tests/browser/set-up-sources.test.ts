import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { INITIATIVE_COLUMNS, LIST_IDS } from '../../local/sample-tenant/names.ts';
import { launchChromium } from '../support/chromium.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';
import { openTab, openWindow } from '../support/teams-page.ts';

let stack: RunningStack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startEmptyStack(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

const settings = async () => (await stack.api(ADMIN).call<StoredSettings>('GET', '/settings')).body.settings;

async function chooseList(tab: Frame, site: string, list: string): Promise<void> {
  await tab.getByRole('searchbox', { name: 'Sök webbplats' }).fill(site.slice(0, 8));
  await tab.getByRole('radio', { name: site }).check();
  await tab.getByRole('radio', { name: new RegExp(`^${list} `) }).check();
  await tab.getByText(`Vald: ${list}`).waitFor();
}

const next = (tab: Frame) => tab.getByRole('button', { name: 'Nästa' }).click();
const heading = (tab: Frame, name: string | RegExp) => tab.getByRole('heading', { level: 2, name }).waitFor();

async function axeFindings(page: Parameters<typeof openTab>[0]): Promise<readonly unknown[]> {
  const { violations } = await new AxeBuilder({ page }).include('iframe').analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

describe('setting up from nothing', () => {
  test('an admin names the organisation, connects lists and a file, and reads the index', async () => {
    const window = await openWindow(browser);
    const tab = await openTab(window.page, stack.url, { user: 'admin', page: 'settings/sources' });
    await tab.getByRole('textbox', { name: 'Organisationens namn' }).fill('Ekvikens kommun');
    await tab.getByRole('textbox', { name: 'År som ska visas' }).fill('2025');
    expect(await axeFindings(window.page)).toEqual([]);
    await tab.getByRole('button', { name: 'Börja koppla källor' }).click();

    // Initiatives from an Excel table below two rows of heading.
    await tab.getByRole('button', { name: 'Koppla Initiativ' }).click();
    await tab.getByRole('radio', { name: 'Excel- eller CSV-fil i ett dokumentbibliotek' }).check();
    await tab.getByRole('radio', { name: 'Digitaliseringsstaben' }).check();
    await tab.getByRole('button', { name: 'Dokument /' }).click();
    await tab.getByRole('button', { name: 'Digitala initiativ.xlsx' }).click();
    await next(tab);
    await heading(tab, 'Vilken kolumn är vad?');
    await tab.getByLabel('Blad eller tabell').selectOption({ label: 'Tabellen Initiativ' });
    await expect.poll(() => tab.getByLabel('Status').inputValue()).toBe('Status');
    expect(await tab.getByText('Förslag, säkert: namnet känns igen').count()).toBeGreaterThan(3);
    expect(await axeFindings(window.page)).toEqual([]);
    await next(tab);
    await heading(tab, 'Vad betyder orden?');
    expect(await tab.getByLabel('”Klar” betyder').inputValue()).toBe('realised');
    expect(await tab.getByText('Förslag, säkert: ordet känns igen.').count()).toBeGreaterThan(3);
    // Where the scales end is suggested the same way, and the suggestion stays within reach of who leaves it.
    const ends = tab.getByRole('group', { name: 'Var skalorna börjar och slutar' });
    await ends.getByText(/^Förslag, troligt: båda ändarna finns bland värdena \(Innovation/).waitFor();
    await ends.getByRole('spinbutton', { name: 'Skalornas andra ände' }).fill('7');
    await ends.getByRole('spinbutton', { name: 'Skalornas andra ände' }).press('Tab');
    await ends.getByText(/^Källan verkar gå från 1 till 5, troligt:/).waitFor();
    await ends.getByRole('button', { name: 'Använd förslaget' }).click();
    expect(await ends.getByRole('spinbutton', { name: 'Skalornas andra ände' }).inputValue()).toBe('5');
    expect(await axeFindings(window.page)).toEqual([]);
    await next(tab);
    await heading(tab, 'Stämmer det här?');
    await tab.getByText('Resultat 2025').waitFor();
    await expect.poll(() => tab.locator('dl').innerText()).toMatch(/8,8/);
    await tab.getByRole('button', { name: 'Testa anslutningen' }).click();
    await tab.getByText('Appen kan läsa källan på egen hand.').waitFor();
    expect(await axeFindings(window.page)).toEqual([]);
    await tab.getByRole('button', { name: 'Spara källan' }).click();
    await tab.getByText('Digitala initiativ.xlsx').waitFor();

    // The benefit register and the survey from lists.
    await tab.getByRole('button', { name: 'Koppla Nyttoregister' }).click();
    await chooseList(tab, 'Digitaliseringsstaben', 'Nyttoregister');
    await next(tab);
    await heading(tab, 'Vilken kolumn är vad?');
    await next(tab);
    await heading(tab, 'Vad betyder orden?');
    await next(tab);
    await tab.getByText('Nytta 2025').waitFor();
    await tab.getByRole('button', { name: 'Spara källan' }).click();
    await tab.getByRole('button', { name: 'Koppla Medarbetarundersökning' }).click();
    await chooseList(tab, 'HR och medarbetare', 'Medarbetarenkät 2025');
    await next(tab);
    await heading(tab, 'Vilken kolumn är vad?');
    await tab.getByLabel('Enkäten stänger').fill('2025-11-14');
    await tab.getByLabel('Källan gäller åren').fill('2025');
    await next(tab);
    await heading(tab, 'Vad betyder orden?');
    await next(tab);
    await tab.getByText('Av enkäter visas varken rader eller siffror').waitFor();
    await tab.getByRole('button', { name: 'Spara källan' }).click();
    await tab.getByText('Medarbetarenkät 2025').waitFor();

    // Maturity as it was published.
    const published = tab.getByRole('region', { name: 'Fastställda siffror' });
    await published.getByRole('textbox', { name: 'År', exact: true }).fill('2025');
    await published.getByLabel('Siffra').selectOption('maturityPercent');
    await published.getByRole('textbox', { name: 'Värde' }).fill('65,1');
    await published.getByRole('textbox', { name: 'Källa' }).fill('Digitaliseringsrapport 2025');
    await published.getByRole('button', { name: 'Lägg till' }).click();
    await tab.getByRole('cell', { name: '65,1' }).waitFor();

    const saved = await settings();
    expect(saved.sources.map(({ id, location }) => [id, location.kind])).toEqual([
      ['initiatives', 'drive-file'],
      ['benefits', 'sharepoint-list'],
      ['employee-survey', 'sharepoint-list'],
    ]);

    await tab.getByRole('link', { name: 'Uppdatering' }).click();
    await tab.getByRole('button', { name: 'Uppdatera 2025' }).click();
    await tab.getByText(/^Klart/).waitFor();
    await tab.getByRole('link', { name: 'Överblick' }).click();
    await expect.poll(() => tab.locator('main').innerText()).toMatch(/8,2/);
    expect(window.problems).toEqual([]);
    await window.close();
  });

  test('a mapping that broke says which column is gone, keeps the last result, and is mended in place', async () => {
    const status = INITIATIVE_COLUMNS.status;
    await stack.api(ADMIN).call('POST', '/refreshes', { year: 2025 });
    const window = await openWindow(browser);
    const tab = await openTab(window.page, stack.url, { user: 'admin', page: 'settings/sources' });
    await tab.getByRole('button', { name: 'Koppla Initiativ' }).click();
    await chooseList(tab, 'Digitaliseringsstaben', 'Digitala initiativ');
    await next(tab);
    await next(tab);
    await next(tab);
    await tab.getByRole('button', { name: 'Spara källan' }).click();
    await tab.getByRole('button', { name: 'Ändra Digitala initiativ', exact: true }).waitFor();
    await tab.getByRole('button', { name: 'Koppla bort Digitala initiativ.xlsx' }).click();
    await tab.getByRole('button', { name: 'Ja, koppla bort' }).click();

    stack.graph.control.change({
      kind: 'rename-column',
      listId: LIST_IDS.initiatives,
      column: status,
      name: 'Status2',
      displayName: 'Läge',
    });
    await tab.getByRole('button', { name: 'Testa anslutningen' }).first().click();
    await tab.getByRole('button', { name: 'Ändra Digitala initiativ', exact: true }).click();
    await next(tab);
    await tab.getByText('Kolumnen ”Status” finns inte längre. Välj en annan.').waitFor();
    await tab.getByLabel('Status').selectOption('Status2');
    await next(tab);
    await next(tab);
    await expect.poll(() => tab.locator('dl').innerText()).toMatch(/8,8/);
    await tab.getByRole('button', { name: 'Spara källan' }).click();
    await tab.getByRole('button', { name: 'Ändra Digitala initiativ', exact: true }).waitFor();
    expect(window.problems).toEqual([]);
    await window.close();
  });

  test('on a phone, in English, lists are created by keyboard alone and connected', async () => {
    const window = await openWindow(browser, { width: 400, height: 800 });
    const tab = await openTab(window.page, stack.url, {
      user: 'admin',
      page: 'settings/sources/create-lists',
      locale: 'en-us',
      view: 'phone',
    });
    await tab.getByRole('searchbox', { name: 'Search sites' }).press('Tab');
    await tab.getByRole('radio', { name: 'Digitaliseringsstaben' }).press('Space');
    await tab.getByRole('button', { name: /^Create \d lists$/ }).press('Enter');
    await tab.getByText('The lists are connected.').waitFor();
    const overflow = await tab.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await axeFindings(window.page)).toEqual([]);
    expect((await settings()).sources.map(({ id }) => id)).toContain('trends');
    await window.close();
  });
});
