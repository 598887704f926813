import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../support/chromium.ts';
import { type RunningHost, startHost, USERS } from './running-host.ts';
import { sampleCard } from './sample-card.ts';
import './small-app-window.ts';

let host: RunningHost;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let problems: string[];

beforeAll(async () => {
  host = await startHost();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});
beforeEach(async () => {
  host.messages = [];
  problems = [];
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // teams-js asks Microsoft for the hosts it may trust; our own origin needs no such list.
  await context.route('https://res.cdn.office.net/**', (route) =>
    route.fulfill({ json: { validOrigins: [] } }),
  );
  page = await context.newPage();
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
});
afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
});

const postCard = (id: string) =>
  host.messages.push({
    id,
    author: 'Workflows',
    channelName: 'Digitalisering',
    postedAt: '2026-01-20T09:15:00Z',
    card: sampleCard(host.origin),
  });

/** Opens the host page and gives the app's frame once the app has said that it shows. */
async function open(path: string): Promise<Frame> {
  await page.goto(host.origin + path);
  return shownApp();
}

async function shownApp(): Promise<Frame> {
  await page.locator('.app-frame[data-phase="shown"]').waitFor();
  const element = await page.locator('iframe').elementHandle();
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The host page has no app');
  return frame;
}

const contextOf = (frame: Frame) => frame.evaluate(() => window.teams.app.getContext());

describe('the real teams-js in the host page', () => {
  it('learns who, where and how from its context', async () => {
    const app = await open('/?user=manager&theme=dark&locale=en-us&frame=channel');
    expect(await contextOf(app)).toMatchObject({
      app: { locale: 'en-us', theme: 'dark', host: { name: 'Teams', clientType: 'web' } },
      page: { id: 'index', frameContext: 'content' },
      user: {
        id: USERS[1]?.id,
        userPrincipalName: 'mats.malm@ekviken.example',
        tenant: { id: USERS[1]?.tenantId },
      },
      channel: { displayName: 'Digitalisering' },
      team: { displayName: 'Digital ledning' },
    });
    expect(await app.evaluate(() => window.teams.pages.config.isSupported())).toBe(true);
  });

  it('gets a token of the chosen person, or the reason why not', async () => {
    const app = await open('/?user=admin');
    const getToken = (frame: Frame) =>
      frame.evaluate(() =>
        window.teams.authentication.getAuthToken().catch((error: unknown) => String(error)),
      );
    expect(await getToken(app)).toBe(`token-${USERS[2]?.id ?? ''}`);
    expect(await getToken(await open('/?auth=fail'))).toBe('Error: consent_required');
    expect(await getToken(await open('/?auth=CancelledByUser'))).toBe('Error: CancelledByUser');
  });

  it('hears of a new theme without being started anew', async () => {
    const app = await open('/');
    await page.getByLabel('Tema', { exact: true }).selectOption('Hög kontrast');
    await app.waitForFunction(() => window.themes.length > 0);
    expect(await app.evaluate(() => window.themes)).toEqual(['contrast']);
    expect(page.url()).toContain('theme=contrast');
  });

  it('is started anew with another person and in another language', async () => {
    await open('/');
    await page.getByLabel('Person', { exact: true }).selectOption('Amira Ahl – administratör');
    expect((await contextOf(await shownApp())).user?.id).toBe(USERS[2]?.id);
    await page.getByLabel('Språk', { exact: true }).selectOption('English');
    expect((await contextOf(await shownApp())).app.locale).toBe('en-us');
  });

  it('is 360 px wide on the phone and 320 px in a meeting', async () => {
    const phone = await open('/?view=phone');
    expect(await phone.evaluate(() => window.innerWidth)).toBe(360);
    const meeting = await open('/?frame=sidePanel');
    expect(await meeting.evaluate(() => window.innerWidth)).toBe(320);
    expect((await contextOf(meeting)).page.frameContext).toBe('sidePanel');
  });

  it('can share a link to one of its pages, which then opens that page', async () => {
    const app = await open('/');
    await app.evaluate(() =>
      window.teams.pages.shareDeepLink({ subPageId: 'benefit?year=2025', subPageLabel: 'Nytta 2025' }),
    );
    await page.getByRole('link', { name: 'Nytta 2025' }).click();
    expect((await contextOf(await shownApp())).page.subPageId).toBe('benefit?year=2025');
  });

  it('opens a deep link that it follows itself', async () => {
    const app = await open('/');
    const address = `${host.origin}/l/entity/app/index?context=${encodeURIComponent('{"subEntityId":"delivery"}')}`;
    await app.evaluate((link) => void window.teams.app.openLink(link), address);
    await page.waitForURL(/page=delivery/);
    expect((await contextOf(await shownApp())).page.subPageId).toBe('delivery');
  });
});

