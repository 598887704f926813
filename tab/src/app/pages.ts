import { lazy, type ComponentType } from 'react';
import type { PageId } from '../lib/route.ts';
import { loadAllMessages } from '../texts/load-messages.ts';

/** What every page is told: the year to show. */
export interface PageProps {
  readonly year: number;
}

type Load = () => Promise<{ readonly default: ComponentType<PageProps> }>;

/** A part with words that the first page does not have: it is shown when both have come. */
async function withItsWords<Part>(part: Promise<Part>): Promise<Part> {
  const language = document.documentElement.lang === 'en' ? 'en' : 'sv';
  return (await Promise.all([part, loadAllMessages(language)]))[0];
}

/** Each page is loaded when it is opened. */
const LOADERS = {
  overview: () =>
    import('../features/overview/overview-page.tsx').then((page) => ({ default: page.OverviewPage })),
  preconditions: () =>
    withItsWords(import('../features/preconditions/preconditions-page.tsx')).then((page) => ({
      default: page.PreconditionsPage,
    })),
  delivery: () =>
    withItsWords(import('../features/delivery/delivery-page.tsx')).then((page) => ({
      default: page.DeliveryPage,
    })),
  benefit: () =>
    withItsWords(import('../features/benefit/benefit-page.tsx')).then((page) => ({
      default: page.BenefitPage,
    })),
  trends: () =>
    withItsWords(import('../features/trends/trends-page.tsx')).then((page) => ({ default: page.TrendsPage })),
  method: () =>
    withItsWords(import('../features/method/method-page.tsx')).then((page) => ({ default: page.MethodPage })),
  'what-if': () =>
    withItsWords(import('../features/what-if/what-if-page.tsx')).then((page) => ({
      default: page.WhatIfPage,
    })),
  compare: () =>
    withItsWords(import('../features/compare/compare-page.tsx')).then((page) => ({
      default: page.ComparePage,
    })),
} as const satisfies Partial<Record<PageId, Load>>;

export type ResultPageId = keyof typeof LOADERS;
/** The pages of the navigation, in its order. Years are compared from where a year is chosen. */
export const NAVIGATION_PAGE_IDS = (Object.keys(LOADERS) as ResultPageId[]).filter(
  (page) => page !== 'compare',
);

/** What draws each page. */
export const RESULT_PAGES: Record<ResultPageId, ComponentType<PageProps>> = {
  overview: lazy(LOADERS.overview),
  preconditions: lazy(LOADERS.preconditions),
  delivery: lazy(LOADERS.delivery),
  benefit: lazy(LOADERS.benefit),
  trends: lazy(LOADERS.trends),
  method: lazy(LOADERS.method),
  'what-if': lazy(LOADERS['what-if']),
  compare: lazy(LOADERS.compare),
};

export const SettingsFrame = lazy(() =>
  withItsWords(import('./settings-frame.tsx')).then((page) => ({ default: page.SettingsFrame })),
);
export const FailingChannels = lazy(() =>
  import('../features/digests/failing-channels.tsx').then((banner) => ({ default: banner.FailingChannels })),
);
export const AccessibilityPage = lazy(() =>
  withItsWords(import('../features/accessibility/accessibility-page.tsx')).then((page) => ({
    default: page.AccessibilityPage,
  })),
);
export const ConfigurePage = lazy(() =>
  withItsWords(import('../features/configure/configure-page.tsx')).then((page) => ({
    default: page.ConfigurePage,
  })),
);
export const ExplanationPanel = lazy(() =>
  withItsWords(import('../features/explanation/explanation-panel.tsx')).then((panel) => ({
    default: panel.ExplanationPanel,
  })),
);

/**
 * Loads the page that the tab opens with, before anything is drawn. A lazy part that is drawn while it loads keeps its
 * placeholder for 300 ms, by React's own rule against flicker; the first page need not wait for that. Where loading fails,
 * drawing the page tries again and tells.
 */
export async function loadFirstPage(page: ResultPageId): Promise<void> {
  try {
    RESULT_PAGES[page] = (await LOADERS[page]()).default;
  } catch {
    // See above.
  }
}

/** Whether a page shows a year's result, and so needs one. */
export function isResultPage(page: PageId): page is ResultPageId {
  return page in LOADERS;
}
