import {
  classOf,
  fieldKey as keyOf,
  FieldReaders,
  ownField,
  type FieldReader,
  type ValueClass,
} from '#core/fields/read-field.ts';
import { closingDateOf } from '#core/fields/survey-round.ts';
import { foldedMap, foldWords } from '#core/fields/fold-words.ts';
import { parseNumber } from '#core/number/parse-number.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { ColumnFacts, ListRow, SourceIntake } from '#core/result/intake.ts';
import type { Finding, FindingRule } from '#core/quality/finding-schema.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { EmployeeSurveySource } from '#core/settings/source-settings.ts';
import { ANSWER_CODES, AnswerTable } from './answer-table.ts';
import type { EmployeeSurveyTally, GroupTally } from './employee-survey-tally.ts';
import { UnitKeys } from './unit-keys.ts';

type AnswersMapping = Extract<EmployeeSurveySource['mapping'], { form: 'answers' }>;

const SET_ASIDE = ['text', 'number', 'boolean', 'list', 'object'] as const;
const MAX_ROW_IDS = 100;
const NO_FIELDS: ListRow['fields'] = {};

/**
 * Tallies answers, one row each, as they stream past; no row is kept (METHOD.md section 6, rule 8). Answers on the
 * scale count; wordings such as "Vet ej" and blanks are left out and counted; anything else is set aside by its kind.
 *
 * @param year the year that is computed; rows of other years are passed over
 */
export function createAnswersIntake(
  source: EmployeeSurveySource,
  mapping: AnswersMapping,
  method: MethodSettings,
  year: number,
): SourceIntake & { tally(): EmployeeSurveyTally } {
  const table = new AnswerTable();
  const units = new UnitKeys();
  const codeOf = answerCoder(mapping, method);
  let yearOf: FieldReader<number> | null = null;
  let answerKey = mapping.answer;
  let unitKeys: readonly string[] = [];
  let unitsBy: EmployeeSurveyTally['unitsBy'] = mapping.unit === null ? 'path' : 'id';

  const yearCode = (row: ListRow): number => {
    if (yearOf === null) return 0;
    const field = yearOf(row);
    if (field.kind === 'value') return field.value === year ? 0 : ANSWER_CODES.otherYear;
    return field.kind === 'blank' ? ANSWER_CODES.yearBlank : yearFault(field.valueClass);
  };

  return {
    source,
    columns: [mapping.answer, ...unitColumns(mapping), ...(mapping.year === null ? [] : [mapping.year])],
    open(columns) {
      if (mapping.year !== null) yearOf = new FieldReaders(columns).year(mapping.year);
      answerKey = fieldKey(mapping.answer, columns);
      unitKeys = unitColumns(mapping).map((column) => fieldKey(column, columns));
      if (mapping.unit !== null && unitKeys[0] !== mapping.unit) unitsBy = 'row';
    },
    addRow(row) {
      // A row without fields is a row of blanks: what comes from outside may be anything.
      const fields = (row.fields as ListRow['fields'] | null | undefined) ?? NO_FIELDS;
      const code = yearCode(row) || codeOf(ownField(row, answerKey));
      table.add(row.id, units.indexOf(fields, unitKeys), code);
    },
    rowsRead: () => table.rows,
    tally: () => ({
      form: 'answers',
      closesOn: closingDateOf(source, year),
      unitsBy,
      unitColumn: unitColumns(mapping)[0] ?? null,
      groups: units.list().map((path, unitIndex) => groupOf(table, path, unitIndex)),
      ...totals(table, units.size),
      findings: findingsOf(source, mapping, table, units.size),
    }),
  };
}

const YEAR_FAULTS: Readonly<Partial<Record<ValueClass, number>>> = {
  number: ANSWER_CODES.yearNumber,
  boolean: ANSWER_CODES.yearBoolean,
  list: ANSWER_CODES.yearList,
  object: ANSWER_CODES.yearObject,
};

