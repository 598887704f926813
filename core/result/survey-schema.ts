import { z } from 'zod';
import { resultFigureSchema } from './figure.ts';

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
    difference: z
      .enum(['higher', 'lower', 'none'])
      .describe(
        'Clear difference from the rest of the organisation (the unit itself left out). none: no clear difference, ' +
          'under ten answers, or hidden',
      ),
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
    openFigures: z.boolean(),
  })
  .readonly();
export type MaturityUnit = z.infer<typeof maturityUnitSchema>;
