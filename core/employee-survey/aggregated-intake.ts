import { FieldReaders, type FieldReader, type FieldValue } from '#core/fields/read-field.ts';
import { closingDateOf } from '#core/fields/survey-round.ts';
import type { AnswerCounts } from '#core/masking/unit-tree.ts';
import type { Exact } from '#core/number/exact.ts';
import { roundHalfAway } from '#core/number/round.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { ListRow, SourceIntake } from '#core/result/intake.ts';
import type { EmployeeSurveySource } from '#core/settings/source-settings.ts';
import type { EmployeeSurveyTally, GroupTally } from './employee-survey-tally.ts';

type AggregatedMapping = Extract<EmployeeSurveySource['mapping'], { form: 'aggregated' }>;

/** What became of a row; `problem` already stands among the findings. */
type Reading =
  | { readonly kind: 'group'; readonly group: GroupTally }
  | { readonly kind: 'other-year' | 'left-out' | 'problem' };

const BLANK_READER: FieldReader<never> = () => ({ kind: 'blank' });

/**
 * Reads aggregated input: one row per unit with n and the count of each answer, or n and the mean. A mean with two
 * decimals is exact as typed; a row whose n is not the sum of its counts is set aside. METHOD.md section 2.
 */
export function createAggregatedIntake(
  source: EmployeeSurveySource,
  mapping: AggregatedMapping,
  year: number,
): SourceIntake & { tally(): EmployeeSurveyTally } {
  const rows = new Map<string, ListRow>();
  let readers: Readers = { unit: BLANK_READER, n: BLANK_READER, mean: BLANK_READER, counts: [], year: null };
  let unitsBy: EmployeeSurveyTally['unitsBy'] = 'id';
  return {
    source,
    columns: [mapping.unit, mapping.n, mapping.mean, ...mapping.counts, mapping.year].filter(
      (column) => column !== null,
    ),
    open(columns) {
      const fields = new FieldReaders(columns);
      unitsBy = columns.some((column) => column.name === mapping.unit && column.kind === 'lookup')
        ? 'row'
        : 'id';
      readers = {
        unit: fields.text(mapping.unit),
        n: fields.number(mapping.n),
        mean: fields.number(mapping.mean),
        counts: mapping.counts.map((column) => fields.number(column)),
        year: mapping.year === null ? null : fields.year(mapping.year),
      };
    },
    addRow: (row) => void rows.set(row.id, row),
    rowsRead: () => rows.size,
    tally: () => {
      const findings = new FindingCollector(source.id);
      const readings = [...rows.values()].map((row) => readRow(row, readers, mapping, year, findings));
      const groups = readings.flatMap((reading) => (reading.kind === 'group' ? [reading.group] : []));
      const countOf = (kind: Reading['kind']) => readings.filter((reading) => reading.kind === kind).length;
      return {
        form: mapping.parentRows === 'own' ? 'aggregated-own' : 'aggregated-total',
        closesOn: closingDateOf(source, year),
        unitsBy,
        unitColumn: mapping.unit,
        groups,
        rowsRead: rows.size,
        used: groups.length,
        leftOut: countOf('left-out'),
        otherYears: countOf('other-year'),
        setAside: countOf('problem'),
        findings: findings.findings(),
      };
    },
  };
}

interface Readers {
  readonly unit: FieldReader<string>;
  readonly n: FieldReader<Exact>;
  readonly mean: FieldReader<Exact>;
  readonly counts: readonly FieldReader<Exact>[];
  readonly year: FieldReader<number> | null;
}

