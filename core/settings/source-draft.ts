import type { ColumnKind } from '#core/result/column-kinds.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import { fieldsOf, type SourceForm } from './source-fields.ts';
import type { SourceLocation } from './source-location.ts';
import { sourceSettingsSchema, type SourceSettings } from './source-settings.ts';

/** A source while it is being set up: every topic in one shape, nothing required yet. */
export interface SourceDraft {
  readonly id: string;
  readonly topic: SourceTopic;
  readonly form: SourceForm;
  readonly location: SourceLocation;
  readonly years: readonly number[];
  /** Field → column; null where it is not mapped. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** The list's words → own values. */
  readonly values: Readonly<Record<string, string>>;
  /** Surveys: the day the round closes, ISO; empty: not said. */
  readonly closesOn: string;
  /** Aggregated surveys. */
  readonly parentRows: 'own' | 'total';
  /** Employee survey, where no column names the unit: columns that spell its path, from the top. */
  readonly unitPath: readonly string[];
  /** What kind each column is that can be chosen; absent: as it was noted before, if it was. */
  readonly columnKinds?: Readonly<Record<string, ColumnKind>>;
  /** Maturity: persons asked, per year. */
  readonly invited: Readonly<Record<string, number>>;
}

/** The form a topic begins in. */
export function firstForm(topic: SourceTopic): SourceForm {
  return topic === 'employee-survey' ? 'answers' : 'rows';
}

/** A draft as a source; `null` where something required is missing or not as it should be. */
export function toSource(draft: SourceDraft): SourceSettings | null {
  const parsed = sourceSettingsSchema.safeParse(plainSource(draft));
  return parsed.success ? parsed.data : null;
}

function plainSource(draft: SourceDraft): unknown {
  const { id, topic, location, years, closesOn, invited } = draft;
  const mapping = mappingOf(draft);
  const columnKinds = kindsOf(draft, mapping);
  const base = { id, topic, location, years, ...(columnKinds && { columnKinds }) };
  switch (topic) {
    case 'employee-survey':
      return { ...base, closesOn, mapping };
    case 'maturity':
      return { ...base, closesOn: closesOn === '' ? null : closesOn, invited, mapping };
    case 'units':
    case 'initiatives':
    case 'benefits':
    case 'trends':
      return { ...base, mapping };
  }
}

/** The kinds of what is mapped; only a list's columns have one of their own, a file's are guessed from its cells. */
function kindsOf({ location, columnKinds }: SourceDraft, mapping: Readonly<Record<string, unknown>>) {
  if (columnKinds === undefined || location.kind !== 'sharepoint-list') return null;
  const mapped = Object.values(mapping).flat();
  return Object.fromEntries(Object.entries(columnKinds).filter(([column]) => mapped.includes(column)));
}

function mappingOf({
  topic,
  form,
  columns,
  values,
  parentRows,
  unitPath,
}: SourceDraft): Record<string, unknown> {
  const known = new Set(fieldsOf(topic, form).map(({ field }) => field));
  const plain = Object.fromEntries(
    Object.entries(columns).filter(
      ([field, column]) => known.has(field) && column !== null && !/^count\d$/.test(field),
    ),
  );
  switch (topic) {
    case 'employee-survey': {
      if (form === 'answers') return { form, ...plain, unitPath, values };
      const counts = ['count1', 'count2', 'count3', 'count4', 'count5'].flatMap(
        (field) => columns[field] ?? [],
      );
      return { form: 'aggregated', ...plain, counts: counts.length === 5 ? counts : [], parentRows };
    }
    case 'maturity':
      return { ...plain, areas: values };
    case 'initiatives':
      return { ...plain, statuses: values };
    case 'benefits':
      return { ...plain, kinds: values, yearRule: columns['year'] ? 'column' : 'initiative' };
    case 'trends':
      return { ...plain, horizons: values };
    case 'units':
      return plain;
  }
}

/** A saved source as a draft, to be changed. */
export function toDraft(source: SourceSettings): SourceDraft {
  const mapping: Readonly<Record<string, unknown>> = source.mapping;
  const form = source.topic === 'employee-survey' ? source.mapping.form : 'rows';
  const columns = Object.fromEntries(
    fieldsOf(source.topic, form).map(({ field }) => {
      const count = /^count(\d)$/.exec(field)?.[1];
      const counts = mapping['counts'];
      const column =
        count && Array.isArray(counts) ? (counts as unknown[])[Number(count) - 1] : mapping[field];
      return [field, typeof column === 'string' ? column : null];
    }),
  );
  const values =
    mapping['values'] ?? mapping['areas'] ?? mapping['statuses'] ?? mapping['kinds'] ?? mapping['horizons'];
  return {
    id: source.id,
    topic: source.topic,
    form,
    location: source.location,
    years: source.years,
    columns,
    values: { ...(values as Readonly<Record<string, string>> | undefined) },
    closesOn: 'closesOn' in source ? (source.closesOn ?? '') : '',
    parentRows: 'parentRows' in source.mapping ? source.mapping.parentRows : 'own',
    unitPath: 'unitPath' in source.mapping ? source.mapping.unitPath : [],
    ...(source.columnKinds && { columnKinds: source.columnKinds }),
    invited: source.topic === 'maturity' ? source.invited : {},
  };
}
