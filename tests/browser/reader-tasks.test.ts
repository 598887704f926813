import { readFile } from 'node:fs/promises';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';
import { openTab, openWindow, type TeamsPage, type View } from '../support/teams-page.ts';

let stack: RunningStack;
let browser: Browser;
let window: TeamsPage;
let tab: Frame;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startSeededStack(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});
beforeEach(async () => {
  window = await openWindow(browser);
  await window.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterEach(async () => {
  expect(window.problems).toEqual([]);
  await window.close();
});

async function open(page: string, view: View = {}): Promise<void> {
  tab = await openTab(window.page, stack.url, { user: 'employee', pane: 'closed', page, ...view });
}
const press = (...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => window.page.keyboard.press(key)), Promise.resolve());
const focused = () => tab.evaluate(() => document.activeElement?.textContent ?? '');
const hash = () => tab.evaluate(() => globalThis.location.hash);

/** Tabs on until the element with this text has the focus: what a keyboard reader does. */
async function tabTo(text: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await press('Tab');
    const name = await tab.evaluate(() => {
      const at = document.activeElement;
      return at === null ? '' : `${at.getAttribute('aria-label') ?? ''} ${at.textContent}`;
    });
    if (text.test(name)) return;
  }
  throw new Error(`No tab stop says ${text.source}`);
}

describe('an employee, by keyboard alone', () => {
  test('jumps over the navigation, opens how the index was computed, goes a step down and comes back', async () => {
    await open('overview');
    await tab.getByText('Vad som flyttade').waitFor();
    await tab.locator('body').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await tab.getByRole('link', { name: 'Hoppa till innehållet' }).focus();
    await press('Enter');
    await tabTo(/Så räknades det: Digitaliseringsindex/);
    await press('Enter');
    const panel = tab.getByRole('dialog', { name: 'Så räknades det' });
    await panel.getByText('Med talen insatta').waitFor();
    expect(await panel.innerText()).toContain('(7,0 + 8,8 + 8,7) / 3 = 8,2');
    await tabTo(/^ *Resultat$/);
    await press('Enter');
    await expect.poll(() => panel.innerText()).toContain('67 / 76');
    await panel.getByRole('link', { name: 'Se initiativen bakom' }).waitFor();
    await press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Så räknades det');
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('Överblick');
  });

  test('walks the points of a chart with the arrow keys, with one tab stop for all', async () => {
    await open('overview');
    const point = tab.getByRole('button', { name: '2025, Index: 8,2' });
    await point.waitFor();
    await point.focus();
    await press('ArrowLeft');
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      '2024, Index: 8,1',
    );
    await press('ArrowDown');
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      '2024, Förutsättningar: 6,9',
    );
    await press('Tab');
    expect(await focused()).toBe('Spara');
  });

  test('opens a trend from the radar', async () => {
    await open('trends');
    const point = tab.getByRole('button', { name: /^1\. Språkmodeller i handläggning/ });
    await point.waitFor();
    await point.focus();
    await press('Enter');
    await expect.poll(focused).toContain('Språkmodeller i handläggning');
    expect(await tab.getByText('någon måste svara för dem').isVisible()).toBe(true);
  });
});

describe('an employee, by keyboard alone, too', () => {
  test('saves a picture’s numbers', async () => {
    await open('overview');
    await tab.getByRole('figure', { name: 'Index och delar över åren' }).waitFor();
    await tabTo(/^ *Spara$/);
    await press('Enter');
    const download = window.page.waitForEvent('download');
    await press('Shift+Tab', 'Enter');
    expect((await download).suggestedFilename()).toBe('index-och-delar-over-aren.csv');
  });

  test('compares with another year, and comes back', async () => {
    await open('overview');
    await tab.getByText('Vad som flyttade').waitFor();
    await tabTo(/^ *Jämför år$/);
    await press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Jämför år' }).waitFor();
    expect(await focused()).toBe('Jämför år');
    await tab.getByLabel('Jämför med').focus();
    await press('ArrowDown');
    await tab.getByRole('table', { name: 'Resultat, 2023 och 2025' }).waitFor();
    await tab.evaluate(() => globalThis.history.back());
    await tab.getByRole('heading', { level: 1, name: 'Överblick' }).waitFor();
  });

  test('finds an initiative', async () => {
    await open('delivery');
    await tab.getByRole('search').waitFor();
    await tab.getByLabel('Sök').focus();
    await window.page.keyboard.type('biblioteks');
    await tab.getByText(/^\d av 82$/).waitFor();
    await tabTo(/^ ?Förstudie om biblioteksutlån/);
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/^https:/);
  });
});

