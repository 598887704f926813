import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import { listen, type Listening } from '../../local/listen.ts';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { launchChromium } from '../support/chromium.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';
import { openTab, openWindow } from '../support/teams-page.ts';

let stack: RunningStack;
let browser: Browser;
let stranger: Listening;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startSeededStack(), launchChromium()]);
  const page = `<!doctype html><title>Vinn en resa</title><iframe src="${stack.url}/tab/"></iframe>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  });
  stranger = await listen(server, 0, 'http');
});

afterAll(async () => {
  await browser.close();
  await stranger.close();
  await stack.stop();
});

describe('the tab in a frame', () => {
  test('shows in Teams without breaking its own policy', async () => {
    const window = await openWindow(browser);
    await openTab(window.page, stack.url, { user: 'employee' });
    expect(window.problems).toEqual([]);
    await window.close();
  });

  test('does not show in a stranger’s page', async () => {
    const window = await openWindow(browser);
    await window.page.goto(stranger.url);
    await expect.poll(() => window.problems.join('\n'), { timeout: 30_000 }).toMatch(/frame-ancestors/);
    const framed = window.page.frames().find((frame) => frame !== window.page.mainFrame());
    expect(framed?.url()).not.toContain('/tab/');
    await window.close();
  });
});

describe('files that a reader takes out', () => {
  test.each([
    ['Excel', /\.xlsx$/, 'PK'],
    ['CSV', /\.csv$/, '\uFEFForganisation,'],
  ])('%s is saved from the method page', async (format, name, start) => {
    const window = await openWindow(browser);
    const tab = await openTab(window.page, stack.url, { user: 'employee', page: 'method?year=2025' });
    const [download] = await Promise.all([
      window.page.waitForEvent('download'),
      tab.getByRole('button', { name: `Spara som ${format}` }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(name);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith(start)).toBe(true);
    await expect.poll(() => tab.getByText('är sparad.').count(), { timeout: 30_000 }).toBe(1);
    expect(window.problems).toEqual([]);
    await window.close();
  });
});

describe('open data', () => {
  test('is opened and closed by an admin in the settings, who gets the address to hand out', async () => {
    const admin = stack.api(ADMIN);
    const { body } = await admin.call<ResultEnvelope>('GET', '/results/2025?vintage=live');
    await admin.call('POST', '/results/2025/vintages', { hash: body.result.hash, note: 'Fastställt' });
    const window = await openWindow(browser);
    const tab = await openTab(window.page, stack.url, {
      user: 'admin',
      page: 'settings/publishing?year=2025',
    });
    const openData = tab.getByRole('switch', { name: 'Lämna ut fastställda år som öppna data' });
    await openData.click();
    await tab.getByText('Öppet. Katalogen över fastställda år finns på').waitFor();
    const address = (await tab.getByRole('link', { name: '/api/open-data/' }).getAttribute('href')) ?? '';
    const catalogue = await fetch(address);
    expect(catalogue.headers.get('content-type')).toContain('ld+json');
    expect(await catalogue.text()).toContain('dcat:Catalog');
    await openData.click();
    await tab.getByText('Stängt. Ingenting lämnas ut').waitFor();
    expect(window.problems).toEqual([]);
    await window.close();
  });
});
