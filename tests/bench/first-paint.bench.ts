import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { launchChromium } from '../support/chromium.ts';
import { startSeededStack } from '../support/running-stack.ts';
import { layoutShift, watchLayoutShift } from '../support/layout-shift.ts';
import { openTab, openWindow } from '../support/teams-page.ts';
import { median, type Bench } from './figure.ts';

const RUNS = 7;
/** A modest laptop on a modest line. */
const SLOW = { cpu: 4, bitsPerSecond: 10_000_000, latencyMs: 40 } as const;

/** The least that any tab of this kind loads: Fluent's provider, a button, teams-js and its hello to the host. */
const EMPTY_TAB = `
import { app } from '@microsoft/teams-js';
import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
await app.initialize();
await app.getContext();
app.notifyAppLoaded();
createRoot(document.getElementById('root')).render(
  createElement(FluentProvider, { theme: webLightTheme }, createElement('h1', null, 'Tom'), createElement(Button, null, 'Ok')),
);
app.notifySuccess();
`;

/**
 * From the beginning of the tab's own frame to the picture after the one in which this text stood on the page, in ms. The
 * host's page around it is no part of what is measured.
 */
async function firstText(browser: Browser, address: string, selector: string, text: string): Promise<number> {
  const window = await openWindow(browser);
  const session = await window.context.newCDPSession(window.page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW.latencyMs,
    downloadThroughput: SLOW.bitsPerSecond / 8,
    uploadThroughput: SLOW.bitsPerSecond / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
  await window.page.addInitScript(markFirstText, { selector, text });
  await window.page.goto(address, { waitUntil: 'commit' });
  const tab = window.page.frameLocator('iframe');
  await tab.locator('html[data-first-text-ms]').waitFor({ timeout: 60_000 });
  const ms = Number(await tab.locator('html').getAttribute('data-first-text-ms'));
  await window.close();
  return ms;
}

/** Runs in the page, before anything of its own. */
function markFirstText(wanted: { readonly selector: string; readonly text: string }): void {
  if (globalThis.parent === globalThis.window) return;
  const observer = new MutationObserver(() => {
    const found = [...document.querySelectorAll(wanted.selector)].some(({ textContent }) =>
      textContent.includes(wanted.text),
    );
    if (!found) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // Told after the picture has been drawn, not before.
      port1.onmessage = () => {
        document.documentElement.dataset['firstTextMs'] = String(performance.now());
      };
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Serves the host page as the stack does, with the empty tab in place of ours. */
async function serveEmptyTab(folder: string, stackUrl: string): Promise<Server> {
  // Compressed beforehand, as ours is.
  const names = (await readdir(folder, { recursive: true })).filter((name) => extname(name) !== '');
  const bodies = new Map(
    await Promise.all(
      names.map(async (name) => [name, brotliCompressSync(await readFile(join(folder, name)))] as const),
    ),
  );
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname.startsWith('/tab/')) {
        const name = pathname === '/tab/' ? 'index.html' : pathname.slice('/tab/'.length);
        const body = bodies.get(name);
        const type = TYPES[extname(name)] ?? 'text/html; charset=utf-8';
        response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(body);
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = await fetch(`${stackUrl}${request.url ?? '/'}`, {
        method: request.method ?? 'GET',
        headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      });
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'text/plain',
      });
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}

async function buildEmptyTab(): Promise<string> {
  // Inside the repository, so that packages are found.
  const folder = await mkdtemp(join(import.meta.dirname, '../../dist/empty-tab-'));
  await writeFile(join(folder, 'main.js'), EMPTY_TAB);
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><div id="root"></div><script type="module" src="./main.js"></script>',
  );
  const outDir = await mkdtemp(join(tmpdir(), 'empty-tab-'));
  await build({
    root: folder,
    base: '/tab/',
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  });
  await rm(folder, { recursive: true });
  return outDir;
}

export const bench: Bench = {
  title: `first number on a ${SLOW.cpu} × slower processor and ${SLOW.bitsPerSecond / 1e6} Mbit/s, against an empty Fluent and teams-js tab`,
  async run() {
    const [stack, browser, folder] = await Promise.all([
      startSeededStack(),
      launchChromium(),
      buildEmptyTab(),
    ]);
    const server = await serveEmptyTab(folder, stack.url);
    try {
      const query = '/?user=employee&pane=closed&page=overview';
      const ours = `${stack.url}${query}`;
      const empty = `http://localhost:${(server.address() as AddressInfo).port}${query}`;
      const times = { ours: [] as number[], empty: [] as number[] };
      // In turns, so that what else the machine does meets both.
      for (let run = 0; run < RUNS; run += 1) {
        times.empty.push(await firstText(browser, empty, 'h1', 'Tom'));
        times.ours.push(await firstText(browser, ours, 'main section p', '8,2'));
      }
      const moved = await openWindow(browser);
      await watchLayoutShift(moved.page);
      const tab = await openTab(moved.page, stack.url, {
        user: 'employee',
        pane: 'closed',
        page: 'overview',
      });
      await tab.getByRole('figure').nth(1).waitFor();
      const { sum: shift } = await layoutShift(tab);
      await moved.close();
      const scripts = (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'));
      const sizes = await Promise.all(
        scripts.map(async (name) => gzipSync(await readFile(join(folder, 'assets', name))).length),
      );
      return [
        {
          name: 'empty tab, JavaScript',
          value: sizes.reduce((sum, size) => sum + size, 0),
          unit: 'bytes gzip',
          baseline: null,
        },
        { name: 'empty tab, first text', value: median(times.empty), unit: 'ms', baseline: null },
        { name: 'overview, first number', value: median(times.ours), unit: 'ms', baseline: null },
        {
          name: 'overview, first number',
          value: median(times.ours) / median(times.empty),
          unit: 'times',
          baseline: 'the empty tab',
        },
        {
          name: 'overview, layout shift',
          value: shift,
          unit: 'CLS',
          baseline: null,
        },
      ];
    } finally {
      server.close();
      await browser.close();
      await stack.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
