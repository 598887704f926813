import { z } from 'zod';
import {
  BENEFIT_KINDS,
  FIGURE_IDS,
  INITIATIVE_STATUSES,
  MATURITY_AREA_IDS,
  type MaturityArea,
} from '#core/result/figure-ids.ts';
import { COLUMN_KINDS } from '#core/result/column-kinds.ts';
import { scaleOf, unitOf } from '#core/result/figure-unit.ts';
import { sourceLocationSchema } from './source-location.ts';

/** The internal name of a list column, for instance `F_x00f6_rv_x00e4_ntat`; null where the field is not mapped. */
const column = z.string().min(1);
const optionalColumn = column.nullable().default(null);

/** Words in the list → the product's own value. Compared trimmed, inner spaces collapsed, case folded. */
const wordMap = <T extends string>(values: readonly [T, ...T[]]) => z.record(z.string(), z.enum(values));
const areas = MATURITY_AREA_IDS as readonly [MaturityArea, ...MaturityArea[]];

const sourceBase = {
  /** Short stable name, letters, digits and hyphens; names the source in results, findings and receipts. */
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  location: sourceLocationSchema,
  /**
   * What kind each mapped column of a list was when it was mapped, by internal name: a percentage read as a number would be a
   * hundredth. Not known of what was mapped before kinds were noted.
   */
  columnKinds: z.record(z.string(), z.enum(COLUMN_KINDS)).exactOptional(),
};

/** The years a source serves; an empty array means every year (rows carry their own year). */
const years = z.array(z.int().min(2000).max(2100)).default([]);

export const unitsSourceSchema = z
  .object({
    ...sourceBase,
    topic: z.literal('units'),
    years,
    mapping: z
      .object({ id: column, name: column, parent: optionalColumn, invited: optionalColumn })
      .readonly(),
  })
  .readonly();

export const employeeSurveySourceSchema = z
  .object({
    ...sourceBase,
    topic: z.literal('employee-survey'),
    years,
    /** The day the round closed or will close, ISO date; unit figures come only from a closed round. METHOD.md section 6, rule 7. */
    closesOn: z.iso.date(),
    mapping: z.discriminatedUnion('form', [
      z
        .object({
          form: z.literal('answers'),
          answer: column,
          /** Holds the unit's id (text or lookup id); null: answers count in the total only. */
          unit: optionalColumn,
          /** Where there is no unit list: columns that spell the unit's path from the top. */
          unitPath: z.array(column).default([]),
          /** Null: the source serves exactly one year. */
          year: optionalColumn,
          /** Labelled choices → 1–5, for instance "Instämmer helt" → "5". */
          values: z.record(z.string(), z.enum(['1', '2', '3', '4', '5'])).default({}),
        })
        .readonly(),
      z
        .object({
          form: z.literal('aggregated'),
          unit: column,
          n: column,
          mean: optionalColumn,
          /** Columns with the number of answers 1, 2, 3, 4, 5; empty where only n and mean are known. */
          counts: z.array(column).length(5).or(z.array(column).length(0)).default([]),
          /** Whether a parent's row holds its own answers or its children's total; both are never added. */
          parentRows: z.enum(['own', 'total']),
          year: optionalColumn,
        })
        .readonly(),
    ]),
  })
  .readonly();

export const maturitySourceSchema = z
  .object({
    ...sourceBase,
    topic: z.literal('maturity'),
    years,
    closesOn: z.iso.date().nullable().default(null),
    /** Persons asked, per year: "2025" → 220. */
    invited: z.record(z.string(), z.int().min(0)).default({}),
    mapping: z
      .object({
        respondent: column,
        statement: column,
        area: column,
        answer: column,
        unit: optionalColumn,
        year: optionalColumn,
        areas: wordMap(areas),
      })
      .readonly(),
  })
  .readonly();

export const initiativesSourceSchema = z
  .object({
    ...sourceBase,
    topic: z.literal('initiatives'),
    years,
    mapping: z
      .object({
        businessId: optionalColumn,
        title: column,
        status: column,
        year: column,
        portfolioObject: optionalColumn,
        innovationEfficiency: optionalColumn,
        operationalStrategic: optionalColumn,
        externalInternal: optionalColumn,
        statuses: wordMap(INITIATIVE_STATUSES),
      })
      .readonly(),
  })
  .readonly();

export const benefitsSourceSchema = z
  .object({
    ...sourceBase,
    topic: z.literal('benefits'),
    years,
    mapping: z
      .object({
        businessId: optionalColumn,
        title: column,
        /** Which rule gives the year, one for all rows: a column (number or date), or the initiative's year. */
        yearRule: z.enum(['column', 'initiative']),
        year: optionalColumn,
        baseline: optionalColumn,
        expected: column,
        measured: column,
        weight: optionalColumn,
        kind: optionalColumn,
        initiative: optionalColumn,
        portfolioObject: optionalColumn,
        kinds: wordMap(BENEFIT_KINDS).default({}),
      })
      .readonly(),
  })
  .readonly();

export const trendsSourceSchema = z
  .object({
    ...sourceBase,
    topic: z.literal('trends'),
    years,
    mapping: z
      .object({
        title: column,
        kind: optionalColumn,
        goalArea: optionalColumn,
        meaning: optionalColumn,
        horizon: column,
        impact: column,
        readiness: optionalColumn,
        source: optionalColumn,
        sourceDate: optionalColumn,
        questions: optionalColumn,
        initiatives: optionalColumn,
        horizons: wordMap(['now', '1-3-years', '3-plus-years']).default({}),
      })
      .readonly(),
  })
  .readonly();

export const sourceSettingsSchema = z.discriminatedUnion('topic', [
  unitsSourceSchema,
  employeeSurveySourceSchema,
  maturitySourceSchema,
  initiativesSourceSchema,
  benefitsSourceSchema,
  trendsSourceSchema,
]);
export type SourceSettings = z.infer<typeof sourceSettingsSchema>;
export type UnitsSource = z.infer<typeof unitsSourceSchema>;
export type EmployeeSurveySource = z.infer<typeof employeeSurveySourceSchema>;
export type MaturitySource = z.infer<typeof maturitySourceSchema>;
export type InitiativesSource = z.infer<typeof initiativesSourceSchema>;
export type BenefitsSource = z.infer<typeof benefitsSourceSchema>;
export type TrendsSource = z.infer<typeof trendsSourceSchema>;

/** A figure that was published elsewhere and is typed in, exact as typed ("65.1"), with where it stands. */
export const publishedFigureSchema = z
  .object({
    year: z.int().min(2000).max(2100),
    figure: z.enum(FIGURE_IDS),
    value: z.string().regex(/^-?\d+(\.\d+)?$/),
    source: z.string().min(1),
    sourceDate: z.iso.date().nullable().default(null),
  })
  .refine(
    ({ figure, value }) => {
      const [lowest, highest] = scaleOf(figure);
      const isWhole = unitOf(figure) !== 'count' || !value.includes('.');
      return Number(value) >= lowest && Number(value) <= highest && isWhole;
    },
    { path: ['value'], error: 'the value must lie on the figure’s scale' },
  )
  .readonly();
export type PublishedFigure = z.infer<typeof publishedFigureSchema>;
