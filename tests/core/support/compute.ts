import { startComputation } from '#core/result/compute-result.ts';
import type { IndexResult, ResultRows } from '#core/result/result-schema.ts';
import type { Settings } from '#core/settings/settings-schema.ts';

type Row = Readonly<Record<string, unknown>>;

/** Computes a year from plain rows per source id: what the api does, without Graph. Every column is plain text or number. */
export function computeOf(
  settings: Settings,
  year: number,
  rows: Readonly<Record<string, readonly Row[]>>,
  now = `${year + 1}-02-01T08:00:00.000Z`,
): { readonly result: IndexResult; readonly rows: ResultRows } {
  const computation = startComputation(settings, 1, year);
  for (const intake of computation.intakes) {
    intake.open(intake.columns.map((name) => ({ name, displayName: name, kind: 'other' })));
    for (const [index, fields] of (rows[intake.source.id] ?? []).entries()) {
      intake.addRow({ id: String(index + 1), fields });
    }
  }
  const readings = new Map(
    settings.sources.map((source) => [
      source.id,
      {
        name: source.location.listName,
        webUrl: null,
        itemUrl: null,
        eTag: null,
        lastChangedAt: null,
        readAt: now,
      },
    ]),
  );
  return computation.finish({ now, readings, previous: null, lastYear: null });
}
