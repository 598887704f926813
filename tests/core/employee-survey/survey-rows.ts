import { createEmployeeSurveyIntake } from '#core/employee-survey/employee-survey-intake.ts';
import type { EmployeeSurveyTally } from '#core/employee-survey/employee-survey-tally.ts';
import {
  scoreOrganisationSurvey,
  type OrganisationSurvey,
} from '#core/employee-survey/organisation-survey.ts';
import { shownFigure } from '#core/number/shown.ts';
import type { FigureUnit } from '#core/number/shown.ts';
import type { Figure } from '#core/result/figure.ts';
import type { ColumnKind } from '#core/result/column-kinds.ts';
import type { ListRow } from '#core/result/intake.ts';
import { DEFAULT_METHOD_SETTINGS, type MethodSettings } from '#core/settings/method-settings.ts';
import { employeeSurveySourceSchema, type EmployeeSurveySource } from '#core/settings/source-settings.ts';
import { buildUnitDirectory, type UnitDirectory } from '#core/units/unit-directory.ts';

export const AFTER = '2025-11-15T08:00:00Z';

export function surveySource(mapping: Record<string, unknown>): EmployeeSurveySource {
  return employeeSurveySourceSchema.parse({
    id: 'enkat',
    topic: 'employee-survey',
    location: { kind: 'sharepoint-list', siteId: 's', siteName: 'S', listId: 'l', listName: 'L' },
    closesOn: '2025-10-31',
    mapping,
  });
}

export const answersSource = surveySource({
  form: 'answers',
  answer: 'Svar',
  unit: 'Enhet',
  year: 'Ar',
  values: { '4 – Instämmer': '4', 'Instämmer helt': '5' },
});

export function tallyOf(
  rows: readonly ListRow[],
  source: EmployeeSurveySource = answersSource,
  kinds: Readonly<Record<string, ColumnKind>> = {},
  method: MethodSettings = DEFAULT_METHOD_SETTINGS,
): EmployeeSurveyTally {
  const intake = createEmployeeSurveyIntake(source, method, 2025);
  intake.open(intake.columns.map((name) => ({ name, displayName: name, kind: kinds[name] ?? 'text' })));
  for (const row of rows) intake.addRow(row);
  return intake.tally();
}

export function scoreOf(
  tally: EmployeeSurveyTally,
  directory: UnitDirectory | null = null,
  method: MethodSettings = DEFAULT_METHOD_SETTINGS,
  now = AFTER,
): OrganisationSurvey {
  return scoreOrganisationSurvey(tally, { directory, sourceId: 'enkat', method, now });
}

export function answer(id: number, Svar: unknown, Enhet?: unknown, Ar: unknown = 2025): ListRow {
  return { id: String(id), fields: { Svar, ...(Enhet !== undefined && { Enhet }), Ar } };
}

/** Rows that give each unit these answers, numbered from `from`. */
export function answersOf(units: Readonly<Record<string, readonly unknown[]>>, from = 1): readonly ListRow[] {
  let id = from;
  return Object.entries(units).flatMap(([unit, given]) =>
    given.map((said) => answer(id++, said, unit === '' ? undefined : unit)),
  );
}

/** A unit list from "id" or "id<parent" or "id=invited". */
export function directory(...units: readonly string[]): UnitDirectory {
  return buildUnitDirectory(
    units.map((unit, index) => {
      const [, id = '', parent, invited] = /^([^<=]+)(?:<([^=]+))?(?:=(\d+))?$/.exec(unit) ?? [];
      return {
        rowId: String(index + 1),
        id,
        name: `Enhet ${id}`,
        parent: parent === undefined ? null : { by: 'text', text: parent, folded: parent.toLowerCase() },
        invited: invited === undefined ? null : Number(invited),
      };
    }),
    'enheter',
  );
}

export function show(figure: Figure, unit: FigureUnit): string {
  return figure.kind === 'value' ? shownFigure(figure.value, unit) : figure.reason;
}
