import { readFile } from 'node:fs/promises';
import type { Browser, Frame, FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { InitiativeList, ResultEnvelope } from '#core/contracts/read.ts';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { LIST_IDS } from '../../local/sample-tenant/names.ts';
import { refreshYear } from '../../local/seed.ts';
import { ask } from '../support/ask.ts';
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
});
afterEach(async () => {
  expect(window.problems).toEqual([]);
  await window.close();
});

async function open(page: string, view: View = {}): Promise<void> {
  tab = await openTab(window.page, stack.url, { user: 'employee', pane: 'closed', page, ...view });
}

test('a unit is shared to a chat, and the link opens at that unit and year', async () => {
  const { body } = await ask<ResultEnvelope>(stack, ADMIN, 'GET', '/results/2024');
  const library = body.result.employeeSurvey.units.find(({ name }) => name === 'Bibliotek');
  await open(`preconditions?year=2024&unit=${library?.id ?? ''}`, { user: 'manager' });
  const unit = { level: 2, name: 'Bibliotek' } as const;
  await tab.getByRole('heading', unit).waitFor();
  await tab.getByRole('button', { name: 'Dela länk' }).click();
  const href = await window.page.locator('.notice a[href*="/l/entity/"]').getAttribute('href');
  await window.page.goto(new URL(href ?? '', stack.url).href);
  await window.page.locator('.app-frame[data-phase="shown"]').waitFor();
  const opened: FrameLocator = window.page.frameLocator('iframe');
  await opened.getByRole('heading', unit).waitFor();
  expect(await opened.getByLabel('År', { exact: true }).inputValue()).toBe('2024');
});

test('units of one name are told apart where their place in the tree is not seen', async () => {
  await open('preconditions');
  const dots = tab.getByRole('figure', { name: 'Enheterna mot hela kommunen' });
  await dots
    .getByRole('rowheader', { name: /^Administration \(/ })
    .first()
    .waitFor();
  expect(await dots.getByRole('rowheader', { name: 'Administration', exact: true }).count()).toBe(0);
});

test('the table of units is saved as it is seen, hidden cells by their reason', async () => {
  await open('preconditions');
  const figure = tab.getByRole('figure', { name: 'Medarbetarfrågan per enhet' });
  await figure.getByRole('button', { name: 'Spara' }).click();
  const [file] = await Promise.all([
    window.page.waitForEvent('download'),
    figure.getByRole('button', { name: 'CSV' }).click(),
  ]);
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv).toMatch(/Bibliotek;32;88,1/);
  expect(csv).toMatch(/Nattpatrullen;dold;dold;dold;dold;dold;dold;dold/);
});

test('a year is read as published, as it was first published, and as it was computed last', async () => {
  const admin = stack.api(ADMIN);
  const publish = async (note: string) => {
    const { body } = await ask<ResultEnvelope>(stack, ADMIN, 'GET', '/results/2025?vintage=live');
    await admin.call('POST', '/results/2025/vintages', { hash: body.result.hash, note });
  };
  await publish('Fastställt av kommunstyrelsen');
  const { body: list } = await ask<InitiativeList>(stack, ADMIN, 'GET', '/results/2025/initiatives');
  const realised = list.initiatives.find(({ status }) => status === 'realised');
  stack.graph.control.change({
    kind: 'delete-row',
    listId: LIST_IDS.initiatives,
    rowId: realised?.rowId ?? '',
  });
  await refreshYear(admin, 2025);
  await publish('Ett initiativ borttaget');
  await open('delivery');
  await tab
    .getByText(/66 av 75/)
    .first()
    .waitFor();
  const choice = tab.getByLabel('Upplaga');
  await expect.poll(() => choice.locator('option').count()).toBe(3);
  await choice.selectOption({ index: 1 });
  await tab.getByText('Fastställt av kommunstyrelsen').waitFor();
  await tab
    .getByText(/67 av 76/)
    .first()
    .waitFor();
  const link = await tab.evaluate(() => globalThis.location.hash);
  expect(link).toMatch(/vintage=[0-9a-f]{64}/);
  // The link carries the vintage, to another page too.
  await open(decodeURIComponent(link.slice(2)).replace('delivery', 'overview'));
  await tab.getByText('Fastställt av kommunstyrelsen').waitFor();
  await tab.getByLabel('Upplaga').selectOption('live');
  await tab.getByText('Fastställt av kommunstyrelsen').waitFor({ state: 'detached' });
});
