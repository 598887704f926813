import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';
import { openTab, openWindow } from '../support/teams-page.ts';

let stack: RunningStack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startSeededStack(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

describe('the overview in Teams', () => {
  test.each(['default', 'dark', 'contrast'] as const)(
    'shows the index and passes axe in %s',
    async (theme) => {
      const window = await openWindow(browser);
      const tab = await openTab(window.page, stack.url, { user: 'employee', theme });
      await tab.getByRole('heading', { level: 1, name: 'Överblick' }).waitFor();
      await expect.poll(() => tab.locator('main').innerText()).toMatch(/8,2/);
      const { violations } = await new AxeBuilder({ page: window.page }).include('iframe').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      expect(window.problems).toEqual([]);
      await window.close();
    },
  );
});