function readRow(
  row: ListRow,
  readers: Readers,
  mapping: AggregatedMapping,
  year: number,
  findings: FindingCollector,
): Reading {
  const rowYear = readers.year?.(row);
  if (rowYear && rowYear.kind !== 'value') {
    const valueClass = rowYear.kind === 'blank' ? 'blank' : rowYear.valueClass;
    const rule = rowYear.kind === 'blank' ? 'year-missing' : 'year-unreadable';
    findings.add(rule, { rowId: row.id, column: mapping.year, valueClass });
    return { kind: 'problem' };
  }
  if (rowYear && rowYear.value !== year) return { kind: 'other-year' };
  const n = wholeNumber(readers.n(row));
  if (n === 'blank') return { kind: 'left-out' };
  if (typeof n !== 'number') {
    findings.add('not-a-number', { rowId: row.id, column: mapping.n, valueClass: n.valueClass });
    return { kind: 'problem' };
  }
  const unit = readers.unit(row);
  const path = unit.kind === 'value' ? [unit.value] : [];
  return mapping.counts.length > 0
    ? readCounts(
        row,
        readers.counts.map((counter) => wholeNumber(counter(row))),
        n,
        path,
        mapping,
        findings,
      )
    : readMean(row, readers.mean(row), n, path, mapping, findings);
}

function rowOf(row: ListRow, mapping: AggregatedMapping): GroupTally['row'] {
  return { id: row.id, column: mapping.n };
}

type Whole =
  | number
  | 'blank'
  | { readonly valueClass: 'text' | 'number' | 'blank' | 'date' | 'boolean' | 'list' | 'object' | 'none' };

function wholeNumber(field: FieldValue<Exact>): Whole {
  if (field.kind === 'blank') return 'blank';
  if (field.kind === 'unreadable') return { valueClass: field.valueClass };
  const isCount = field.value.d === 1n && field.value.s >= 0n && field.value.n <= 100_000_000n;
  return isCount ? field.value.valueOf() : { valueClass: 'number' };
}

function readCounts(
  row: ListRow,
  counts: readonly Whole[],
  n: number,
  path: readonly string[],
  mapping: AggregatedMapping,
  findings: FindingCollector,
): Reading {
  // A blank count is a nought: nobody chose it.
  const numbers = counts.map((count) => (count === 'blank' ? 0 : count));
  const fault = numbers.findIndex((count) => typeof count !== 'number');
  if (fault >= 0) {
    const found = numbers[fault];
    const valueClass = typeof found === 'object' ? found.valueClass : 'none';
    findings.add('not-a-number', { rowId: row.id, column: mapping.counts[fault] ?? null, valueClass });
    return { kind: 'problem' };
  }
  const answers = numbers as unknown as AnswerCounts;
  if (answers.reduce((sum, count) => sum + count, 0) !== n) {
    findings.add('count-mismatch', { rowId: row.id, column: mapping.n, valueClass: 'number' });
    return { kind: 'problem' };
  }
  return { kind: 'group', group: { path, counts: answers, typed: null, row: rowOf(row, mapping) } };
}

function readMean(
  row: ListRow,
  mean: FieldValue<Exact>,
  n: number,
  path: readonly string[],
  mapping: AggregatedMapping,
  findings: FindingCollector,
): Reading {
  if (n === 0) {
    return { kind: 'group', group: { path, counts: [0, 0, 0, 0, 0], typed: null, row: rowOf(row, mapping) } };
  }
  const value = mean.kind === 'value' ? mean.value : null;
  if (value === null || value.compare(1) < 0 || value.compare(5) > 0) {
    const valueClass =
      mean.kind === 'unreadable' ? mean.valueClass : mean.kind === 'blank' ? 'blank' : 'number';
    findings.add('not-a-number', { rowId: row.id, column: mapping.mean, valueClass });
    return { kind: 'problem' };
  }
  return {
    kind: 'group',
    group: {
      path,
      counts: null,
      typed: { n, sumHundredths: sumHundredthsOf(value, n) },
      row: rowOf(row, mapping),
    },
  };
}

/**
 * A mean with two decimals at most is exact as typed. One with more was worked out of answers, by Excel for instance, whose
 * sum is whole: the nearest whole sum is what it was worked out of.
 */
function sumHundredthsOf(mean: Exact, n: number): number {
  const hundredths = mean.mul(100);
  if (hundredths.d === 1n) return hundredths.valueOf() * n;
  return Number(roundHalfAway(mean.mul(n), 0)) * 100;
}
