import { settingsEffect, type SettingsEffect } from '#core/change/settings-effect.ts';
import type { SettingsEffectRequest } from '#core/contracts/settings-effect.ts';
import { startComputation } from '#core/result/compute-result.ts';
import { readSources } from './compute-index.ts';
import { ProblemError } from './errors.ts';
import type { Clock } from './ports/clock.ts';
import type { SourceReader } from './ports/list-reader.ts';
import type { ResultStore } from './ports/result-store.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import { privacyRefusal } from './privacy-refusal.ts';

export type PreviewSettings = (tenantId: string, request: SettingsEffectRequest) => Promise<SettingsEffect>;

/**
 * What settings would do to a year if they were saved: its lists are read once and computed twice, and nothing is stored. Both
 * results are masked and audited as any other, and only figures of the organisation are told.
 *
 * @throws ProblemError not-configured, unknown-year, a source's problem, or a privacy- problem where the lists have changed so
 * that the year could not be computed anew either
 */
export function createPreviewSettings(parts: {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
  readonly lists: SourceReader;
  readonly clock: Clock;
}): PreviewSettings {
  const { settings, results, lists, clock } = parts;
  return async (tenantId, { year, method, publishedFigures }) => {
    const [stored, previous, lastYear, earlier] = await Promise.all([
      settings.latest(tenantId),
      results.find(tenantId, year),
      results.find(tenantId, year - 1),
      results.seen(tenantId, year),
    ]);
    if (!stored) throw new ProblemError('not-configured');
    if (!stored.settings.years.includes(year)) throw new ProblemError('unknown-year', { year: String(year) });
    const tried = {
      ...stored.settings,
      method,
      publishedFigures: publishedFigures ?? stored.settings.publishedFigures,
    };
    const asSaved = startComputation(stored.settings, stored.version, year);
    const asTried = startComputation(tried, stored.version, year);
    const { readings } = await readSources(lists, clock, tenantId, [asSaved, asTried]);
    const circumstances = {
      now: clock.now().toISOString(),
      readings,
      previous: (await previous?.result()) ?? null,
      lastYear: (await lastYear?.result()) ?? null,
      earlier,
    };
    const [before, after] = [asSaved.finish(circumstances), asTried.finish(circumstances)];
    // What the tried settings alone would refuse is refused when they are saved; here it concerns units, of which nothing is told.
    const refusal = privacyRefusal(before.violations, stored.settings, year);
    if (refusal) throw refusal;
    return settingsEffect(before.result, after.result);
  };
}
