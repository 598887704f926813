import { compareResults } from '#core/change/compare-results.ts';
import { compareInitiatives } from '#core/change/compare-rows.ts';
import type {
  Verification,
  VintageChoice,
  VintageDifferences,
  VintageList,
} from '#core/contracts/vintages.ts';
import { contentFaults, recordFaults } from '#core/result/vintage.ts';
import { chosenResult, type ChosenResult } from './chosen-result.ts';
import type { Caller } from '../ports/caller.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { maySeeUnits } from './unit-access.ts';
import { notComputed, settingsWithYear } from './year-of-tenant.ts';

interface VintageReading {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
}

export type ListVintages = (tenantId: string, year: number) => Promise<VintageList>;

/** What has been published of a year, and what could be. @throws ProblemError not-configured, unknown-year */
export function createListVintages({ settings, results }: VintageReading): ListVintages {
  return async (tenantId, year) => {
    const [summary, stored, live] = await Promise.all([
      settings.summary(tenantId),
      results.vintages.list(tenantId, year),
      results.find(tenantId, year),
    ]);
    const { years } = settingsWithYear(summary, year, stored.length > 0);
    const vintages = stored.map(({ vintage }) => vintage).toReversed();
    // A year that is not computed any more has nothing that could be published.
    if (!live || !years.includes(year)) return { year, vintages, live: null };
    const { findings, hash, computedAt } = await live.result();
    const blockedBy = findings.filter(({ severity }) => severity === 'error');
    return { year, vintages, live: { hash, computedAt, isPublished: hash === vintages[0]?.hash, blockedBy } };
  };
}

export type VerifyVintages = (tenantId: string, year: number) => Promise<Verification>;

/** Computes every hash and seal of a year's vintages anew. @throws ProblemError not-configured, unknown-year */
export function createVerifyVintages({ settings, results }: VintageReading): VerifyVintages {
  return async (tenantId, year) => {
    const [summary, stored] = await Promise.all([
      settings.summary(tenantId),
      results.vintages.list(tenantId, year),
    ]);
    settingsWithYear(summary, year, stored.length > 0);
    const vintages = await Promise.all(
      stored.map(async (one, index) => {
        const { vintage } = one;
        const before = stored[index - 1]?.vintage ?? null;
        const faults = [...recordFaults(vintage, before), ...contentFaults(vintage, await one.asStored())];
        return { number: vintage.number, hash: vintage.hash, faults };
      }),
    );
    return { year, intact: vintages.every(({ faults }) => faults.length === 0), vintages };
  };
}

/** Two results of a year; their differences are worked out only if they are asked for. */
export interface ReadableDifferences {
  readonly hashes: readonly [string, string];
  readonly unitsWithheld: boolean;
  differences(): Promise<VintageDifferences>;
}

export type CompareVintages = (
  caller: Caller,
  year: number,
  before: VintageChoice,
  after: VintageChoice,
) => Promise<ReadableDifferences>;

/**
 * What differs between two results of a year, as published and as restated.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed, unknown-vintage
 */
export function createCompareVintages({ settings, results }: VintageReading): CompareVintages {
  return async (caller, year, before, after) => {
    const { tenantId } = caller;
    const [summary, old, fresh] = await Promise.all([
      settings.summary(tenantId),
      chosenResult(results, tenantId, year, before),
      chosenResult(results, tenantId, year, after),
    ]);
    const arePublished = [old, fresh].every((one) => one !== null && one.vintage !== null);
    const unitsWithheld = !maySeeUnits(caller, settingsWithYear(summary, year, arePublished));
    if (!old || !fresh) throw notComputed(year, null);
    return {
      hashes: [old.stored.head.hash, fresh.stored.head.hash],
      unitsWithheld,
      differences: async () => {
        const compared = compareResults(await old.stored.result(), await fresh.stored.result());
        const initiatives = compareInitiatives(await old.stored.rows(), await fresh.stored.rows());
        return {
          year,
          before: sideOf(old),
          after: sideOf(fresh),
          figures: compared.figures,
          units: unitsWithheld ? [] : compared.units,
          initiatives,
        };
      },
    };
  };
}

function sideOf({ stored, vintage }: ChosenResult): VintageDifferences['before'] {
  const { hash, computedAt } = stored.head;
  return { hash, computedAt, number: vintage?.number ?? null };
}
