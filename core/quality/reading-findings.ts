import type { YearIntakes } from '#core/result/intakes.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { ListReading } from '#core/result/source-readings.ts';
import { unmappedFields } from '#core/settings/needed-columns.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import type { ColumnKind } from '#core/result/column-kinds.ts';
import type { ColumnFacts } from '#core/result/intake.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { FindingCollector } from './finding-collector.ts';

/** Of these a year has one source: answers of two surveys, or units of two lists, can't be told apart. */
const ONE_SOURCE: ReadonlySet<SourceTopic> = new Set(['units', 'employee-survey', 'maturity']);

/** What was wrong with the reading itself: sources that could not be read, columns that are gone or were never mapped. METHOD.md section 11. */
export function readingFindings(
  intakes: YearIntakes,
  readings: ReadonlyMap<string, ListReading>,
): readonly Finding[] {
  const served = new Set<SourceTopic>();
  return intakes.all.flatMap(({ source }) => {
    const findings = new FindingCollector(source.id);
    const reading = readings.get(source.id);
    if (!reading) findings.add('source-not-read');
    for (const column of reading?.missingColumns ?? []) findings.add('column-missing', { column });
    for (const { name, was, now } of changedKinds(source, reading?.columns ?? [])) {
      findings.add('column-type-changed', { column: name, detail: { was, now } });
    }
    for (const field of unmappedFields(source)) findings.add('column-unmapped', { detail: { field } });
    if (ONE_SOURCE.has(source.topic) && served.has(source.topic)) findings.add('second-source');
    served.add(source.topic);
    return findings.findings();
  });
}

/** Choices and free text hold the same: words. */
const ALIKE: Readonly<Partial<Record<ColumnKind, ColumnKind>>> = { choice: 'text' };

/** Columns of a list that are of another kind now than when they were mapped: their values are read another way. */
function changedKinds({ columnKinds = {} }: SourceSettings, columns: readonly ColumnFacts[]) {
  return columns.flatMap(({ name, kind: now }) => {
    const was = Object.hasOwn(columnKinds, name) ? columnKinds[name] : undefined;
    const isAlike = was === undefined || (ALIKE[was] ?? was) === (ALIKE[now] ?? now);
    return isAlike ? [] : [{ name, was, now }];
  });
}
