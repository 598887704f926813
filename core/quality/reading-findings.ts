import type { YearIntakes } from '#core/result/intakes.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { ListReading } from '#core/result/source-readings.ts';
import { unmappedFields } from '#core/settings/needed-columns.ts';
import { FindingCollector } from './finding-collector.ts';

/** What was wrong with the reading itself: sources that could not be read, columns that are gone or were never mapped. METHOD.md section 11. */
export function readingFindings(
  intakes: YearIntakes,
  readings: ReadonlyMap<string, ListReading>,
): readonly Finding[] {
  return intakes.all.flatMap(({ source }) => {
    const findings = new FindingCollector(source.id);
    const reading = readings.get(source.id);
    if (!reading) findings.add('source-not-read');
    for (const column of reading?.missingColumns ?? []) findings.add('column-missing', { column });
    for (const field of unmappedFields(source)) findings.add('column-unmapped', { detail: { field } });
    return findings.findings();
  });
}
