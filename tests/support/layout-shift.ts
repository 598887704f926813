import type { Frame, Page } from 'playwright-core';

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Lets the browser note from the beginning how far the tab moves under its reader. Before the page is opened. */
export async function watchLayoutShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (globalThis.parent === globalThis.window) return;
    const noted: string[] = [];
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (entry.hadRecentInput) continue;
        sum += entry.value;
        const moved = entry.sources.map(({ node }) => (node?.textContent ?? '').slice(0, 40));
        noted.push(`${entry.value.toFixed(4)}: ${moved.join(' | ')}`);
        document.documentElement.dataset['shift'] = String(sum);
        document.documentElement.dataset['shifted'] = noted.join('\n');
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The sum of the browser's own measure, 0 for a page that stood still, and what moved. The tab has been drawn. */
export async function layoutShift(tab: Frame): Promise<{ readonly sum: number; readonly moved: string }> {
  // An entry comes after the picture that it is about.
  return tab.evaluate(async () => {
    for (let picture = 0; picture < 3; picture += 1) await new Promise(requestAnimationFrame);
    const { shift = '0', shifted = '' } = document.documentElement.dataset;
    return { sum: Number(shift), moved: shifted };
  });
}
