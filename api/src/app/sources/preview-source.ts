import type { SourcePreview } from '#core/contracts/sources.ts';
import { dateOf } from '#core/fields/swedish-date.ts';
import { fieldKey, FieldReaders, ownField } from '#core/fields/read-field.ts';
import { startComputation } from '#core/result/compute-result.ts';
import type { FigureId, SourceTopic } from '#core/result/figure-ids.ts';
import type { ColumnKind } from '#core/result/column-kinds.ts';
import type { ColumnFacts, ListRow, SourceIntake } from '#core/result/intake.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import { settingsSchema, type Settings } from '#core/settings/settings-schema.ts';
import { fieldsOf, isSurvey } from '#core/settings/source-fields.ts';
import { toDraft } from '#core/settings/source-draft.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import type { Clock } from '../ports/clock.ts';
import type { OpenedList, SourceReader } from '../ports/list-reader.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { AccessAs } from './source-access.ts';

export type PreviewSource = (
  tenantId: string,
  userToken: string,
  request: { readonly source: SourceSettings; readonly year: number; readonly method?: MethodSettings },
) => Promise<SourcePreview>;

/** A preview answers within the time an admin waits; a refresh reads the rest. */
const MOST_ROWS = 20_000;
const ROWS_SHOWN = 20;
const LONGEST_CELL = 120;

/** The figure that a topic alone decides. */
const FIGURES: Readonly<Partial<Record<SourceTopic, FigureId>>> = {
  initiatives: 'delivery',
  benefits: 'benefit',
};
/** Topics that a topic's rows refer to, read along with it. */
const REFERRED: Readonly<Partial<Record<SourceTopic, SourceTopic>>> = {
  benefits: 'initiatives',
  'employee-survey': 'units',
  maturity: 'units',
};

/**
 * Reads a source as it would be saved and computes with it, on behalf of the admin; nothing is stored. Of a survey no row
 * and no figure is answered: two mappings, compared, would tell what the masks hide.
 *
 * @throws ProblemError naming what could not be read
 */
export function createPreviewSource(parts: {
  readonly accessAs: AccessAs;
  readonly settings: SettingsStore;
  readonly clock: Clock;
}): PreviewSource {
  return async (tenantId, userToken, { source, year, method }) => {
    const { reader } = parts.accessAs(tenantId, userToken);
    const stored = await parts.settings.latest(tenantId);
    const settings = settingsWith(stored?.settings ?? null, source, year, method);
    const computation = startComputation(settings, 0, year);
    let own: Own | null = null;
    let truncated = false;
    for (const intake of computation.intakes) {
      const read = await readSome(reader, tenantId, intake, year);
      truncated ||= read.truncated;
      if (intake.source.id === source.id) own = { ...read, rowsRead: intake.rowsRead() };
    }
    const now = parts.clock.now().toISOString();
    const { result } = computation.finish({
      now,
      readings: new Map(),
      previous: null,
      lastYear: null,
      earlier: [],
    });
    const counts = result.sources.find(({ sourceId }) => sourceId === source.id);
    const figureId = FIGURES[source.topic];
    return {
      rowsRead: own?.rowsRead ?? 0,
      rowsUsed: counts ? counts.rowsUsed : 0,
      rowsLeftOut: counts ? counts.rowsLeftOut : 0,
      rowsSetAside: counts ? counts.rowsSetAside : 0,
      columns: own?.columns ?? [],
      rows: isSurvey(source.topic) ? [] : (own?.shown ?? []),
      findings: result.findings.filter(({ sourceId }) => sourceId === source.id),
      figure: figureId && !truncated ? { id: figureId, figure: result.figures[figureId].figure } : null,
      years: own?.years ?? [],
      truncated,
    };
  };
}

function settingsWith(
  stored: Settings | null,
  source: SourceSettings,
  year: number,
  method: MethodSettings | undefined,
): Settings {
  const base = stored ?? settingsSchema.parse({ organisationName: '–', years: [year], sources: [] });
  const referred = REFERRED[source.topic];
  const others = base.sources.filter(({ id, topic }) => id !== source.id && topic === referred);
  // Asked for a year it does not serve, a source would not be read at all.
  const served = { ...source, years: [] };
  return {
    ...base,
    method: method ?? base.method,
    years: [year],
    sources: [served, ...others],
    publishedFigures: [],
  };
}

interface Own {
  readonly columns: SourcePreview['columns'];
  readonly shown: SourcePreview['rows'];
  readonly years: SourcePreview['years'];
  readonly truncated: boolean;
  readonly rowsRead: number;
}

async function readSome(
  reader: SourceReader,
  tenantId: string,
  intake: SourceIntake,
  computedYear: number,
): Promise<Omit<Own, 'rowsRead'>> {
  const { source } = intake;
  const opened = await reader.open(tenantId, source.location, intake.columns);
  intake.open(opened.columns);
  const { columns, byField } = mappedColumns(source, opened);
  const yearOf = new FieldReaders(opened.columns).year(toDraft(source).columns['year'] ?? null);
  const years = new Map<number, number>();
  const ofYear: SourcePreview['rows'][number][] = [];
  const ofOthers: SourcePreview['rows'][number][] = [];
  let rows = 0;
  for await (const page of opened.pages()) {
    for (const row of page) {
      intake.addRow(row);
      rows += 1;
      const year = yearOf(row);
      if (year.kind === 'value') years.set(year.value, (years.get(year.value) ?? 0) + 1);
      // Rows of another year tell less than those that count, or that have no year and are set aside.
      const to = year.kind === 'value' && year.value !== computedYear ? ofOthers : ofYear;
      if (to.length < ROWS_SHOWN && !isSurvey(source.topic)) to.push(shownRow(row, byField));
    }
    if (rows >= MOST_ROWS) break;
  }
  return {
    columns,
    shown: [...ofYear, ...ofOthers].slice(0, ROWS_SHOWN),
    years: [...years].sort(([a], [b]) => b - a).map(([year, count]) => ({ year, rows: count })),
    truncated: rows >= MOST_ROWS,
  };
}

function mappedColumns(source: SourceSettings, opened: OpenedList) {
  const draft = toDraft(source);
  const byField = fieldsOf(draft.topic, draft.form).flatMap(({ field }) => {
    const found = opened.columns.find(({ name }) => name === draft.columns[field]);
    return found ? [{ field, facts: found }] : [];
  });
  const columns = byField.map(({ field, facts }) => ({
    field,
    column: facts.name,
    displayName: facts.displayName,
  }));
  return { byField, columns };
}

function shownRow(
  row: ListRow,
  byField: readonly { readonly field: string; readonly facts: ColumnFacts }[],
): SourcePreview['rows'][number] {
  const cells = byField.map(({ field, facts }) => {
    const value = ownField(row, fieldKey(facts.name, facts.kind)) ?? ownField(row, facts.name);
    return [field, cellText(value, facts.kind)] as const;
  });
  return { id: row.id, cells: Object.fromEntries(cells) };
}

function cellText(value: unknown, kind: ColumnKind): string {
  if (value === null || value === undefined) return '';
  const isDate = kind === 'date' || kind === 'date-time';
  if (isDate && typeof value === 'string') return dateOf(value, kind) ?? value.slice(0, LONGEST_CELL);
  if (typeof value === 'string') return value.slice(0, LONGEST_CELL);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value).slice(0, LONGEST_CELL);
}
