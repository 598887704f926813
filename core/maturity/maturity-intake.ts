import { foldedMap, foldWords } from '#core/fields/fold-words.ts';
import { closingDateOf } from '#core/fields/survey-round.ts';
import { FieldReaders, type FieldValue, type ValueClass } from '#core/fields/read-field.ts';
import { parseNumber } from '#core/number/parse-number.ts';
import type { MaturityArea } from '#core/result/figure-ids.ts';
import type { ListRow, SourceIntake } from '#core/result/intake.ts';
import type { FindingRule } from '#core/quality/finding-schema.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { MaturitySource } from '#core/settings/source-settings.ts';
import { AnswerRows } from './answer-rows.ts';
import type { MaturityTally } from './maturity-tally.ts';
import { Numbering, SetAsideReasons } from './numbering.ts';
import { MATURITY_SCALE_MAXIMUM, ROW_CODES } from './row-codes.ts';
import { StatementNames } from './statement-names.ts';
import { tallyAnswers } from './tally-answers.ts';

type Mapping = MaturitySource['mapping'];

/** What a row says, once every cell that it needs could be read. */
interface Reading {
  readonly code: number;
  readonly respondent: string;
  readonly area: MaturityArea;
  readonly statement: string;
  /** Null: no unit; '' where the cell holds something that names none. */
  readonly unitKey: string | null;
}

/** Why a row says nothing: it is of another year, or it has a fault. */
type Passed =
  'other-year' | { readonly rule: FindingRule; readonly column: string; readonly valueClass: ValueClass };

/**
 * Takes answers 1–6 per respondent and statement as they stream past. Respondents are numbered to be counted and then
 * forgotten: neither their ids nor any row is in the tally. METHOD.md sections 3 and 6, rule 8.
 *
 * @param year the year that is computed; rows of other years are passed over
 */
export function createMaturityIntake(
  source: MaturitySource,
  method: MethodSettings,
  year: number,
): SourceIntake & { tally(): MaturityTally } {
  const { mapping } = source;
  const rows = new AnswerRows();
  const statements = new StatementNames();
  const respondents = new Numbering();
  const units = new Numbering();
  const reasons = new SetAsideReasons();
  let read = rowReader(new FieldReaders([]), mapping, method, year);
  let unitsBy: MaturityTally['unitsBy'] = mapping.unit === null ? null : 'id';
  return {
    source,
    columns: columnsOf(mapping),
    open(columns) {
      read = rowReader(new FieldReaders(columns), mapping, method, year);
      const unitKind = columns.find((column) => column.name === mapping.unit)?.kind;
      if (unitKind === 'lookup' || unitKind === 'person') unitsBy = 'row';
    },
    addRow(row) {
      const said = read(row);
      if (said === 'other-year') {
        rows.set(row.id, { code: ROW_CODES.otherYear, person: 0, statement: 0, unit: 0 });
      } else if ('rule' in said) {
        const reason = reasons.numberOf(said.rule, said.column, said.valueClass);
        rows.set(row.id, { code: ROW_CODES.setAside + reason, person: 0, statement: 0, unit: 0 });
      } else {
        rows.set(row.id, {
          code: said.code,
          person: respondents.numberOf(said.respondent),
          statement: statements.numberOf(said.area, said.statement),
          unit: said.unitKey === null ? 0 : 1 + units.numberOf(said.unitKey),
        });
      }
    },
    rowsRead: () => rows.size,
    tally: () => ({
      sourceId: source.id,
      closesOn: closingDateOf(source, year),
      invited: source.invited[String(year)] ?? null,
      unitsBy,
      unitColumn: mapping.unit,
      ...tallyAnswers({ source, rows, statements, unitKeys: units.keys(), reasons: reasons.list() }),
    }),
  };
}

function columnsOf(mapping: Mapping): readonly string[] {
  const { respondent, statement, area, answer, unit, year } = mapping;
  return [...new Set([respondent, statement, area, answer, unit, year])].filter((column) => column !== null);
}

function rowReader(
  fields: FieldReaders,
  mapping: Mapping,
  method: MethodSettings,
  year: number,
): (row: ListRow) => Reading | Passed {
  const areas = foldedMap(mapping.areas);
  const answerCode = answerCoder(method);
  const yearOf = fields.year(mapping.year);
  const respondentOf = fields.reference(mapping.respondent);
  const areaOf = fields.text(mapping.area);
  const statementOf = fields.text(mapping.statement);
  const answerOf = fields.text(mapping.answer);
  const unitOf = fields.reference(mapping.unit);
  return (row) => {
    if (mapping.year !== null) {
      const rowYear = yearOf(row);
      if (rowYear.kind === 'blank') return fault('year-missing', mapping.year, rowYear);
      if (rowYear.kind === 'unreadable') return fault('year-unreadable', mapping.year, rowYear);
      if (rowYear.value !== year) return 'other-year';
    }
    const respondent = respondentOf(row);
    if (respondent.kind !== 'value') return fault('respondent-missing', mapping.respondent, respondent);
    const areaText = areaOf(row);
    const area = areaText.kind === 'value' ? areas.get(foldWords(areaText.value)) : undefined;
    if (area === undefined) return fault('area-unknown', mapping.area, areaText);
    const statement = statementOf(row);
    if (statement.kind !== 'value') return fault('title-missing', mapping.statement, statement);
    const answer = answerOf(row);
    const code =
      answer.kind === 'unreadable' ? undefined : answerCode(answer.kind === 'value' ? answer.value : '');
    if (code === undefined) return fault('answer-not-on-scale', mapping.answer, answer);
    const unit = unitOf(row);
    return {
      code,
      // A person column and a text column never mix in one source, so the two kinds of key can't collide.
      respondent: respondent.value.by === 'row' ? respondent.value.rowId : respondent.value.folded,
      area,
      statement: statement.value,
      unitKey:
        unit.kind !== 'value'
          ? unit.kind === 'blank'
            ? null
            : ''
          : unit.value.by === 'row'
            ? unit.value.rowId
            : unit.value.text,
    };
  };
}

function fault(rule: FindingRule, column: string, field: FieldValue<unknown>): Passed {
  const valueClass = field.kind === 'value' ? 'text' : field.kind === 'blank' ? 'blank' : field.valueClass;
  return { rule, column, valueClass };
}

/** An answer's code: 1–6, left out ("Vet ej", blank), or undefined where it is not on the scale. */
function answerCoder(method: MethodSettings): (text: string) => number | undefined {
  const leftOut = new Set(method.leftOutAnswers.map(foldWords));
  return (text) => {
    if (text === '' || leftOut.has(foldWords(text))) return ROW_CODES.leftOut;
    const parsed = parseNumber(text);
    if (parsed.kind === 'problem' || parsed.value.d !== 1n) return undefined;
    const answer = parsed.value.valueOf();
    return answer >= 1 && answer <= MATURITY_SCALE_MAXIMUM ? answer : undefined;
  };
}
