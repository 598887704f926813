import type { SourceColumns } from '#core/contracts/sources.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import type { ListRow } from '#core/result/intake.ts';
import { fieldKey, ownField } from '#core/fields/read-field.ts';
import { isSurvey, type SourceForm } from '#core/settings/source-fields.ts';
import type { SourceLocation } from '#core/settings/source-location.ts';
import { distinctTexts, suggestMapping, type CandidateColumn } from '#core/settings/suggest-mapping.ts';
import { isPortfolioScale, suggestScaleEnds } from '#core/settings/suggest-scale-ends.ts';
import { suggestValues, valueFieldOf } from '#core/settings/value-words.ts';
import type { ColumnDescription, SourceReader } from '../ports/list-reader.ts';
import type { FileOutline, TableFiles } from '../ports/table-files.ts';
import type { AccessAs } from './source-access.ts';

export type ReadSourceColumns = (
  tenantId: string,
  userToken: string,
  request: { readonly topic: SourceTopic; readonly form: SourceForm; readonly location: SourceLocation },
) => Promise<SourceColumns>;

/** Rows that are looked at to suggest by, one page of a list; never passed on. */
const SAMPLE_ROWS = 2000;

/**
 * The columns of a list or file on behalf of an admin, with suggestions. Values are looked at to suggest by; what is
 * answered is names, and of other topics than surveys the words that need a meaning.
 *
 * @throws ProblemError naming what could not be read
 */
export function createReadSourceColumns(parts: {
  readonly accessAs: AccessAs;
  readonly outlineOf: (
    tenantId: string,
    userToken: string,
    location: SourceLocation,
  ) => ReturnType<TableFiles['outline']>;
}): ReadSourceColumns {
  return async (tenantId, userToken, { topic, form, location }) => {
    const { reader } = parts.accessAs(tenantId, userToken);
    const { sheets }: FileOutline = await parts.outlineOf(tenantId, userToken, location);
    const columns = await reader.columns(tenantId, location);
    const candidates = await withSamples(reader, tenantId, location, columns);
    const suggestions = suggestMapping(topic, form, candidates);
    const scales = suggestions.flatMap(({ field, column: name }) => {
      const column = candidates.find((candidate) => candidate.name === name);
      return column && isPortfolioScale(field) ? [{ scale: field, column }] : [];
    });
    return {
      columns: candidates.map((column) => ({
        name: column.name,
        displayName: column.displayName,
        kind: column.kind,
        isSystem: column.isSystem,
        values: valuesOf(topic, column),
      })),
      suggestions,
      sheets,
      scaleEnds: scales.length === 0 ? null : suggestScaleEnds(scales),
    };
  };
}

async function withSamples(
  reader: SourceReader,
  tenantId: string,
  location: SourceLocation,
  columns: readonly ColumnDescription[],
): Promise<readonly CandidateColumn[]> {
  const asked = columns.filter(({ isSystem, kind }) => !isSystem && kind !== 'person');
  const opened = await reader.open(
    tenantId,
    location,
    asked.map(({ name }) => name),
  );
  const rows: ListRow[] = [];
  for await (const page of opened.pages()) {
    rows.push(...page.slice(0, SAMPLE_ROWS - rows.length));
    if (rows.length >= SAMPLE_ROWS) break;
  }
  return columns.map((column) => ({
    ...column,
    samples: rows
      .map((row) => ownField(row, fieldKey(column.name, column.kind)))
      .filter((value) => value !== undefined && value !== null),
  }));
}

function valuesOf(topic: SourceTopic, column: CandidateColumn): SourceColumns['columns'][number]['values'] {
  if (valueFieldOf(topic) === null || (column.kind !== 'choice' && column.kind !== 'text')) return [];
  // A survey's choices are its form; its rows are its answers.
  const seen = isSurvey(topic) && topic !== 'maturity' ? [] : distinctTexts(column.samples);
  const words = [...new Set([...column.choices, ...seen])];
  return words.length > 40 ? [] : suggestValues(topic, words);
}
