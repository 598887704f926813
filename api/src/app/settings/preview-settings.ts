import { haveSameSurveys, settingsEffect, type SettingsEffect } from '#core/change/settings-effect.ts';
import type { SettingsEffectRequest } from '#core/contracts/settings-effect.ts';
import { surveyStateOf } from '#core/masking/survey-state.ts';
import { startComputation, type Computation, type FinishedYear } from '#core/result/compute-result.ts';
import { changesBetween } from '#core/settings/changes-between.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { readSources } from '../refresh/compute-index.ts';
import { ProblemError, WaitError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { SourceReader } from '../ports/list-reader.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { privacyRefusal } from '../refresh/privacy-refusal.ts';

export type PreviewSettings = (tenantId: string, request: SettingsEffectRequest) => Promise<SettingsEffect>;

/**
 * What settings would do to a year if they were saved: its lists are read and computed twice, those that both have alike are
 * read once, and nothing is stored. Both results are masked and audited as any other, and only figures of the organisation are told.
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
  return async (tenantId, { year, method, publishedFigures, sources }) => {
    const [stored, previous, lastYear, earlier] = await Promise.all([
      settings.latest(tenantId),
      results.find(tenantId, year),
      results.find(tenantId, year - 1),
      results.seen(tenantId, year),
    ]);
    if (!stored) throw new ProblemError('not-configured');
    if (!stored.settings.years.includes(year)) throw new ProblemError('unknown-year', { year: String(year) });
    const tried: Settings = {
      ...stored.settings,
      method,
      publishedFigures: publishedFigures ?? stored.settings.publishedFigures,
      sources: sources ?? stored.settings.sources,
    };
    const asSaved = startComputation(stored.settings, stored.version, year);
    const asTried = startComputation(tried, stored.version, year);
    const [ofBoth, ofSaved, ofTried] = apart(asSaved, asTried);
    const previousResult = (await previous?.result()) ?? null;
    const circumstances = {
      now: clock.now().toISOString(),
      previous: previousResult,
      lastYear: (await lastYear?.result()) ?? null,
      earlier,
    };
    const read = async (computations: readonly Pick<Computation, 'intakes'>[]) =>
      (await readSources(lists, clock, tenantId, computations)).readings;
    const shared = await read(ofBoth);
    const readingsTried = new Map([...shared, ...(await read([ofTried]))]);
    const after = asTried.finish({ ...circumstances, readings: readingsTried });
    const before = async (): Promise<Pick<FinishedYear, 'result' | 'violations'>> => {
      try {
        const readings = new Map([...shared, ...(await read([ofSaved]))]);
        return asSaved.finish({ ...circumstances, readings });
      } catch (error) {
        // The saved source can't be read any more, which may be why another is tried: then the last result is what was.
        if (!(error instanceof ProblemError) || error instanceof WaitError || previousResult === null)
          throw error;
        return { result: previousResult, violations: [] };
      }
    };
    const { result, violations } = await before();
    // What the tried settings alone would refuse is refused when they are saved; here it concerns units, of which nothing is told.
    const refusal = privacyRefusal(violations, stored.settings, year);
    if (refusal) throw refusal;
    return settingsEffect(result, after.result, {
      surveysChanged: !haveSameSurveys(stored.settings, tried),
      surveysSeen: earlier.some((seen) => surveyStateOf(seen) === surveyStateOf(result)),
    });
  };
}

type Intakes = Pick<Computation, 'intakes'>;

/** Sources that both have alike, side by side so that they are read once; and those that only the one or the other has. */
function apart(
  saved: Intakes,
  tried: Intakes,
): readonly [both: readonly Intakes[], saved: Intakes, tried: Intakes] {
  const pairs = saved.intakes.flatMap((intake) => {
    const same = tried.intakes.find(({ source }) => changesBetween(source, intake.source).length === 0);
    return same ? [{ intake, same }] : [];
  });
  const paired = new Set(pairs.flatMap(({ intake, same }) => [intake, same]));
  const others = ({ intakes }: Intakes) => ({ intakes: intakes.filter((intake) => !paired.has(intake)) });
  return [
    [{ intakes: pairs.map(({ intake }) => intake) }, { intakes: pairs.map(({ same }) => same) }],
    others(saved),
    others(tried),
  ];
}
