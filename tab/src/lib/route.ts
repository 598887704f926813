import type { Language } from '#core/contracts/digest.ts';
import { FIGURE_IDS, type FigureId } from '#core/result/figure-ids.ts';

export const PAGE_IDS = [
  'overview',
  'preconditions',
  'delivery',
  'benefit',
  'trends',
  'method',
  'what-if',
  'compare',
  'accessibility',
  'settings',
  'configure',
] as const;
export type PageId = (typeof PAGE_IDS)[number];

/** The sub-pages of the settings, in the order of their navigation. The first is where the settings open. */
export const SETTINGS_SECTION_IDS = [
  'sources',
  'method',
  'general',
  'refresh',
  'quality',
  'publishing',
  'channels',
  'history',
  'log',
  'transfer',
] as const;
export type SettingsSectionId = (typeof SETTINGS_SECTION_IDS)[number];

/** Where in the tab a reader is. All of it stands in the address, so that it can be shared and gone back to. */
export interface Route {
  readonly page: PageId;
  /** The sub-page of the settings; null on every other page. */
  readonly section: SettingsSectionId | null;
  /** What is open within the sub-page, for instance one source; short, letters, digits and hyphens. */
  readonly detail: string | null;
  /** Null: the latest year that has been computed. */
  readonly year: number | null;
  /** Which result of the year: null is the default, `live` what was computed last, else a vintage by its hash. */
  readonly vintage: string | null;
  /** The year that this one is compared with; null: the nearest earlier one. */
  readonly against: number | null;
  /** What a page is turned to: a unit by its id, a portfolio object by its name, a trend by its row id. */
  readonly unit: string | null;
  readonly object: string | null;
  readonly trend: string | null;
  /** What a reader has moved in what-if, `maturityPercent:70_benefit:9.1`. */
  readonly scenario: string | null;
  /** The figure whose explanation is open. */
  readonly explain: FigureId | null;
  /** A language chosen in the tab's configuration; null follows Teams. */
  readonly language: Language | null;
}

export const START_ROUTE: Route = {
  page: 'overview',
  section: null,
  detail: null,
  year: null,
  vintage: null,
  against: null,
  unit: null,
  object: null,
  trend: null,
  scenario: null,
  explain: null,
  language: null,
};

const DETAIL = /^[a-z0-9-]{1,80}$/;
const VINTAGE = /^(live|published|[0-9a-f]{64})$/;
const SCENARIO = /^[a-zA-Z]+:\d{1,6}(\.\d{1,4})?(_[a-zA-Z]+:\d{1,6}(\.\d{1,4})?){0,9}$/;
/** Names of units and objects come from lists and may hold anything, but no name is this long. */
const NAME_LIMIT = 300;
const NAMES = ['unit', 'object', 'trend'] as const;

/**
 * Reads a route such as `overview?year=2025`, `#/delivery?year=2024&explain=delivery` or `settings/sources/initiatives`.
 * It comes from links that anyone can write: what is not known falls back to the start.
 */
export function parseRoute(text: string): Route {
  const [path = '', query = ''] = text.replace(/^#?\/?/, '').split('?');
  const parameters = new URLSearchParams(query);
  const [first, second, third = ''] = path.split('/');
  const page = PAGE_IDS.find((id) => id === first) ?? START_ROUTE.page;
  const known = SETTINGS_SECTION_IDS.find((id) => id === second);
  const scenario = parameters.get('scenario');
  const vintage = parameters.get('vintage');
  const language = parameters.get('language');
  return {
    page,
    section: page === 'settings' ? (known ?? SETTINGS_SECTION_IDS[0]) : null,
    detail: page === 'settings' && known !== undefined && DETAIL.test(third) ? third : null,
    year: yearIn(parameters, 'year'),
    vintage: vintage !== null && VINTAGE.test(vintage) ? vintage : null,
    against: yearIn(parameters, 'against'),
    unit: nameIn(parameters, 'unit'),
    object: nameIn(parameters, 'object'),
    trend: nameIn(parameters, 'trend'),
    scenario: scenario !== null && SCENARIO.test(scenario) ? scenario : null,
    explain: FIGURE_IDS.find((id) => id === parameters.get('explain')) ?? null,
    language: language === 'sv' || language === 'en' ? language : null,
  };
}

function yearIn(parameters: URLSearchParams, name: 'year' | 'against'): number | null {
  const year = Number(parameters.get(name));
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null;
}

function nameIn(parameters: URLSearchParams, name: (typeof NAMES)[number]): string | null {
  const text = parameters.get(name);
  return text === null || text.length > NAME_LIMIT ? null : text;
}

/** The route as text, `overview?year=2025`: what deep links carry as their sub-page. */
export function formatRoute(route: Route): string {
  const parameters = new URLSearchParams();
  if (route.year !== null) parameters.set('year', String(route.year));
  if (route.vintage !== null) parameters.set('vintage', route.vintage);
  if (route.against !== null) parameters.set('against', String(route.against));
  for (const name of NAMES) if (route[name] !== null) parameters.set(name, route[name]);
  if (route.scenario !== null) parameters.set('scenario', route.scenario);
  if (route.explain !== null) parameters.set('explain', route.explain);
  if (route.language !== null) parameters.set('language', route.language);
  const query = parameters.toString();
  const path = pathOf(route);
  return query === '' ? path : `${path}?${query}`;
}

function pathOf({ page, section, detail }: Route): string {
  if (page !== 'settings' || section === null) return page;
  return detail === null ? `settings/${section}` : `settings/${section}/${detail}`;
}

/** The route of another page, from wherever the reader is: year, vintage and language go along, what only concerned that page does not. */
export function pageRoute({ year, vintage, language }: Route, page: PageId): Route {
  return { ...START_ROUTE, page, year, vintage, language };
}

/** The route of a sub-page of the settings, from wherever the reader is. The year goes along. */
export function settingsRoute(from: Route, section: SettingsSectionId, detail: string | null = null): Route {
  return { ...from, page: 'settings', section, detail, explain: null };
}

/** The route as the address of an anchor. */
export function hrefOf(route: Route): string {
  return `#/${formatRoute(route)}`;
}
