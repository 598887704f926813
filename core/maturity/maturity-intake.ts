import { foldedMap, foldWords } from '#core/fields/fold-words.ts';
import { classOf, FieldReaders, type FieldReader, type Reference, type ValueClass } from '#core/fields/read-field.ts';
import { parseNumber } from '#core/number/parse-number.ts';
import type { ListRow, SourceIntake } from '#core/result/intake.ts';
import type { FindingRule } from '#core/result/result-schema.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { MaturitySource } from '#core/settings/source-settings.ts';
import { AnswerRows } from './answer-rows.ts';
import type { MaturityTally } from './maturity-tally.ts';
import { StatementNames } from './statement-names.ts';
import { ROW_CODES, tallyAnswers } from './tally-answers.ts';

/** Highest answer of the maturity model's statements. METHOD.md section 3. */
export const MATURITY_SCALE_MAXIMUM = 6;
/** More kinds of fault than one byte can tell apart can't arise: rules × columns × value classes. */
const MAX_CACHED_ANSWERS = 1000;

/** Why a row is set aside; the row's code is its place in the list of reasons. */
export interface SetAsideReason {
  readonly rule: FindingRule;
  readonly column: string | null;
  readonly valueClass: ValueClass;
}

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
  const reasons = new Reasons();
  const areas = foldedMap(mapping.areas);
  const codeOf = answerCoder(method);
  let readers = readersOf(new FieldReaders([]), mapping);
  let unitsBy: MaturityTally['unitsBy'] = mapping.unit === null ? null : 'id';

  /** The row's code where it is not an answer of the year: other year, or set aside. */
  const faultOf = (row: ListRow): number | undefined => {
    if (mapping.year !== null) {
      const rowYear = readers.year(row);
      if (rowYear.kind === 'blank') return reasons.codeOf('year-missing', mapping.year, 'blank');
      if (rowYear.kind === 'unreadable') {
        return reasons.codeOf('year-unreadable', mapping.year, rowYear.valueClass);
      }
      if (rowYear.value !== year) return ROW_CODES.otherYear;
    }
    return undefined;
  };
  const take = (row: ListRow) => {
    const fault = (code: number) => rows.set(row.id, { code, person: 0, statement: 0, unit: 0 });
    const yearFault = faultOf(row);
    if (yearFault !== undefined) return fault(yearFault);
    const respondent = readers.respondent(row);
    if (respondent.kind !== 'value') {
      return fault(reasons.codeOf('respondent-missing', mapping.respondent, classOfField(respondent)));
    }
    const areaText = readers.area(row);
    const area = areaText.kind === 'value' ? areas.get(foldWords(areaText.value)) : undefined;
    if (area === undefined) {
      return fault(reasons.codeOf('area-unknown', mapping.area, classOfField(areaText)));
    }
    const statement = readers.statement(row);
    if (statement.kind !== 'value') {
      return fault(reasons.codeOf('title-missing', mapping.statement, classOfField(statement)));
    }
    const answer = codeOf(readers.answer(row));
    if (typeof answer !== 'number') {
      return fault(reasons.codeOf('answer-not-on-scale', mapping.answer, answer.valueClass));
    }
    const unit = readers.unit(row);
    rows.set(row.id, {
      code: answer,
      person: respondents.numberOf(keyOf(respondent.value)),
      statement: statements.numberOf(area, statement.value),
      unit: unit.kind === 'value' ? units.numberOf(unitKeyOf(unit.value)) : unit.kind === 'blank' ? 0 : units.unknown,
    });
  };

  return {
    source,
    columns: [
      mapping.respondent,
      mapping.statement,
      mapping.area,
      mapping.answer,
      ...(mapping.unit === null ? [] : [mapping.unit]),
      ...(mapping.year === null ? [] : [mapping.year]),
    ],
    open(columns) {
      readers = readersOf(new FieldReaders(columns), mapping);
      const unitColumn = columns.find((column) => column.name === mapping.unit);
      if (unitColumn?.kind === 'lookup' || unitColumn?.kind === 'person') unitsBy = 'row';
    },
    addRow: take,
    rowsRead: () => rows.size,
    tally: () => ({
      sourceId: source.id,
      closesOn: source.closesOn,
      invited: source.invited[String(year)] ?? null,
      unitsBy,
      ...tallyAnswers({ source, rows, statements, unitKeys: units.keys(), reasons: reasons.list() }),
    }),
  };
}
