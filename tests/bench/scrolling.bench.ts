import type { Browser } from 'playwright-core';
import type { InitiativeList, ResultEnvelope } from '#core/contracts/read.ts';
import { launchChromium } from '../support/chromium.ts';
import { startSeededStack } from '../support/running-stack.ts';
import { openTab, openWindow } from '../support/teams-page.ts';
import { median, type Bench, type BenchFigure } from './figure.ts';

/** The largest municipality that is promised to be fluid, and one so small that nobody doubts it. */
const MANY = { initiatives: 10_000, units: 300 } as const;
const FEW = { initiatives: 250, units: 250 } as const;
const CPU_SLOWDOWN = 4;
const STEPS = 60;
const STEP_PX = 400;
const RUNS = 3;
/** A task as long as this is felt as a stop. Source: W3C, Long Tasks. */
const LONG_TASK_MS = 50;

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly args: { readonly name?: string };
}

interface Scrolled {
  /** What the page's own thread did for each step, by the trace. */
  readonly busyMsPerStep: number;
  readonly longestMs: number;
  readonly longTasks: number;
  readonly drawnRows: number;
}

/** Repeats what the API answered until there is so much of it: the tab is measured, not the API. */
async function openLarge(browser: Browser, url: string, page: string, size: typeof MANY | typeof FEW) {
  const window = await openWindow(browser);
  await window.page.route('**/api/results/2025/initiatives', async (route) => {
    const response = await route.fetch();
    const { initiatives, ...rest } = (await response.json()) as InitiativeList;
    const rows = Array.from({ length: size.initiatives }, (_, index) => ({
      ...initiatives[index % initiatives.length],
      rowId: `${index}`,
      businessId: `INI-${index}`,
    }));
    await route.fulfill({ response, json: { ...rest, initiatives: rows } });
  });
  await window.page.route('**/api/results/2025', async (route) => {
    const response = await route.fetch();
    const envelope = (await response.json()) as ResultEnvelope;
    const { units } = envelope.result.employeeSurvey;
    const rows = Array.from({ length: size.units }, (_, index) => ({
      ...units[index % units.length],
      id: `unit-${index}`,
      name: `Enhet ${index}`,
      parentId: null,
    }));
    const employeeSurvey = { ...envelope.result.employeeSurvey, units: rows };
    await route.fulfill({ response, json: { ...envelope, result: { ...envelope.result, employeeSurvey } } });
  });
  const tab = await openTab(window.page, url, { user: 'employee', pane: 'closed', page });
  return { window, tab };
}

async function scroll(
  browser: Browser,
  url: string,
  at: { readonly page: string; readonly table: string },
  size: typeof MANY | typeof FEW,
): Promise<Scrolled> {
  const { window, tab } = await openLarge(browser, url, at.page, size);
  const region = tab.getByRole('group', { name: at.table, exact: true });
  await region.locator('tr[data-index="20"]').waitFor();
  await region.scrollIntoViewIfNeeded();
  await region.hover();
  const session = await window.context.newCDPSession(window.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await browser.startTracing(window.page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  for (let step = 0; step < STEPS; step += 1) {
    await window.page.mouse.wheel(0, STEP_PX);
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  const first = Number(await region.locator('tr[data-index]').first().getAttribute('data-index'));
  if (first < 20) throw new Error(`${at.table} did not scroll: its first row is ${first}`);
  const drawnRows = await region.locator('tr[data-index]').count();
  await window.close();
  const tasks = mainThreadTasks(trace.traceEvents);
  return {
    busyMsPerStep: tasks.reduce((sum, ms) => sum + ms, 0) / STEPS,
    longestMs: Math.max(...tasks),
    longTasks: tasks.filter((ms) => ms > LONG_TASK_MS).length,
    drawnRows,
  };
}

/** How long each task of the page's threads took, in ms. */
function mainThreadTasks(events: readonly TraceEvent[]): readonly number[] {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && threads.has(`${pid} ${tid}`))
    .map(({ dur = 0 }) => dur / 1000);
}

const TABLES = [
  { name: 'initiatives', page: 'delivery?year=2025', table: 'Initiativ som räknades för 2025' },
  { name: 'units', page: 'preconditions?year=2025', table: 'Medarbetarfrågan per enhet' },
] as const;

export const bench: Bench = {
  title: `scrolling ${MANY.initiatives} initiatives and ${MANY.units} units on a ${CPU_SLOWDOWN} × slower processor, by Chromium's trace`,
  async run() {
    const [stack, browser] = await Promise.all([startSeededStack(), launchChromium()]);
    try {
      const figures: BenchFigure[] = [];
      for (const at of TABLES) {
        const runs: Record<'many' | 'few', Scrolled[]> = { many: [], few: [] };
        // In turns, so that what else the machine does meets both.
        for (let run = 0; run < RUNS; run += 1) {
          runs.few.push(await scroll(browser, stack.url, at, FEW));
          runs.many.push(await scroll(browser, stack.url, at, MANY));
        }
        const of = (size: 'many' | 'few', what: keyof Scrolled) => median(runs[size].map((run) => run[what]));
        const size = MANY[at.name];
        const absolute = (what: keyof Scrolled, name: string, unit: string): BenchFigure => ({
          name: `${size} ${at.name}, ${name}`,
          value: of('many', what),
          unit,
          baseline: null,
        });
        figures.push(
          absolute('drawnRows', 'rows in the page', 'rows'),
          absolute('busyMsPerStep', `work for each step of ${STEP_PX} px`, 'ms'),
          absolute('longestMs', 'longest task', 'ms'),
          absolute('longTasks', `tasks over ${LONG_TASK_MS} ms in ${STEPS} steps`, 'tasks'),
          {
            name: `${size} ${at.name}, work for each step`,
            value: of('many', 'busyMsPerStep') / of('few', 'busyMsPerStep'),
            unit: 'times',
            baseline: `that of ${FEW[at.name]}`,
          },
        );
      }
      return figures;
    } finally {
      await browser.close();
      await stack.stop();
    }
  },
};
