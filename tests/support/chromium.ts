import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/**
 * Flags of the packaged browser that suit a small server and not a test: one process for all ends the browser with the first
 * window that closes, and no web security lets pass what a real browser refuses.
 */
const UNSUITED = new Set(['--single-process', '--disable-web-security', '--allow-running-insecure-content']);

/**
 * A real Chromium from npm, so that neither apt nor a download is needed. `CHROMIUM_PATH` names another one, for
 * platforms that the packaged one does not run on.
 */
export async function launchChromium(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'];
  return playwright.launch({
    executablePath: own ?? (await chromium.executablePath()),
    args: own === undefined ? chromium.args.filter((flag) => !UNSUITED.has(flag)) : ['--no-sandbox'],
    headless: true,
  });
}
