import { z } from 'zod';

const year = z.int().min(2000).max(2100);
/** Exact as typed: "65.1". */
const percent = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'decimal number with a point')
  .refine((typed) => Number(typed) <= 100, 'at most 100');
const source = z.string().min(1).max(300);

/** The country's maturity of a year, typed in with where it stands, to compare the organisation's own with. */
export const nationalMaturitySchema = z.object({ year, percent, source }).readonly();
export type NationalMaturity = z.infer<typeof nationalMaturitySchema>;

/**
 * A unit's maturity as the provider published it. Without the number of persons it stays hidden: nobody could say whether
 * they are enough to be shown. METHOD.md section 3.
 */
export const publishedUnitSchema = z
  .object({
    year,
    unit: z.string().min(1).max(300).describe('Id in the unit list, or the name of one unit only'),
    persons: z
      .int()
      .min(0)
      .nullable()
      .default(null)
      .describe('Persons who answered, those of the units below among them'),
    percent,
    source,
  })
  .readonly();
export type PublishedUnit = z.infer<typeof publishedUnitSchema>;
