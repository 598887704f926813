import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { layoutShift, watchLayoutShift } from '../support/layout-shift.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';
import { openTab, openWindow, type View } from '../support/teams-page.ts';

let stack: RunningStack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startSeededStack(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

const LOOKS = [
  ['desktop', 'default'],
  ['desktop', 'contrast'],
  ['phone', 'dark'],
] as const satisfies readonly (readonly [View['view'], View['theme']])[];

/** Where the index stands in the tab, and how it looks. */
function numberIn(tab: Frame): Promise<Readonly<Record<string, number | string>>> {
  return tab
    .getByText('8,2', { exact: true })
    .first()
    .evaluate((number) => {
      const { x, y } = number.getBoundingClientRect();
      const { color, fontSize, fontWeight } = getComputedStyle(number);
      const card = getComputedStyle(number.closest('section') ?? number).backgroundColor;
      return { x: Math.round(x), y: Math.round(y), color, fontSize, fontWeight, card };
    });
}

/** Holds the page's code back until `go`. */
async function holdCode(page: Page): Promise<() => void> {
  const released = Promise.withResolvers<undefined>();
  await page.route('**/tab/assets/first-page-*', async (route) => {
    await released.promise;
    await route.continue();
  });
  return () => released.resolve(undefined);
}

describe('the first number', () => {
  test.each(LOOKS)(
    'stands there before the page, and where the page has it (%s, %s)',
    async (view, theme) => {
      const window = await openWindow(browser);
      const go = await holdCode(window.page);
      const tab = await openTab(window.page, stack.url, {
        user: 'employee',
        pane: 'closed',
        page: 'overview',
        view,
        theme,
      });
      await tab.getByText('8,2', { exact: true }).waitFor();
      expect(await tab.getByRole('navigation').count()).toBe(0);
      const before = await numberIn(tab);
      go();
      await tab.getByRole('navigation', { name: 'Sidor' }).waitFor();
      await tab.getByRole('figure').nth(1).waitFor();
      expect(await numberIn(tab)).toEqual(before);
      expect(window.problems).toEqual([]);
      await window.close();
    },
  );

  test('is only drawn where the page has it', async () => {
    const window = await openWindow(browser);
    const go = await holdCode(window.page);
    const years = window.page.waitForResponse('**/api/results/2025');
    const tab = await openTab(window.page, stack.url, { user: 'employee', pane: 'closed', page: 'benefit' });
    await years;
    expect(await tab.getByText('8,2', { exact: true }).count()).toBe(0);
    go();
    await tab.getByRole('heading', { level: 1, name: 'Nytta' }).waitFor();
    await window.close();
  });
});

describe('the overview', () => {
  test.each(LOOKS)('does not move under its reader while it comes (%s, %s)', async (view, theme) => {
    const window = await openWindow(browser);
    await watchLayoutShift(window.page);
    const tab = await openTab(window.page, stack.url, {
      user: 'employee',
      pane: 'closed',
      page: 'overview',
      view,
      theme,
    });
    await tab.getByRole('figure', { name: 'Index och delar över åren' }).waitFor();
    await tab.getByRole('figure').nth(1).waitFor();
    const { sum, moved } = await layoutShift(tab);
    expect(sum, moved).toBeLessThan(0.01);
    await window.close();
  });
});
