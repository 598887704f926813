import { z } from 'zod';
import { openView } from '#core/masking/open-view.ts';
import type { FigureUnit } from '#core/number/shown.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import { ABSENCE_REASONS } from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { NationalComparison } from '#core/result/survey-schema.ts';
import type { Vintage } from '#core/result/vintage.ts';

/** What a row of the table is about. */
export const ROW_SUBJECTS = [
  'organisation',
  'employee-unit',
  'maturity-unit',
  'maturity-statement',
  'portfolio-object',
  'benefit-kind',
  'benefit-object',
  'national',
] as const;

/**
 * One figure of one subject in one year: the long table that reports are built on. Columns and their names are a promise:
 * one may be added at the end, none is renamed, moved or removed.
 */
export const longRowSchema = z
  .object({
    organisation: z.string(),
    year: z.int(),
    vintage: z.int().nullable().describe('Number of the published vintage; null for what is not published'),
    published_at: z.string().nullable().describe('ISO instant; null for what is not published'),
    computed_at: z.string().describe('ISO instant'),
    method_version: z.string(),
    result_hash: z.string().describe('SHA-256 that names the result'),
    subject: z.enum(ROW_SUBJECTS),
    subject_id: z.string(),
    subject_name: z.string(),
    parent_id: z.string().nullable().describe('The unit above, of units'),
    figure: z.string().describe('Stable name of the figure'),
    unit: z.enum(['score', 'percent', 'mean', 'count', 'change', 'ratio']),
    value: z.number().nullable().describe('As shown, rounded half away from zero; null where there is none'),
    reason: z.enum(ABSENCE_REASONS).nullable().describe('Why there is no value; suppressed: a small group'),
    origin: z.enum(['computed', 'published', 'none']),
  })
  .readonly();
export type LongRow = z.infer<typeof longRowSchema>;

/** Names of the columns, in their order. */
export const LONG_COLUMNS = Object.keys(longRowSchema.unwrap().shape) as readonly (keyof LongRow)[];

/** A result with the vintage that it is, as it is to leave the product. */
export interface Exported {
  readonly result: IndexResult;
  readonly vintage: Vintage | null;
}

/**
 * Results as one long table, masked by the stricter minimum that holds for everything that leaves the tab. Rows behind
 * the figures (initiatives, benefits) are no part of it.
 */
export function longTable(exported: readonly Exported[]): readonly LongRow[] {
  return exported.flatMap(({ result, vintage }) => rowsOf(openView(result), vintage));
}

type Subject = Pick<LongRow, 'subject' | 'subject_id' | 'subject_name' | 'parent_id'>;
type Cell = readonly [figure: string, unit: FigureUnit, value: ResultFigure];

function rowsOf(result: IndexResult, vintage: Vintage | null): readonly LongRow[] {
  const common = {
    organisation: result.organisationName,
    year: result.year,
    vintage: vintage?.number ?? null,
    published_at: vintage?.publishedAt ?? null,
    computed_at: result.computedAt,
    method_version: result.methodVersion,
    result_hash: result.hash,
  };
  const row = (of: Subject, [figure, unit, value]: Cell, origin: LongRow['origin']): LongRow => ({
    ...common,
    ...of,
    figure,
    unit,
    value: value.kind === 'value' ? Number(value.shown) : null,
    reason: value.kind === 'value' ? null : value.reason,
    origin,
  });
  const organisation = subject('organisation', '', result.organisationName);
  return [
    ...Object.values(result.figures).map(({ id, unit, figure, origin }) =>
      row(organisation, [id, unit, figure], origin),
    ),
    ...tablesOf(result).flatMap(({ of, origin = 'computed', cells }) =>
      cells.map((cell) => row(of, cell, origin)),
    ),
  ];
}

interface SubjectRows {
  readonly of: Subject;
  /** Computed where not told. */
  readonly origin?: LongRow['origin'];
  readonly cells: readonly Cell[];
}

function tablesOf({ employeeSurvey, maturity, delivery, benefit }: IndexResult): readonly SubjectRows[] {
  return [
    ...employeeSurvey.units.map((unit) => ({
      of: subject('employee-unit', unit.id, unit.name, unit.parentId),
      cells: [
        ['answers', 'count', unit.n],
        ['mean', 'mean', unit.mean],
        ['percent', 'percent', unit.percent],
        ['responseRate', 'percent', unit.responseRate],
        ['positiveShare', 'percent', unit.positive],
        ['neutralShare', 'percent', unit.neutral],
        ['negativeShare', 'percent', unit.negative],
      ] as const,
    })),
    ...maturity.units.map((unit) => ({
      of: subject('maturity-unit', unit.id, unit.name, unit.parentId),
      origin: unit.origin,
      cells: [
        ['respondents', 'count', unit.n],
        ['percent', 'percent', unit.percent],
      ] as const,
    })),
    ...(maturity.national === null ? [] : [nationalRows(maturity.national)]),
    ...maturity.statements.map(({ name, area, percent }) => ({
      of: subject('maturity-statement', area ?? '', name),
      cells: [['percent', 'percent', percent]] as const,
    })),
    ...delivery.objects.map(({ name, decided, realised, score }) => ({
      of: subject('portfolio-object', name, name),
      cells: [
        ['decidedInitiatives', 'count', counted(decided)],
        ['realisedInitiatives', 'count', counted(realised)],
        ['delivery', 'score', score],
      ] as const,
    })),
    ...(
      [
        ['benefit-kind', benefit.kinds],
        ['benefit-object', benefit.objects],
      ] as const
    ).flatMap(([kind, groups]) =>
      groups.map(({ name, valid, measured, score, uncapped }) => ({
        of: subject(kind, name, name),
        cells: [
          ['validIndicators', 'count', counted(valid)],
          ['measuredIndicators', 'count', counted(measured)],
          ['benefit', 'score', score],
          ['benefitUncapped', 'score', uncapped],
        ] as const,
      })),
    ),
  ];
}

/** Its id is the year that the value is of, which need not be the result's; its name is where the value stands. */
function nationalRows({ year, source, percent, difference }: NationalComparison): SubjectRows {
  return {
    of: subject('national', String(year), source),
    origin: 'published',
    cells: [
      ['maturityPercent', 'percent', percent],
      ['maturityDifference', 'change', difference],
    ],
  };
}

function subject(of: Subject['subject'], id: string, name: string, parentId: string | null = null): Subject {
  return { subject: of, subject_id: id, subject_name: name, parent_id: parentId };
}

function counted(count: number): ResultFigure {
  return { kind: 'value', shown: String(count), exact: null };
}
