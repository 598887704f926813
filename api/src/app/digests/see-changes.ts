import { stockholmDateOf } from '#core/fields/swedish-date.ts';
import { servesYear } from '#core/result/intakes.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import type { Clock } from '../ports/clock.ts';
import type { YearMarksStore } from '../ports/kept-rows.ts';
import type { SourceReader } from '../ports/list-reader.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';

export interface SeenChanges {
  readonly changed: boolean;
  readonly resourceUnits: number;
  /** By source id: the mark that was seen to hold, so that the source need not be described or, unless a survey, read anew. */
  readonly unchanged: ReadonlyMap<string, string>;
}

/** Whether a year could come out differently now than when it was last computed. */
export type SeeChanges = (tenantId: string, year: number) => Promise<SeenChanges>;

/** A result is computed anew this often in any case, for the findings that depend on time. */
const LONGEST_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Asks each source, for one resource unit, whether anything has changed since the year was computed. Survey rows are
 * never kept, so a change anywhere means that the surveys are read again; of the other sources only those that have changed
 * are. A day without a change costs next to nothing.
 *
 * @throws ProblemError of a source that can't be asked; WaitError
 */
export function createSeeChanges(parts: {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
  readonly marks: YearMarksStore;
  readonly reader: SourceReader;
  readonly clock: Clock;
}): SeeChanges {
  return async (tenantId, year) => {
    const [stored, found, result] = await Promise.all([
      parts.settings.latest(tenantId),
      parts.marks.find(tenantId, year),
      parts.results.find(tenantId, year),
    ]);
    const changed = { changed: true, resourceUnits: 0, unchanged: new Map<string, string>() };
    if (!stored || !found || !result || found.settingsVersion !== stored.version) return changed;
    const now = parts.clock.now();
    if (dateMatters(stored.settings, found.computedAt, now)) return changed;
    let [resourceUnits, isChanged] = [0, false];
    const unchanged = new Map<string, string>();
    for (const { id, location } of stored.settings.sources.filter((source) => servesYear(source, year))) {
      const mark = found.marks[id];
      if (mark === undefined) {
        isChanged = true;
        continue;
      }
      const seen = await parts.reader.isUnchanged(tenantId, location, mark);
      resourceUnits += seen.resourceUnits;
      if (seen.unchanged) unchanged.set(id, mark);
      else isChanged = true;
    }
    return { changed: isChanged, resourceUnits, unchanged };
  };
}

/** Whether time alone may have changed the result: a round closed, a year began, or it is a week old. */
function dateMatters({ sources }: Settings, computedAt: string, now: Date): boolean {
  if (now.getTime() - Date.parse(computedAt) > LONGEST_DAYS * DAY_MS) return true;
  const [then, today] = [stockholmDateOf(computedAt), stockholmDateOf(now.toISOString())];
  if (then.slice(0, 4) !== today.slice(0, 4)) return true;
  return sources.some(
    (source) =>
      'closesOn' in source && source.closesOn !== null && source.closesOn >= then && source.closesOn < today,
  );
}
