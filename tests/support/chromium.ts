import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/**
 * A real Chromium from npm, so that neither apt nor a download is needed. `CHROMIUM_PATH` names another one, for
 * platforms that the packaged one does not run on.
 */
export async function launchChromium(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'];
  return playwright.launch({
    executablePath: own ?? (await chromium.executablePath()),
    args: own === undefined ? chromium.args : ['--no-sandbox'],
    headless: true,
  });
}