describe('the settings of a channel tab', () => {
  it('can be saved once the app says that they are valid, and the channel then shows what was saved', async () => {
    const settings = await open('/?frame=settings');
    const save = page.getByRole('button', { name: 'Spara' });
    expect(await save.isDisabled()).toBe(true);
    await settings.evaluate(() => window.teams.pages.config.setValidityState(true));
    await save.click();
    await page.getByText('Fliken är sparad.').waitFor();
    const tab = await shownApp();
    expect(tab.url()).toBe(`${host.origin}/tab/?enhet=7`);
    expect((await contextOf(tab)).page.id).toBe('enhet-7');
    expect(await tab.evaluate(() => window.teams.pages.getConfig())).toMatchObject({ entityId: 'enhet-7' });
  });
});

describe('an app that does not come up', () => {
  it('is covered by the loading sign until it has said that it shows', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await context.route('**/tab/small-app.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(host.origin, { waitUntil: 'commit' });
    await page.getByText('Appen startar …').waitFor();
    letGo();
    await page.locator('.app-cover').waitFor({ state: 'hidden' });
  });

  it('is replaced by its own reason when it says that it failed, and can be loaded again', async () => {
    const app = await open('/');
    await app.evaluate(() =>
      window.teams.app.notifyFailure({
        reason: window.teams.app.FailedReason.Other,
        message: 'ingen kontakt',
      }),
    );
    await page.getByText('Other: ingen kontakt').waitFor();
    await page.getByRole('button', { name: 'Läs in igen' }).click();
    await shownApp();
  });
});

describe('the channel', () => {
  it('says that nothing has come, and shows a card when one comes, a chart by its fallback', async () => {
    await open('/');
    await page.getByText('Inget har postats i kanalen ännu.').waitFor();
    postCard('1');
    const card = page.locator('.card');
    await card.waitFor();
    const text = await card.innerText();
    expect(text).toContain('Digitaliseringsindex 2025');
    expect(text).toContain('Utveckling: 2024 8,1, 2025 8,2');
    expect(text).toContain('<b>obs</b>');
  });

  it('opens the page a card is about in the app beside it, without leaving the host page', async () => {
    postCard('1');
    await open('/?frame=channel');
    await page.evaluate(() => ((window as { stays?: boolean }).stays = true));
    await page.getByRole('link', { name: 'Öppna i fliken' }).click();
    await page.waitForURL(/page=preconditions/);
    expect((await contextOf(await shownApp())).page.subPageId).toBe('preconditions?year=2025');
    expect(await page.evaluate(() => (window as { stays?: boolean }).stays)).toBe(true);
  });

  it('opens a deep link that is the address of the page itself', async () => {
    const app = await open(
      `/l/entity/5c9e7a10-2f3b-4d6c-8e1f-0a2b3c4d5e6f/index?context=${encodeURIComponent('{"subEntityId":"overview?year=2024"}')}`,
    );
    expect((await contextOf(app)).page.subPageId).toBe('overview?year=2024');
  });

  it('draws its cards anew in a new theme', async () => {
    postCard('1');
    await open('/');
    const background = () => page.locator('.card').evaluate((card) => getComputedStyle(card).backgroundColor);
    await page.locator('.card').waitFor();
    const before = await background();
    await page.getByLabel('Tema', { exact: true }).selectOption('Mörkt');
    expect(await background()).not.toBe(before);
  });
});

describe('accessibility', () => {
  const STATES = [
    '/?theme=default',
    '/?theme=dark&frame=channel',
    '/?theme=contrast',
    '/?theme=dark&frame=settings',
    '/?theme=default&frame=sidePanel',
    '/?theme=dark&view=phone&pane=open',
    '/?theme=contrast&view=phone',
  ];
  it.each(STATES)('axe finds nothing at WCAG AA in %s', async (path) => {
    postCard('1');
    await open(path);
    if (await page.locator('.pane').isVisible()) await page.locator('.card').waitFor();
    const { violations } = await new AxeBuilder({ page })
      .exclude('iframe')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

it('says what to do when the local services do not answer', async () => {
  await context.route('**/host/users', (route) => route.fulfill({ status: 502, body: '' }));
  await page.goto(host.origin);
  await page.getByText('De lokala tjänsterna svarar inte.').waitFor();
  problems = problems.filter((problem) => !problem.includes('502'));
});
