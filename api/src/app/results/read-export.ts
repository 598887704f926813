import type { Publication } from '#core/contracts/exports.ts';
import type { OpenDataPublisher, OpenDataState } from '#core/export/dcat.ts';
import type { Exported } from '#core/export/long-table.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { Vintage } from '#core/result/vintage.ts';
import { chosenResult, type ChosenResult } from './chosen-result.ts';
import { ProblemError } from '../errors.ts';
import type { Caller } from '../ports/caller.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { maySeeUnits } from './unit-access.ts';
import { notComputed, settingsWithYear, yearsOf } from './year-of-tenant.ts';

interface ExportParts {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
}

/** Results that are to leave the product; their contents are fetched only if they are asked for. */
export interface ReadableExport {
  /** Names the contents: hashes of the results, and whether units are among them. */
  readonly version: readonly unknown[];
  exported(): Promise<readonly Exported[]>;
}

export type ReadExport = (caller: Caller, year: number | null) => Promise<ReadableExport>;

/**
 * The results of every year, or of one, each as published where it has been. Units are left out for a caller who may not
 * see them in the tab either.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed (of one year)
 */
export function createReadExport({ settings, results }: ExportParts): ReadExport {
  return async (caller, year) => {
    const { tenantId } = caller;
    const [summary, published] = await Promise.all([
      settings.summary(tenantId),
      results.vintages.latestOfYears(tenantId),
    ]);
    if (!summary) throw new ProblemError('not-configured');
    const publishedYears = published.map(({ head }) => head.year);
    if (year !== null) settingsWithYear(summary, year, publishedYears.includes(year));
    const years = year === null ? yearsOf(summary.years, publishedYears) : [year];
    const found = await Promise.all(years.map((one) => chosenResult(results, tenantId, one, null)));
    const chosen = found.filter((one) => one !== null);
    if (year !== null && chosen.length === 0) throw notComputed(year, null);
    return readable(chosen, maySeeUnits(caller, summary));
  };
}

/** Open data of a tenant: what it says of itself and what it has published. */
export interface OpenData extends ReadableExport {
  readonly publisher: Omit<OpenDataPublisher, 'address'>;
  readonly state: OpenDataState;
}

export type ReadOpenData = (tenantId: string) => Promise<OpenData>;

/**
 * What a tenant has opened to everybody: published years only, and units only where everyone in the tenant sees them.
 *
 * @throws ProblemError not-found where the tenant is not ours, has not opened its data or has published nothing: an
 *   outsider learns of none of these apart
 */
export function createReadOpenData(
  parts: ExportParts & { readonly allowedTenants: readonly string[] },
): ReadOpenData {
  return async (tenantId) => {
    const stored = parts.allowedTenants.includes(tenantId) ? await parts.settings.latest(tenantId) : null;
    if (!stored?.settings.openData.published) throw new ProblemError('not-found');
    const { organisationName, visibility, openData } = stored.settings;
    const heads = await parts.results.vintages.latestOfYears(tenantId);
    const years = heads.map(({ head }) => head.year).sort((a, b) => a - b);
    const latest = await Promise.all(years.map((year) => parts.results.vintages.latest(tenantId, year)));
    const published = latest.filter((one) => one !== null);
    const instants = published.map(({ vintage }) => vintage.publishedAt).sort();
    const [issuedAt] = instants;
    const modifiedAt = instants.at(-1);
    if (issuedAt === undefined || modifiedAt === undefined) throw new ProblemError('not-found');
    const chosen = published.map((one): ChosenResult => ({ stored: one, vintage: one.vintage }));
    return {
      ...readable(chosen, visibility.units === 'everyone'),
      publisher: { organisationName, contactEmail: openData.contactEmail, licence: openData.licence },
      state: { years: published.map(({ head }) => head.year), issuedAt, modifiedAt },
    };
  };
}

export type ListPublications = (tenantId: string, after: string | null) => Promise<readonly Publication[]>;

/** The vintages published after an instant, oldest first. @throws ProblemError not-configured */
export function createListPublications({ settings, results }: ExportParts): ListPublications {
  return async (tenantId, after) => {
    const summary = await settings.summary(tenantId);
    if (!summary) throw new ProblemError('not-configured');
    const afterMs = after === null ? Number.NEGATIVE_INFINITY : Date.parse(after);
    const latest = await results.vintages.latestOfYears(tenantId);
    return latest
      .map(({ vintage }) => vintage)
      .filter(({ publishedAt }) => Date.parse(publishedAt) > afterMs)
      .sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
      .map(publicationOf);
  };
}

function publicationOf(vintage: Vintage): Publication {
  const value = (figure: ResultFigure) => (figure.kind === 'value' ? Number(figure.shown) : null);
  return {
    year: vintage.year,
    vintage: vintage.number,
    published_at: vintage.publishedAt,
    note: vintage.note,
    index: value(vintage.index),
    preconditions: value(vintage.preconditions),
    delivery: value(vintage.delivery),
    benefit: value(vintage.benefit),
    result_hash: vintage.hash,
  };
}

function readable(chosen: readonly ChosenResult[], withUnits: boolean): ReadableExport {
  return {
    version: [withUnits, ...chosen.map(({ stored, vintage }) => [stored.head.hash, vintage?.seal ?? null])],
    exported: () =>
      Promise.all(
        chosen.map(async ({ stored, vintage }) => {
          const result = await stored.result();
          return { result: withUnits ? result : withoutUnits(result), vintage };
        }),
      ),
  };
}

function withoutUnits(result: IndexResult): IndexResult {
  return {
    ...result,
    employeeSurvey: { ...result.employeeSurvey, units: [] },
    maturity: { ...result.maturity, units: [] },
  };
}
