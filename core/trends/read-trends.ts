import { foldedMap, foldWords, tidyText } from '#core/fields/fold-words.ts';
import { classOfField, FieldReaders, ownField, type FieldReader } from '#core/fields/read-field.ts';
import { compareRowIds } from '#core/fields/row-number.ts';
import type { Exact } from '#core/number/exact.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { ListRow, SourceIntake } from '#core/result/intake.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { TrendsSource } from '#core/settings/source-settings.ts';
import type { Horizon } from './horizons.ts';
import { readInitiativeReferences, type InitiativeReference } from './initiative-references.ts';

/** A trend that the municipality follows. METHOD.md section 13. */
export interface Trend {
  readonly rowId: string;
  /** Empty where the list has none. */
  readonly title: string;
  readonly kind: string;
  readonly goalArea: string;
  /** What it means for us. */
  readonly meaning: string;
  /** Null: not known, so the trend stands beside the radar. */
  readonly horizon: Horizon | null;
  /** 1–5; null where the list has none. */
  readonly impact: number | null;
  readonly readiness: number | null;
  readonly source: string;
  /** ISO date. */
  readonly sourceDate: string | null;
  readonly questions: readonly string[];
  readonly initiatives: readonly InitiativeReference[];
}

export interface TrendsTally {
  /** By row id. */
  readonly trends: readonly Trend[];
  readonly rowsRead: number;
  readonly findings: readonly Finding[];
}

const [LOWEST, HIGHEST] = [1, 5];
/** The method's own words for the horizons, where the admin has mapped none. */
const OWN_HORIZONS: Readonly<Record<string, Horizon>> = {
  now: 'now',
  nu: 'now',
  '1-3-years': '1-3-years',
  '1–3 år': '1-3-years',
  '1-3 år': '1-3-years',
  '1–3 years': '1-3-years',
  '3-plus-years': '3-plus-years',
  '3+': '3-plus-years',
  '3+ år': '3-plus-years',
  '3+ years': '3-plus-years',
};

/** Reads the list of trends. Every row becomes a trend; what of it can't be read is a finding. METHOD.md section 13. */
export function createTrendsIntake(source: TrendsSource): SourceIntake & { tally(): TrendsTally } {
  const { mapping } = source;
  const rows = new Map<string, ListRow>();
  let readers = readersOf(new FieldReaders([]), mapping);
  return {
    source,
    columns: [...new Set(columnsOf(mapping))],
    open(columns) {
      readers = readersOf(new FieldReaders(columns), mapping);
    },
    addRow: (row) => void rows.set(row.id, row),
    rowsRead: () => rows.size,
    tally() {
      const findings = new FindingCollector(source.id);
      const trends = [...rows.values()]
        .sort((a, b) => compareRowIds(a.id, b.id))
        .map((row) => readTrend(row, readers, mapping, findings));
      return { trends, rowsRead: rows.size, findings: findings.findings() };
    },
  };
}

type Mapping = TrendsSource['mapping'];
type Readers = ReturnType<typeof readersOf>;

function columnsOf(mapping: Mapping): readonly string[] {
  const { title, kind, goalArea, meaning, horizon, impact, readiness } = mapping;
  const { source, sourceDate, questions, initiatives } = mapping;
  return [
    title,
    kind,
    goalArea,
    meaning,
    horizon,
    impact,
    readiness,
    source,
    sourceDate,
    questions,
    initiatives,
  ].filter((column) => column !== null);
}

function readersOf(fields: FieldReaders, mapping: Mapping) {
  return {
    title: fields.text(mapping.title),
    kind: fields.text(mapping.kind),
    goalArea: fields.text(mapping.goalArea),
    meaning: fields.text(mapping.meaning),
    horizon: fields.text(mapping.horizon),
    impact: fields.number(mapping.impact),
    readiness: fields.number(mapping.readiness),
    source: fields.text(mapping.source),
    sourceDate: fields.date(mapping.sourceDate),
    initiative: fields.reference(mapping.initiatives),
    horizons: foldedMap({ ...OWN_HORIZONS, ...mapping.horizons }),
  };
}

function readTrend(row: ListRow, readers: Readers, mapping: Mapping, findings: FindingCollector): Trend {
  const title = textOr(readers.title, row);
  if (title === '')
    findings.add('title-missing', {
      rowId: row.id,
      column: mapping.title,
      valueClass: classOfField(readers.title(row)),
    });
  const sourceDate = readers.sourceDate(row);
  if (sourceDate.kind === 'unreadable') {
    findings.add('year-unreadable', {
      rowId: row.id,
      column: mapping.sourceDate,
      valueClass: sourceDate.valueClass,
    });
  }
  return {
    rowId: row.id,
    title,
    kind: textOr(readers.kind, row),
    goalArea: textOr(readers.goalArea, row),
    meaning: textOr(readers.meaning, row),
    horizon: readHorizon(row, readers, mapping, findings),
    impact: readScale(row, readers.impact, mapping.impact, findings),
    readiness: readScale(row, readers.readiness, mapping.readiness, findings),
    source: readSource(row, readers.source, mapping.source),
    sourceDate: sourceDate.kind === 'value' ? sourceDate.value : null,
    questions: readQuestions(row, mapping.questions),
    initiatives: readInitiativeReferences(row, mapping.initiatives, readers.initiative),
  };
}

function textOr(reader: FieldReader<string>, row: ListRow): string {
  const field = reader(row);
  return field.kind === 'value' ? field.value : '';
}

function readHorizon(
  row: ListRow,
  readers: Readers,
  mapping: Mapping,
  findings: FindingCollector,
): Horizon | null {
  const field = readers.horizon(row);
  const horizon = field.kind === 'value' ? readers.horizons.get(foldWords(field.value)) : undefined;
  if (horizon !== undefined) return horizon;
  const valueClass =
    field.kind === 'unreadable' ? field.valueClass : field.kind === 'blank' ? 'blank' : 'text';
  const detail: Record<string, string> = field.kind === 'value' ? { value: field.value } : {};
  findings.add('scale-out-of-range', { rowId: row.id, column: mapping.horizon, valueClass, detail });
  return null;
}

/** A whole or broken number 1–5; anything else is a finding and reads as not known. */
function readScale(
  row: ListRow,
  reader: FieldReader<Exact>,
  column: string | null,
  findings: FindingCollector,
): number | null {
  const field = reader(row);
  if (field.kind === 'blank') return null;
  if (field.kind === 'unreadable') {
    findings.add('not-a-number', { rowId: row.id, column, valueClass: field.valueClass });
    return null;
  }
  const value = field.value.valueOf();
  if (value >= LOWEST && value <= HIGHEST) return value;
  findings.add('scale-out-of-range', { rowId: row.id, column, valueClass: 'number' });
  return null;
}

/** A text, or the address of a hyperlink column. */
function readSource(row: ListRow, reader: FieldReader<string>, column: string | null): string {
  const field = reader(row);
  if (field.kind === 'value') return field.value;
  const cell: unknown = field.kind === 'unreadable' && column !== null ? ownField(row, column) : undefined;
  if (typeof cell !== 'object' || cell === null || !('Url' in cell)) return '';
  return typeof cell.Url === 'string' ? tidyText(cell.Url) : '';
}

/** One question a line. */
function readQuestions(row: ListRow, column: string | null): readonly string[] {
  const cell = column === null ? undefined : ownField(row, column);
  if (typeof cell !== 'string') return [];
  return cell
    .split(/\r\n|\r|\n/u)
    .map(tidyText)
    .filter((question) => question !== '');
}
