import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { channelLinkOf, DIGITAL_TEAM } from '../../local/sample-tenant/teams.ts';
import { CHANNEL, startSeededStack, type RunningStack } from '../support/running-stack.ts';
import { openTab, openWindow, type TeamsPage } from '../support/teams-page.ts';

let stack: RunningStack;
let browser: Browser;
let window: TeamsPage;
let tab: Frame;

beforeAll(async () => {
  stack = await startSeededStack();
  browser = await launchChromium();
  window = await openWindow(browser, { width: 1440, height: 1100 });
  tab = await openTab(window.page, stack.url, { user: 'admin', page: 'settings/channels' });
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

const button = (name: string | RegExp) => tab.getByRole('button', { name, exact: typeof name === 'string' });

const violations = () => axeFindings(window.page, 'all');

describe('an administrator', () => {
  test('makes a subscription and sees its next five times before saving', async () => {
    await button('Ny prenumeration').click();
    const form = tab.getByRole('dialog');
    await form.getByRole('textbox', { name: /^Namn/ }).fill('Måndagskortet');
    await form.getByLabel(CHANNEL.name).check();
    await form.getByRole('list', { name: 'De fem närmaste gångerna' }).waitFor();
    expect(
      await form.getByRole('list', { name: 'De fem närmaste gångerna' }).getByRole('listitem').count(),
    ).toBe(5);
    await form.getByLabel('Hur ofta').selectOption('own');
    await form.getByLabel('Schema (cron)').fill('* * * * *');
    await form.getByText('oftare än en gång i timmen').waitFor();
    await form.getByLabel('Schema (cron)').fill('0 8 1 1 *');
    expect(await violations()).toEqual([]);
    await form.getByRole('button', { name: 'Spara' }).click();
    await form.waitFor({ state: 'detached' });
    await tab.getByRole('cell', { name: /0 8 1 1 \*/ }).waitFor();
  });

  test('sets how long receipts are kept, with the other settings', async () => {
    const days = tab.getByLabel('Dagar som kvitton sparas');
    await days.fill('5');
    await tab.getByText('Skriv ett helt antal dagar mellan 30 och 3').waitFor();
    await days.fill('365');
    await button('Spara inställningarna').click();
    await tab.getByText(/sparade som version/).waitFor();
    expect(await days.inputValue()).toBe('365');
  });

  test('pauses it, deletes it, and takes that back', async () => {
    await button('Pausa Måndagskortet').click();
    await button('Återuppta Måndagskortet').waitFor();
    await button('Ta bort Måndagskortet').click();
    await tab.getByText('Måndagskortet är borttagen.').waitFor();
    await button('Ångra').click();
    await button('Återuppta Måndagskortet').waitFor();
  });

  test('is told that a single time has passed, and can save it only for later', async () => {
    await button('Ny prenumeration').click();
    const form = tab.getByRole('dialog');
    await form.getByRole('textbox', { name: /^Namn/ }).fill('Nämndens möte');
    await form.getByLabel(CHANNEL.name).check();
    await form.getByLabel('När', { exact: true }).selectOption('once');
    const time = form.getByLabel(/^Dag och klockslag/);
    await time.fill('2026-01-07T08:00');
    await form.getByText('Tiden har redan passerat', { exact: false }).waitFor();
    expect(await violations()).toEqual([]);
    const saves = form.getByRole('button', { name: 'Spara' });
    expect(await saves.getAttribute('aria-disabled')).toBe('true');
    await time.fill('2999-01-07T08:00');
    await saves.click();
    await form.waitFor({ state: 'detached' });
    await button('Ta bort Nämndens möte').click();
    await tab.getByText('Nämndens möte är borttagen.').waitFor();
  });

  test('sees the very card before it is sent, and the channel’s own answer to a test', async () => {
    await button('Förhandsgranska').click();
    const card = tab.getByRole('region', { name: 'Innehållet i kortet' });
    await card.getByText('Digitaliseringsindex 2025').waitFor();
    await card.getByRole('link', { name: 'Öppna indexet' }).waitFor();
    await button('Skicka som test').click();
    const answer = tab.getByRole('status').filter({ hasText: 'Testet är beställt.' });
    await answer.getByText('Mottaget av arbetsflödet').waitFor();
    await answer.getByText('Tjänsten svarade med kod 202.').waitFor();
    expect(JSON.stringify(stack.workflows.received[0]?.card)).toContain('Test.');
    expect(await violations()).toEqual([]);
  });

  test('adds a channel by the guide, and sees at once what the workflow answered', async () => {
    stack.workflows.reset();
    await button('Lägg till kanal').click();
    const form = tab.getByRole('dialog');
    await form.getByText('Så gör du ett arbetsflöde').waitFor();
    await form.getByRole('textbox', { name: /^Namn på kanalen/ }).fill('Ledningsgruppen');
    await form.getByLabel(/^Arbetsflödets adress/).fill(stack.workflows.addressOf('ledning'));
    await form.getByLabel('Ge besked här när kort till andra kanaler inte kommer fram').check();
    expect(await violations()).toEqual([]);
    await form.getByRole('button', { name: 'Spara och prova' }).click();
    await form.getByText('Mottaget av arbetsflödet').waitFor();
    expect(await violations()).toEqual([]);
    await form.getByRole('button', { name: 'Stäng' }).click();
    const row = tab.getByRole('row', { name: /Ledningsgruppen.*••••••/ });
    await row.getByText('Får besked').waitFor();
    expect(JSON.stringify(stack.workflows.received[0]?.card)).toContain('Ledningsgruppen kan nu få kort');
  });

  test('is shown what IT must approve, then posts a card in their own name and gets its link', async () => {
    stack.authority.setConsent(false, 'ChannelMessage.Send');
    await button('Lägg till kanal').click();
    const form = tab.getByRole('dialog');
    await form.getByRole('textbox', { name: /^Namn på kanalen/ }).fill('Styrgruppen');
    await form.getByLabel('I mitt namn, när jag själv skickar').check();
    await form.getByLabel(/^Länk till kanalen/).fill(channelLinkOf(DIGITAL_TEAM));
    await form.getByRole('button', { name: 'Spara och prova' }).click();
    await form.getByText('az ad app permission admin-consent --id').waitFor();
    expect(await violations()).toEqual([]);
    await form.getByRole('button', { name: 'Stäng' }).click();
    stack.authority.setConsent(true);
    await tab.getByLabel('Kanal', { exact: true }).selectOption({ label: 'Styrgruppen' });
    await button('Posta nu som jag').click();
    const answer = tab.getByRole('status').filter({ hasText: 'Kortet är beställt.' });
    await answer.getByText('Postat i kanalen').waitFor();
    expect(await answer.getByRole('link', { name: 'Öppna i Teams' }).getAttribute('href')).toContain(
      'https://teams.microsoft.com/l/message/',
    );
    expect(stack.graph.control.messages()[0]?.from.name).toBe('Amira Ahl');
    await tab.getByLabel('Kanal', { exact: true }).selectOption({ label: CHANNEL.name });
  });

  test('is told on every page of a channel that fails, and tries again', async () => {
    stack.workflows.reset();
    stack.workflows.provoke({ status: 401 });
    await button('Skicka').click();
    await tab.getByText('Kort till en kanal kommer inte fram').waitFor();
    await tab.getByText('adress gäller inte längre', { exact: false }).first().waitFor();
    await tab.getByRole('link', { name: 'Överblick' }).click();
    await tab.getByRole('link', { name: 'Öppna kvittona' }).click();
    await button(/^Försök igen: kortet till Digitalisering/).click();
    await tab.getByText('Kort till en kanal kommer inte fram').waitFor({ state: 'detached' });
    await button(/^Visa kortet till Digitalisering/)
      .first()
      .click();
    await tab.getByRole('dialog').getByText('Digitaliseringsindex 2025').waitFor();
    expect(window.problems).toEqual([]);
  });

  test('reads channels, subscriptions and receipts as cards on a phone: nothing is cut, and each is still a table', async () => {
    await window.page.keyboard.press('Escape');
    await window.page.getByLabel('Bredd').selectOption('phone');
    for (const [caption, row, column] of [
      ['Kanaler som kort kan skickas till', 'Ledningsgruppen', 'Hur'],
      ['Prenumerationer på kort', 'Måndagskortet', 'När'],
      ['Kvitton på kort till kanaler, senaste först', /Amira Ahl/, 'Försök'],
    ] as const) {
      const table = tab.getByRole('table', { name: caption });
      const card = table.getByRole('row').filter({ has: tab.getByRole('rowheader', { name: row }) });
      await card.first().getByText(column, { exact: true }).waitFor();
      expect(await table.getByRole('columnheader', { name: column, exact: true }).count()).toBe(1);
      expect(await card.first().getByRole('cell').count()).toBe(
        (await table.getByRole('columnheader').count()) - 1,
      );
      const cut = await table
        .getByRole('cell')
        .evaluateAll((cells) =>
          cells
            .filter(
              (cell) =>
                cell.scrollWidth > cell.clientWidth + 1 ||
                cell.getBoundingClientRect().right > document.documentElement.clientWidth,
            )
            .map(({ textContent }) => textContent),
        );
      expect(cut, caption).toEqual([]);
    }
    expect(await violations()).toEqual([]);
  });
});
