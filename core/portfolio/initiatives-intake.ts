import { foldedMap, foldWords } from '#core/fields/fold-words.ts';
import { classOfField, FieldReaders, type FieldReader } from '#core/fields/read-field.ts';
import { exact, type Exact } from '#core/number/exact.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { ColumnFacts, ListRow, SourceIntake } from '#core/result/intake.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { InitiativesSource } from '#core/settings/source-settings.ts';
import {
  PORTFOLIO_SCALES,
  type Initiative,
  type InitiativesTally,
  type PortfolioScale,
} from './initiative.ts';

interface Readers {
  readonly businessId: FieldReader<string>;
  readonly title: FieldReader<string>;
  readonly status: FieldReader<string>;
  readonly year: FieldReader<number>;
  readonly portfolioObject: FieldReader<string>;
  readonly scales: Readonly<Record<PortfolioScale, FieldReader<Exact>>>;
}

/**
 * Reads initiatives: one rule for the year of all rows, statuses by the map. A row without a readable year is set
 * aside; one with an unmapped status is kept apart as an error, since leaving it out would raise the score.
 * METHOD.md section 4.
 */
export function createInitiativesIntake(
  source: InitiativesSource,
  method: MethodSettings,
  year: number,
): SourceIntake & { tally(): InitiativesTally } {
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
          mapping.status,
          mapping.year,
          mapping.portfolioObject,
          mapping.innovationEfficiency,
          mapping.operationalStrategic,
          mapping.externalInternal,
        ].filter((column) => column !== null),
      ),
    ],
    open: (columns) => void (readers = readersOf(source, columns)),
    addRow: (row) => void rows.set(row.id, row),
    rowsRead: () => rows.size,
    tally: () => {
      const findings = new FindingCollector(source.id);
      const read = readers;
      const initiatives = read
        ? [...rows.values()].flatMap((row) => readInitiative(row, source, read, method, year, findings) ?? [])
        : [];
      reportTwice(initiatives, mapping.businessId, findings);
      const setAside = rows.size - initiatives.filter(({ status }) => status !== null).length;
      return { initiatives, rowsRead: rows.size, setAside, findings: findings.findings() };
    },
  };
}

function readersOf({ mapping }: InitiativesSource, columns: readonly ColumnFacts[]): Readers {
  const fields = new FieldReaders(columns);
  return {
    businessId: fields.text(mapping.businessId),
    title: fields.text(mapping.title),
    status: fields.text(mapping.status),
    year: fields.year(mapping.year),
    portfolioObject: fields.text(mapping.portfolioObject),
    scales: {
      innovationEfficiency: fields.number(mapping.innovationEfficiency),
      operationalStrategic: fields.number(mapping.operationalStrategic),
      externalInternal: fields.number(mapping.externalInternal),
    },
  };
}

function readInitiative(
  row: ListRow,
  source: InitiativesSource,
  readers: Readers,
  method: MethodSettings,
  computedYear: number,
  findings: FindingCollector,
): Initiative | null {
  const year = readers.year(row);
  if (year.kind !== 'value') {
    const valueClass = year.kind === 'blank' ? 'blank' : year.valueClass;
    const rule = year.kind === 'blank' ? 'year-missing' : 'year-unreadable';
    findings.add(rule, { rowId: row.id, column: source.mapping.year, valueClass });
    return null;
  }
  const text = (reader: FieldReader<string>) => {
    const field = reader(row);
    return field.kind === 'value' ? field.value : '';
  };
  const isOfYear = year.value === computedYear;
  const title = text(readers.title);
  const statusText = text(readers.status);
  const status = foldedMap(source.mapping.statuses).get(foldWords(statusText)) ?? null;
  if (isOfYear && status === null) {
    findings.add('status-unknown', {
      rowId: row.id,
      column: source.mapping.status,
      valueClass: statusText === '' ? 'blank' : 'text',
      detail: { status: statusText.slice(0, 100) },
    });
  }
  if (isOfYear && title === '')
    findings.add('title-missing', {
      rowId: row.id,
      column: source.mapping.title,
      valueClass: classOfField(readers.title(row)),
    });
  const position = Object.fromEntries(
    PORTFOLIO_SCALES.map((scale) => [
      scale,
      readPosition(row, source.mapping[scale], readers.scales[scale], method, isOfYear ? findings : null),
    ]),
  ) as Record<PortfolioScale, Exact | null>;
  return {
    rowId: row.id,
    sourceId: source.id,
    businessId: text(readers.businessId),
    title,
    status,
    statusText,
    year: year.value,
    portfolioObject: text(readers.portfolioObject),
    position,
  };
}

/** Maps a scale's value to −1 (first-named end) … +1 (other end); the ends are settings. */
function readPosition(
  row: ListRow,
  column: string | null,
  reader: FieldReader<Exact>,
  method: MethodSettings,
  findings: FindingCollector | null,
): Exact | null {
  const field = reader(row);
  if (field.kind === 'blank') return null;
  if (field.kind === 'unreadable') {
    findings?.add('not-a-number', { rowId: row.id, column, valueClass: field.valueClass });
    return null;
  }
  const [first, other] = [exact(method.scaleFirstEnd), exact(method.scaleOtherEnd)];
  if (first.equals(other)) return null;
  const position = field.value.sub(first).div(other.sub(first)).mul(2).sub(1);
  if (position.abs().compare(1) > 0) {
    findings?.add('scale-out-of-range', { rowId: row.id, column, valueClass: 'number' });
    return null;
  }
  return position;
}

function reportTwice(
  initiatives: readonly Initiative[],
  column: string | null,
  findings: FindingCollector,
): void {
  const seen = new Map<string, number>();
  for (const { businessId } of initiatives) {
    const key = foldWords(businessId);
    if (key !== '') seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  for (const { businessId, rowId } of initiatives) {
    if ((seen.get(foldWords(businessId)) ?? 0) > 1) {
      findings.add('business-id-twice', {
        rowId,
        column,
        valueClass: 'text',
        detail: { id: businessId.slice(0, 100) },
      });
    }
  }
}
