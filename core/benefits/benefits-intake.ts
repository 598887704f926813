import { foldedMap, foldWords } from '#core/fields/fold-words.ts';
import { classOfField, FieldReaders, type FieldReader, type Reference } from '#core/fields/read-field.ts';
import { exact, type Exact } from '#core/number/exact.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { ColumnFacts, ListRow, SourceIntake } from '#core/result/intake.ts';
import type { BenefitKind } from '#core/result/figure-ids.ts';
import type { BenefitsSource } from '#core/settings/source-settings.ts';
import type { Benefit, BenefitsTally } from './benefit.ts';

/** Finds the initiative that a benefit names, whatever its year; undefined where there is none. */
export type FindInitiative = (
  reference: Reference,
) => { readonly name: string; readonly year: number } | undefined;

interface Readers {
  readonly businessId: FieldReader<string>;
  readonly title: FieldReader<string>;
  readonly year: FieldReader<number>;
  readonly baseline: FieldReader<Exact>;
  readonly expected: FieldReader<Exact>;
  readonly measured: FieldReader<Exact>;
  readonly weight: FieldReader<Exact>;
  readonly kind: FieldReader<string>;
  readonly initiative: FieldReader<Reference>;
  readonly portfolioObject: FieldReader<string>;
}

/**
 * Reads the benefit register. Rows are judged when all sources are read, since an indicator's year may be its
 * initiative's. METHOD.md section 5.
 */
export function createBenefitsIntake(
  source: BenefitsSource,
  year: number,
): SourceIntake & { tally(findInitiative: FindInitiative): BenefitsTally } {
  const { mapping } = source;
  const rows = new Map<string, ListRow>();
  let readers: Readers | null = null;
  return {
    source,
    columns: [
      ...new Set(
        [
          mapping.businessId,
          mapping.title,
          mapping.yearRule === 'column' ? mapping.year : null,
          mapping.baseline,
          mapping.expected,
          mapping.measured,
          mapping.weight,
          mapping.kind,
          mapping.initiative,
          mapping.portfolioObject,
        ].filter((column) => column !== null),
      ),
    ],
    open: (columns) => void (readers = readersOf(source, columns)),
    addRow: (row) => void rows.set(row.id, row),
    rowsRead: () => rows.size,
    tally: (findInitiative) => {
      const findings = new FindingCollector(source.id);
      const read = readers;
      const judge = new BenefitJudge(source, findInitiative, findings);
      const all = read
        ? [...rows.values()].map((row) => ({ row, judged: judge.judge(row, read, year) }))
        : [];
      const benefits = all.flatMap(({ judged }) => (typeof judged === 'object' ? [judged] : []));
      const countOf = (what: Judged) => all.filter(({ judged }) => judged === what).length;
      // A row that is set aside has its id all the same.
      const named = all
        .filter(({ judged }) => judged !== 'other-year' && judged !== 'no-year')
        .map(({ row }) => ({ rowId: row.id, businessId: read ? textOf(read.businessId, row) : '' }));
      reportTwice(named, mapping.businessId, findings);
      return {
        benefits,
        rowsOfYear: benefits.length + countOf('invalid'),
        rowsRead: rows.size,
        otherYears: countOf('other-year'),
        setAside: countOf('invalid') + countOf('no-year'),
        findings: findings.findings(),
      };
    },
  };
}

function readersOf({ mapping }: BenefitsSource, columns: readonly ColumnFacts[]): Readers {
  const fields = new FieldReaders(columns);
  return {
    businessId: fields.text(mapping.businessId),
    title: fields.text(mapping.title),
    year: fields.year(mapping.year),
    baseline: fields.number(mapping.baseline),
    expected: fields.number(mapping.expected),
    measured: fields.number(mapping.measured),
    weight: fields.number(mapping.weight),
    kind: fields.text(mapping.kind),
    initiative: fields.reference(mapping.initiative),
    portfolioObject: fields.text(mapping.portfolioObject),
  };
}

function textOf(reader: FieldReader<string>, row: ListRow): string {
  const field = reader(row);
  return field.kind === 'value' ? field.value : '';
}

/** What a row turned out to be; the reason for setting it aside stands among the findings. */
type Judged = Benefit | 'other-year' | 'no-year' | 'invalid';

class BenefitJudge {
  readonly #source: BenefitsSource;
  readonly #findInitiative: FindInitiative;
  readonly #findings: FindingCollector;
  readonly #kinds: ReadonlyMap<string, BenefitKind>;

  constructor(source: BenefitsSource, findInitiative: FindInitiative, findings: FindingCollector) {
    this.#source = source;
    this.#findInitiative = findInitiative;
    this.#findings = findings;
    this.#kinds = foldedMap(source.mapping.kinds);
  }

