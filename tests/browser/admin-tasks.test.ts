import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { InitiativeList } from '#core/contracts/read.ts';
import type { SettingsFile } from '#core/contracts/settings-history.ts';
import { ADMIN, EMPLOYEE } from '../../local/identity-issuer/users.ts';
import { INITIATIVE_COLUMNS, LIST_IDS } from '../../local/sample-tenant/names.ts';
import { refreshYear } from '../../local/seed.ts';
import { ask } from '../support/ask.ts';
import { launchChromium } from '../support/chromium.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';
import { openTab, openWindow, type View } from '../support/teams-page.ts';

const YEAR = 2025;
let stack: RunningStack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startSeededStack(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

/** Opens a page of the settings as an administrator; afterwards the console must have been silent. */
async function atSettings(
  section: string,
  work: (tab: Frame, page: Page) => Promise<void>,
  view: View = {},
): Promise<void> {
  const window = await openWindow(browser);
  const page = `settings/${section}?year=${YEAR}`;
  const tab = await openTab(window.page, stack.url, { user: 'admin', page, ...view });
  await work(tab, window.page);
  expect(window.problems).toEqual([]);
  await window.close();
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('iframe').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

const button = (tab: Frame, name: string) => tab.getByRole('button', { name, exact: true });
const latest = async () => (await ask<StoredSettings>(stack, ADMIN, 'GET', '/settings')).body;

// One administrator's day, told in order.
describe('an administrator', () => {
  test('changes a setting of the method, sees its effect, and saves it', async () => {
    await atSettings('method', async (tab) => {
      await tab.getByLabel('Omräkning av medarbetarfrågan').selectOption({ label: 'läge på skalan' });
      await tab.getByRole('heading', { name: 'Utkast som inte är sparat' }).waitFor();
      await button(tab, `Visa effekten på ${YEAR}`).click();
      const effect = tab.getByRole('table', { name: `Siffror för ${YEAR} med de sparade inställningarna` });
      const employee = effect.getByRole('row', { name: /^Medarbetar/ }).first();
      await employee.waitFor();
      expect(await employee.innerText()).toMatch(/74,4.*68,0/s);
      expect((await latest()).settings.method.employeeConversion).toBe('share-of-max');
      await button(tab, 'Spara inställningarna').click();
      await tab.getByText('Inställningarna är sparade som version 2').waitFor();
    });
    expect((await latest()).settings.method.employeeConversion).toBe('range');
  });

  test('keeps a draft that somebody else saved past, and puts it into their version', async () => {
    await atSettings('method', async (tab) => {
      const cap = tab.getByLabel('Tak för måluppfyllelse');
      await cap.fill('1,2');
      await tab.getByText('Skriv ett tal större än 0 och högst 1.').waitFor();
      await cap.fill('0,9');
      const { settings, version } = await latest();
      const theirs = { ...settings, organisationName: 'Ekvikens nya kommun' };
      const tag = { 'if-match': `"v${version}"` };
      await ask(stack, { ...ADMIN, displayName: 'Bo Berg' }, 'PUT', '/settings', theirs, tag);
      await button(tab, 'Spara inställningarna').click();
      await tab.getByText(/Bo Berg sparade version 3/).waitFor();
      await tab.getByText('Ekvikens nya kommun').waitFor();
      await button(tab, 'Lägg in mina ändringar i version 3').click();
      await button(tab, 'Spara inställningarna').click();
      await tab.getByText('Inställningarna är sparade som version 4').waitFor();
    });
    const { settings } = await latest();
    expect([settings.organisationName, settings.method.benefitCap]).toEqual(['Ekvikens nya kommun', '0.9']);
  });

  test('goes back to an earlier version', async () => {
    await atSettings('history', async (tab) => {
      await button(tab, 'Visa ändringarna i version 1').click();
      await button(tab, 'Återställ till version 1').click();
      await tab.getByText('Version 1 gäller igen, sparad som version 5').waitFor();
    });
    expect((await latest()).settings.method.employeeConversion).toBe('share-of-max');
  });

  test('moves settings by file, and sees what changes before it does', async () => {
    await atSettings('transfer', async (tab, page) => {
      const download = page.waitForEvent('download');
      await button(tab, 'Spara inställningarna som fil').click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^digitaliseringsindex-installningar-\d{4}-\d\d-\d\d\.json$/);
      const exported = JSON.parse(await readFile(await file.path(), 'utf8')) as SettingsFile;
      const changed = {
        ...exported,
        settings: { ...exported.settings, organisationName: 'Importerad kommun' },
      };
      const choose = tab.locator('input[type="file"]');
      await choose.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') });
      await tab.getByText('Filen går inte att läsa.').waitFor();
      const buffer = Buffer.from(JSON.stringify(changed));
      await choose.setInputFiles({ name: 'file.json', mimeType: 'application/json', buffer });
      await tab.getByRole('cell', { name: 'Importerad kommun' }).waitFor();
      expect((await latest()).version).toBe(5);
      await button(tab, 'Importera som version 6').click();
      await tab.getByText('Filen är importerad som version 6').waitFor();
    });
    expect((await latest()).settings.organisationName).toBe('Importerad kommun');
  });

  test('reads in the log who did what', async () => {
    await atSettings('log', async (tab) => {
      await tab.getByLabel('Person').fill('bo b');
      await tab.getByText('1 händelse', { exact: true }).waitFor();
      await tab.getByRole('button', { name: /ändring(ar)?: Inställningar sparade/ }).click();
      await tab.getByRole('cell', { name: 'Ekvikens nya kommun' }).waitFor();
    });
  });

  test('publishes a year with a note, and everybody reads that', async () => {
    await atSettings('publishing', async (tab) => {
      await button(tab, `Fastställ ${YEAR}`).click();
      await tab.getByText('Skriv varför året fastställs.').waitFor();
      await tab.getByLabel('Motivering').fill('Beslut i kommunstyrelsen');
      await button(tab, `Fastställ ${YEAR}`).click();
      await tab.getByText('Upplaga 1 är fastställd').waitFor();
      await button(tab, 'Kontrollera äktheten').click();
      await tab.getByText('Alla upplagor är oförändrade sedan de fastställdes').waitFor();
    });
  });

  test('finds and filters what stands in the way of the next one, and saves it', async () => {
    const { body } = await ask<InitiativeList>(stack, EMPLOYEE, 'GET', `/results/${YEAR}/initiatives`);
    const rowId = body.initiatives.find(({ status }) => status === 'realised')?.rowId ?? '';
    const setStatus = (status: string) => {
      const fields = { [INITIATIVE_COLUMNS.status]: status };
      stack.graph.control.change({ kind: 'change-row', listId: LIST_IDS.initiatives, rowId, fields });
    };
    setStatus('=Vilande');
    await refreshYear(stack.api(ADMIN), YEAR);
    await atSettings('quality', async (tab, page) => {
      await tab.getByText(`1 fel hindrar att ${YEAR} fastställs`).waitFor();
      const rows = tab.getByRole('table').getByRole('row');
      const before = await rows.count();
      await tab.getByLabel('Allvar', { exact: true }).selectOption({ label: 'Fel' });
      await expect.poll(() => rows.count()).toBe(2);
      expect(before).toBeGreaterThan(2);
      const link = tab.getByRole('link', { name: `Rad ${rowId}` });
      expect(await link.getAttribute('href')).toContain(`/DispForm.aspx?ID=${rowId}`);
      const download = page.waitForEvent('download');
      await button(tab, 'Spara som CSV').click();
      const csv = await readFile(await (await download).path(), 'utf8');
      expect(csv.trim().split('\r\n')).toHaveLength(2);
      expect(csv).toContain('”=Vilande”');
    });
    await atSettings('publishing', async (tab) => {
      await tab.getByRole('link', { name: 'Se felen i datakvaliteten' }).waitFor();
      expect(await button(tab, 'Fastställ som upplaga 2').getAttribute('aria-disabled')).toBe('true');
    });
    setStatus('Pausad');
    await refreshYear(stack.api(ADMIN), YEAR);
  });

  test('restates the year and compares what was published with what is', async () => {
    await atSettings('publishing', async (tab) => {
      await tab.getByRole('table', { name: 'Siffror som skiljer' }).first().waitFor();
      await tab.getByLabel('Motivering').fill('Ett initiativ pausades');
      await button(tab, 'Fastställ som upplaga 2').click();
      await tab.getByText('Upplaga 2 är fastställd').waitFor();
      await tab.getByLabel('Före').selectOption({ label: 'Upplaga 1' });
      await tab.getByLabel('Efter').selectOption({ label: 'Upplaga 2' });
      const moved = tab.getByRole('table', { name: 'Initiativ som skiljer' });
      await moved.getByRole('row', { name: /Bytte status/ }).waitFor();
      await tab.getByRole('link', { name: 'Upplaga 1' }).click();
      await tab.getByRole('heading', { level: 1, name: 'Överblick' }).waitFor();
      await tab.getByText(/^Du läser upplaga 1/).waitFor();
    });
  });
});

describe('the pages of the settings', () => {
  const SECTIONS = [
    'Metod',
    'Kommun och år',
    'Uppdatering',
    'Datakvalitet',
    'Fastställande',
    'Versioner',
    'Ändringslogg',
    'Export och import',
  ];
  const navigation = (tab: Frame) => tab.getByRole('navigation', { name: 'Inställningarnas sidor' });

  /** Goes through the pages by their own navigation, and looks at each when it is whole. */
  async function onEveryPage(tab: Frame, look: (section: string) => Promise<void>): Promise<void> {
    for (const section of SECTIONS) {
      // On a phone the pages are folded away under the current one.
      await navigation(tab).waitFor();
      const folded = navigation(tab).locator('details:not([open]) summary');
      if (await folded.isVisible()) await folded.click();
      await navigation(tab).getByRole('link', { name: section, exact: true }).click();
      await tab.getByRole('heading', { level: 1, name: section, exact: true }).waitFor();
      await expect.poll(() => tab.getByText('Hämtar…').count()).toBe(0);
      await look(section);
    }
  }

  test.each(['default', 'dark', 'contrast'] as const)('pass axe in %s', async (theme) => {
    const look = (tab: Frame, page: Page) => onEveryPage(tab, () => expectNoViolations(page));
    await atSettings('sources', look, { theme });
  });

  test('fit a phone', async () => {
    const look = (tab: Frame) =>
      onEveryPage(tab, async (section) => {
        const { whole, seen } = await tab.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return { whole: scrollWidth, seen: clientWidth };
        });
        expect(whole, section).toBeLessThanOrEqual(seen);
      });
    await atSettings('sources', look, { view: 'phone' });
  });

  test('are gone through by keyboard, and the heading takes the focus', async () => {
    await atSettings('general', async (tab) => {
      const focused = () =>
        tab.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);
      const link = navigation(tab).getByRole('link', { name: 'Kommun och år' });
      await link.focus();
      await link.press('Tab');
      await expect.poll(focused).toBe('A Uppdatering');
      await navigation(tab).getByRole('link', { name: 'Uppdatering' }).press('Enter');
      await expect.poll(focused).toBe('H1 Uppdatering');
    });
  });
});