/** The code of a year that can't be read, by what stood there. */
function yearFault(valueClass: ValueClass): number {
  return YEAR_FAULTS[valueClass] ?? ANSWER_CODES.yearText;
}

function unitColumns(mapping: AnswersMapping): readonly string[] {
  return mapping.unit === null ? mapping.unitPath : [mapping.unit];
}

function fieldKey(name: string, columns: readonly ColumnFacts[]): string {
  return keyOf(name, columns.find((column) => column.name === name)?.kind);
}

/** Codes each distinct value once: a survey has few of them, so a row costs one look-up. */
function answerCoder(mapping: AnswersMapping, method: MethodSettings): (value: unknown) => number {
  const labelled = foldedMap(mapping.values);
  const leftOut = new Set(method.leftOutAnswers.map(foldWords));
  const known = new Map<unknown, number>();
  const code = (value: unknown): number => {
    const kind = classOf(value);
    if (kind === 'blank') return ANSWER_CODES.leftOut;
    if (kind !== 'text' && kind !== 'number') return ANSWER_CODES[kind as 'boolean' | 'list' | 'object'];
    if (typeof value === 'string') {
      const folded = foldWords(value);
      const label = labelled.get(folded);
      if (label !== undefined) return Number(label);
      if (folded === '' || leftOut.has(folded)) return ANSWER_CODES.leftOut;
    }
    const parsed = parseNumber(value);
    const answer = parsed.kind === 'number' && parsed.value.d === 1n ? parsed.value.valueOf() : 0;
    return answer >= 1 && answer <= 5 ? answer : ANSWER_CODES[kind];
  };
  return (value) => {
    const seen = known.get(value);
    if (seen !== undefined) return seen;
    const fresh = code(value);
    // Free text in the wrong column must not fill the memory.
    if (known.size < 1000 && (typeof value === 'string' || typeof value === 'number'))
      known.set(value, fresh);
    return fresh;
  };
}

function groupOf(table: AnswerTable, path: readonly string[], unitIndex: number): GroupTally {
  const counts = [1, 2, 3, 4, 5].map((value) => table.count(unitIndex, value));
  return { path, counts: counts as unknown as NonNullable<GroupTally['counts']>, typed: null, row: null };
}

function totals(table: AnswerTable, unitCount: number) {
  let [used, leftOut, otherYears] = [0, 0, 0];
  for (let unitIndex = 0; unitIndex < unitCount; unitIndex += 1) {
    for (let value = 1; value <= 5; value += 1) used += table.count(unitIndex, value);
    leftOut += table.count(unitIndex, ANSWER_CODES.leftOut);
    otherYears += table.count(unitIndex, ANSWER_CODES.otherYear);
  }
  return {
    rowsRead: table.rows,
    used,
    leftOut,
    otherYears,
    setAside: table.rows - used - leftOut - otherYears,
  };
}

/** Findings from what the table says at the end, so that a row seen twice is found as it was last. */
function findingsOf(
  source: EmployeeSurveySource,
  mapping: AnswersMapping,
  table: AnswerTable,
  unitCount: number,
): readonly Finding[] {
  const findings = new FindingCollector(source.id);
  const report = (code: number, rule: FindingRule, column: string | null, valueClass: ValueClass) => {
    let count = 0;
    for (let unitIndex = 0; unitIndex < unitCount; unitIndex += 1) count += table.count(unitIndex, code);
    if (count === 0) return;
    findings.add(rule, { column, valueClass, count, rowIds: table.rowsWith(code, MAX_ROW_IDS) });
  };
  for (const valueClass of SET_ASIDE) {
    report(ANSWER_CODES[valueClass], 'answer-not-on-scale', mapping.answer, valueClass);
  }
  report(ANSWER_CODES.yearBlank, 'year-missing', mapping.year, 'blank');
  for (const valueClass of SET_ASIDE) {
    report(yearFault(valueClass), 'year-unreadable', mapping.year, valueClass);
  }
  return findings.findings();
}
