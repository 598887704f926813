import type { Language } from '#core/contracts/digest.ts';
import { FIGURE_IDS, type FigureId } from '#core/result/figure-ids.ts';

export const PAGE_IDS = [
  'overview',
  'preconditions',
  'delivery',
  'benefit',
  'method',
  'settings',
  'configure',
] as const;
export type PageId = (typeof PAGE_IDS)[number];

/** Where in the tab a reader is. All of it stands in the address, so that it can be shared and gone back to. */
export interface Route {
  readonly page: PageId;
  /** Null: the latest year that has been computed. */
  readonly year: number | null;
  /** The figure whose explanation is open. */
  readonly explain: FigureId | null;
  /** A language chosen in the tab's configuration; null follows Teams. */
  readonly language: Language | null;
}

export const START_ROUTE: Route = { page: 'overview', year: null, explain: null, language: null };

/**
 * Reads a route such as `overview?year=2025` or `#/delivery?year=2024&explain=delivery`. It comes from links that
 * anyone can write: what is not known falls back to the start.
 */
export function parseRoute(text: string): Route {
  const [path = '', query = ''] = text.replace(/^#?\/?/, '').split('?');
  const parameters = new URLSearchParams(query);
  const page = PAGE_IDS.find((id) => id === path) ?? START_ROUTE.page;
  const year = Number(parameters.get('year'));
  const language = parameters.get('language');
  return {
    page,
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null,
    explain: FIGURE_IDS.find((id) => id === parameters.get('explain')) ?? null,
    language: language === 'sv' || language === 'en' ? language : null,
  };
}

/** The route as text, `overview?year=2025`: what deep links carry as their sub-page. */
export function formatRoute(route: Route): string {
  const parameters = new URLSearchParams();
  if (route.year !== null) parameters.set('year', String(route.year));
  if (route.explain !== null) parameters.set('explain', route.explain);
  if (route.language !== null) parameters.set('language', route.language);
  const query = parameters.toString();
  return query === '' ? route.page : `${route.page}?${query}`;
}

/** The route as the address of an anchor. */
export function hrefOf(route: Route): string {
  return `#/${formatRoute(route)}`;
}