describe('a manager, by keyboard alone', () => {
  test('chooses what a channel tab shows', async () => {
    await open('', { user: 'manager', frame: 'settings' });
    await tab.getByLabel('Sida').focus();
    await window.page.keyboard.type('Nytta');
    await expect.poll(() => tab.getByLabel('Sida').inputValue()).toBe('benefit');
    const object = tab.getByLabel('Förvaltningsobjekt');
    await object.locator('option', { hasText: 'Utbildning' }).waitFor({ state: 'attached' });
    await object.focus();
    await window.page.keyboard.type('Utb');
    await expect.poll(() => object.inputValue()).toContain('Utbildning');
    await window.page.getByRole('button', { name: 'Spara' }).focus();
    await press('Enter');
    await expect
      .poll(() => window.page.locator('iframe').getAttribute('src'))
      .toContain('benefit?object=Utbildning');
  });

  test('shares where they are', async () => {
    await open('benefit?object=Utbildning', { user: 'manager' });
    await tab.getByRole('heading', { level: 2, name: 'Utbildning' }).waitFor();
    await tabTo(/^ *Dela länk$/);
    await press('Enter');
    await window.page.locator('.notice a[href*="/l/entity/"]').waitFor();
  });
});

describe('an employee', () => {
  test('tries figures: the index follows, the link carries the trial, and nothing is stored', async () => {
    await open('what-if');
    const lever = tab.getByRole('slider', { name: 'Realiserade initiativ' });
    await lever.waitFor();
    await lever.focus();
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await tab.getByText('Från 8,2 till 8,3 (+0,13 oavrundat).').waitFor();
    await expect.poll(hash).toBe('#/what-if?scenario=realisedInitiatives%3A70');
    const mean = tab.getByRole('textbox', { name: 'Medelvärde på medarbetarfrågan, skriv ett värde' });
    await mean.fill('4,5');
    await mean.press('Enter');
    await tab.getByText('Från 8,2 till 8,5 (+0,39 oavrundat).').waitFor();
    await expect.poll(hash).toContain('employeeMean');
    const link = await hash();
    await open(decodeURIComponent(link.slice(2)));
    await tab.getByText('Från 8,2 till 8,5 (+0,39 oavrundat).').waitFor();
    await tab.getByRole('button', { name: 'Återställ allt' }).click();
    await tab.getByText('Inget är flyttat än.').waitFor();
  });

  test('sees what moves the index: a tenth and the flip of each figure, in the trial and in its explanation', async () => {
    await open('what-if');
    const row = tab.getByRole('row', { name: /^Realiserade initiativ/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/\+3 initiativ\s+−3 initiativ\s+\+3 initiativ\s+−1 initiativ/);
    await open('what-if?scenario=benefit:10');
    await tab.getByRole('row', { name: /^Nytta\s+går inte/ }).waitFor();
    await open('overview?explain=delivery');
    const panel = tab.getByRole('dialog');
    await panel.getByRole('heading', { name: 'Vad som flyttar indexet' }).waitFor();
    expect(await panel.innerText()).toMatch(/Index \+0,1\s+\+0,30\s+Index −0,1\s+−0,30/);
  });

  test('reads a chart as a table, and saves it as data and pictures', async () => {
    await open('overview');
    const chart = tab.getByRole('figure', { name: 'Index och delar över åren' });
    await chart.getByRole('button', { name: 'Visa som tabell' }).click();
    expect(await chart.getByRole('row', { name: /2025/ }).innerText()).toMatch(/8,2\s+7,0\s+8,8\s+8,7/);
    await chart.getByRole('button', { name: 'Visa som diagram' }).click();
    await chart.getByRole('button', { name: 'Spara' }).click();
    const saved = async (format: string): Promise<Buffer> => {
      const [file] = await Promise.all([
        window.page.waitForEvent('download'),
        chart.getByRole('button', { name: format }).click(),
      ]);
      expect(file.suggestedFilename()).toBe(`index-och-delar-over-aren.${format.toLowerCase()}`);
      return readFile(await file.path());
    };
    expect((await saved('CSV')).toString('utf8')).toContain('2025;8,2;7,0;8,8;8,7');
    const svg = (await saved('SVG')).toString('utf8');
    expect(svg).toContain('Index och delar över åren');
    expect(svg).not.toContain('var(--');
    const png = await saved('PNG');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.length).toBeGreaterThan(10_000);
    await chart.getByRole('button', { name: 'Kopiera bilden' }).click();
    await chart.getByText('Bilden är kopierad.').waitFor();
  });

  test('finds initiatives by word and object, and goes on into SharePoint', async () => {
    await open('delivery');
    const search = tab.getByRole('search');
    await search.getByLabel('Objekt').selectOption('Utbildning');
    await search.getByText('10 av 82').waitFor();
    await search.getByLabel('Sök').fill('biblioteks');
    await search.getByText('1 av 82').waitFor();
    const row = tab.getByRole('link', { name: /Förstudie om biblioteksutlån/ });
    expect(await row.getAttribute('href')).toMatch(/^https:\/\/.*ID=\d+/);
    expect(await hash()).toContain('object=Utbildning');
  });

  test('compares two years, and the years stand in the link', async () => {
    await open('overview');
    await tab.getByRole('link', { name: 'Jämför år' }).click();
    await tab.getByLabel('Jämför med').selectOption('2023');
    const table = tab.getByRole('table', { name: 'Resultat, 2023 och 2025' });
    await table.waitFor();
    expect(await hash()).toBe('#/compare?year=2025&against=2023');
    expect(await table.getByRole('row', { name: /Beslutade initiativ/ }).innerText()).toMatch(/\d+\s+76\s+/);
  });

  test('changes the year everywhere at once', async () => {
    await open('overview');
    await tab.getByLabel('År', { exact: true }).selectOption('2024');
    await tab.getByRole('heading', { name: 'Digitaliseringsindex 2024' }).waitFor();
    await tab.getByRole('navigation', { name: 'Sidor' }).getByRole('link', { name: 'Nytta' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Nytta' }).waitFor();
    expect(await tab.getByLabel('År', { exact: true }).inputValue()).toBe('2024');
  });

  test('reads in English where Teams is in English, and follows its theme while it changes', async () => {
    await open('preconditions', { locale: 'en-us' });
    await tab.getByRole('heading', { level: 1, name: 'Preconditions' }).waitFor();
    await tab.getByRole('heading', { name: 'Units against the whole organisation' }).waitFor();
    const ground = () => tab.locator('main').evaluate((main) => getComputedStyle(main).color);
    const light = await ground();
    await window.page.getByLabel('Tema').selectOption('contrast');
    await expect.poll(ground).not.toBe(light);
  });

  test('sees why a unit is hidden', async () => {
    await open('preconditions');
    const row = tab.getByRole('row', { name: /Nattpatrullen/ });
    await row.waitFor();
    expect(await row.innerText()).toContain('Dold för att skydda små grupper');
    expect(await tab.getByText(/enheter visas inte, för att skydda små grupper/).isVisible()).toBe(true);
  });
});

describe('a manager', () => {
  test('puts a page, an object and a language in a channel, and the tab opens there', async () => {
    await open('', { user: 'manager', frame: 'settings' });
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await tab.getByLabel('Sida').selectOption('delivery');
    await tab.getByLabel('Förvaltningsobjekt').selectOption({ label: 'Sociala omsorgen' });
    await tab.getByLabel('Språk').selectOption('en');
    await window.page.getByRole('button', { name: 'Spara' }).click();
    await expect
      .poll(() => window.page.locator('iframe').getAttribute('src'))
      .toContain('delivery?object=Sociala+omsorgen&language=en');
    await open('', { user: 'manager', frame: 'channel' });
    await tab.getByRole('heading', { level: 1, name: 'Delivery' }).waitFor();
    await tab.getByRole('heading', { level: 2, name: 'Sociala omsorgen' }).waitFor();
  });

  test('follows a link to a unit', async () => {
    await open('preconditions', { user: 'manager' });
    await tab
      .getByRole('row', { name: /Bibliotek/ })
      .first()
      .waitFor();
    await open('preconditions?unit=finns-inte', { user: 'manager' });
    await tab.getByText('Enheten finns inte i årets underlag').waitFor();
    await tab.getByRole('button', { name: 'Visa allt' }).click();
    await expect.poll(hash).not.toContain('unit=');
  });

  test('shares where they are to a chat, and the link opens there', async () => {
    await open('benefit?object=Utbildning', { user: 'manager' });
    await tab.getByRole('heading', { level: 2, name: 'Utbildning' }).waitFor();
    await tab.getByRole('button', { name: 'Dela länk' }).click();
    const href = await window.page.locator('.notice a[href*="/l/entity/"]').getAttribute('href');
    await window.page.goto(new URL(href ?? '', stack.url).href);
    await window.page.locator('.app-frame[data-phase="shown"]').waitFor();
    const opened = window.page.frameLocator('iframe');
    await opened.getByRole('heading', { level: 1, name: 'Nytta' }).waitFor();
    await opened.getByRole('heading', { level: 2, name: 'Utbildning' }).waitFor();
  });

  test('has room in the side panel of a meeting', async () => {
    await open('trends', { user: 'manager', frame: 'sidePanel' });
    await tab.getByRole('heading', { name: 'Att prata om' }).waitFor();
    const { width, content } = await tab.evaluate(() => ({
      width: document.documentElement.clientWidth,
      content: document.documentElement.scrollWidth,
    }));
    expect(width).toBeLessThanOrEqual(360);
    expect(content).toBeLessThanOrEqual(width);
  });
});