  judge(row: ListRow, readers: Readers, computedYear: number): Judged {
    const named = readers.initiative(row);
    const initiative = named.kind === 'value' ? this.#findInitiative(named.value) : undefined;
    const year = this.#year(row, readers, initiative?.year);
    if (year === null) return 'no-year';
    if (year !== computedYear) return 'other-year';
    if (named.kind === 'value' && !initiative) {
      const { mapping } = this.#source;
      this.#findings.add('initiative-not-found', {
        rowId: row.id,
        column: mapping.initiative,
        valueClass: 'text',
      });
    }
    const numbers = this.#numbers(row, readers);
    if (numbers === null) return 'invalid';
    const text = (reader: FieldReader<string>) => textOf(reader, row);
    const title = text(readers.title);
    if (title === '')
      this.#findings.add('title-missing', {
        rowId: row.id,
        column: this.#source.mapping.title,
        valueClass: classOfField(readers.title(row)),
      });
    return {
      rowId: row.id,
      sourceId: this.#source.id,
      businessId: text(readers.businessId),
      title,
      year,
      kind: this.#kind(row, text(readers.kind)),
      initiative:
        initiative?.name ?? (named.kind === 'value' && named.value.by === 'text' ? named.value.text : ''),
      portfolioObject: text(readers.portfolioObject),
      ...numbers,
    };
  }

  #year(row: ListRow, readers: Readers, initiativeYear: number | undefined): number | null {
    const { mapping } = this.#source;
    if (mapping.yearRule === 'initiative') {
      if (initiativeYear !== undefined || mapping.initiative === null) return initiativeYear ?? null;
      this.#findings.add('year-missing', { rowId: row.id, column: mapping.initiative, valueClass: 'blank' });
      return null;
    }
    // Without a column there is nothing wrong with any row: the finding is about the mapping.
    if (mapping.year === null) return null;
    const field = readers.year(row);
    if (field.kind === 'value') return field.value;
    const valueClass = field.kind === 'blank' ? 'blank' : field.valueClass;
    const rule = field.kind === 'blank' ? 'year-missing' : 'year-unreadable';
    this.#findings.add(rule, { rowId: row.id, column: mapping.year, valueClass });
    return null;
  }

  /** The numbers of an indicator, or null where one of them makes the row invalid. */
  #numbers(
    row: ListRow,
    readers: Readers,
  ): Pick<Benefit, 'baseline' | 'expected' | 'measured' | 'weight'> | null {
    const { mapping } = this.#source;
    const baseline = this.#number(row, readers.baseline, mapping.baseline);
    const expected = this.#number(row, readers.expected, mapping.expected);
    const measured = this.#number(row, readers.measured, mapping.measured);
    const weight = this.#number(row, readers.weight, mapping.weight);
    if (baseline === 'invalid' || expected === 'invalid' || measured === 'invalid' || weight === 'invalid')
      return null;
    if (expected === null) {
      this.#findings.add('not-a-number', { rowId: row.id, column: mapping.expected, valueClass: 'blank' });
      return null;
    }
    if (mapping.baseline !== null && baseline === null) {
      this.#findings.add('baseline-blank', { rowId: row.id, column: mapping.baseline, valueClass: 'blank' });
      return null;
    }
    if (expected.equals(baseline ?? 0)) {
      this.#findings.add('expected-equals-baseline', {
        rowId: row.id,
        column: mapping.expected,
        valueClass: 'number',
      });
      return null;
    }
    if (weight !== null && weight.compare(0) < 0) {
      this.#findings.add('negative-weight', { rowId: row.id, column: mapping.weight, valueClass: 'number' });
      return null;
    }
    if (measured !== null && isOverExpected(baseline, expected, measured)) {
      this.#findings.add('benefit-over-expected', {
        rowId: row.id,
        column: mapping.measured,
        valueClass: 'number',
      });
    }
    return { baseline, expected, measured, weight: weight ?? exact(1) };
  }

  #number(row: ListRow, reader: FieldReader<Exact>, column: string | null): Exact | null | 'invalid' {
    const field = reader(row);
    if (field.kind === 'value') return field.value;
    if (field.kind === 'blank') return null;
    this.#findings.add('not-a-number', { rowId: row.id, column, valueClass: field.valueClass });
    return 'invalid';
  }

  #kind(row: ListRow, word: string): BenefitKind {
    if (this.#source.mapping.kind === null) return 'unknown';
    const kind = this.#kinds.get(foldWords(word));
    if (kind !== undefined) return kind;
    this.#findings.add('kind-unknown', {
      rowId: row.id,
      column: this.#source.mapping.kind,
      valueClass: word === '' ? 'blank' : 'text',
      detail: { kind: word.slice(0, 100) },
    });
    return 'unknown';
  }
}

function isOverExpected(baseline: Exact | null, expected: Exact, measured: Exact): boolean {
  const from = baseline ?? exact(0);
  return measured.sub(from).div(expected.sub(from)).compare(1) > 0;
}

type NamedRow = Pick<Benefit, 'rowId' | 'businessId'>;

function reportTwice(benefits: readonly NamedRow[], column: string | null, findings: FindingCollector): void {
  const rowsById = new Map<string, NamedRow[]>();
  for (const benefit of benefits) {
    const key = foldWords(benefit.businessId);
    if (key !== '') rowsById.set(key, [...(rowsById.get(key) ?? []), benefit]);
  }
  for (const twice of rowsById.values()) {
    if (twice.length < 2) continue;
    for (const { rowId, businessId } of twice) {
      findings.add('business-id-twice', {
        rowId,
        column,
        valueClass: 'text',
        detail: { id: businessId.slice(0, 100) },
      });
    }
  }
}
