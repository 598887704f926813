import { z } from 'zod';
import { resultFigureSchema } from './figure.ts';

const differenceSchema = z
  .enum(['higher', 'lower', 'none'])
  .describe(
    'Clear difference from the rest of the organisation (the unit itself left out). none: no clear difference, ' +
      'under ten answers, published, or hidden',
  );

/** A unit in the masked table. A suppressed unit hides every figure; which hidden one was small is not told. */
export const unitRowSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    parentId: z.string().nullable(),
    depth: z.int(),
    n: resultFigureSchema,
    mean: resultFigureSchema,
    percent: resultFigureSchema,
    responseRate: resultFigureSchema,
    positive: resultFigureSchema,
    neutral: resultFigureSchema,
    negative: resultFigureSchema,
    openFigures: z
      .boolean()
      .describe('Also visible under the stricter minimum of digests, exports and open data'),
    openBands: z.boolean(),
    difference: differenceSchema,
  })
  .readonly();
export type UnitRow = z.infer<typeof unitRowSchema>;

/** A maturity area, axis or statement with its percentage. */
export const maturityPartSchema = z
  .object({ name: z.string(), area: z.string().nullable(), percent: resultFigureSchema })
  .readonly();
export type MaturityPart = z.infer<typeof maturityPartSchema>;

export const maturityUnitSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    parentId: z.string().nullable(),
    depth: z.int(),
    n: resultFigureSchema.describe('Persons'),
    percent: resultFigureSchema,
    origin: z.enum(['computed', 'published', 'none']).describe('Where the percentage comes from'),
    publishedIn: z.string().nullable().describe('Where a published percentage stands'),
    openFigures: z.boolean(),
    difference: differenceSchema,
  })
  .readonly();
export type MaturityUnit = z.infer<typeof maturityUnitSchema>;

/** The country's maturity beside the organisation's own. */
export const nationalComparisonSchema = z
  .object({
    year: z
      .int()
      .describe('The year that the national value is of: that of the result, or the latest before it'),
    percent: resultFigureSchema,
    source: z.string().describe('Where the national value stands'),
    difference: resultFigureSchema.describe(
      'The organisation’s maturity less the national, percentage points',
    ),
  })
  .readonly();
export type NationalComparison = z.infer<typeof nationalComparisonSchema>;
