import { z } from 'zod';
import { resultFigureSchema } from '#core/result/figure.ts';

/** What each part of the index did to its change between two years. METHOD.md section 9. */
export const CONTRIBUTORS = ['maturity', 'employee', 'delivery', 'benefit'] as const;
export type Contributor = (typeof CONTRIBUTORS)[number];

/**
 * The change of the index between two years. Contributions sum exactly to the index change where both years are
 * unrounded; else what is known is shown and the rest is the named remainder.
 */
export const yearComparisonSchema = z
  .object({
    year: z.int(),
    against: z.int(),
    indexChange: resultFigureSchema,
    componentChanges: z
      .object({
        preconditions: resultFigureSchema,
        delivery: resultFigureSchema,
        benefit: resultFigureSchema,
      })
      .readonly(),
    contributions: z
      .array(z.object({ contributor: z.enum(CONTRIBUTORS), contribution: resultFigureSchema }).readonly())
      .readonly(),
    remainder: resultFigureSchema.describe(
      'Index change less the known contributions; zero where all are exact',
    ),
    exact: z.boolean().describe('Both years unrounded: the contributions sum to the change'),
    decidedInitiativesChange: resultFigureSchema,
    decidedInitiativesChangePercent: resultFigureSchema,
    comparable: z.boolean().describe('False while one of the years is running'),
  })
  .readonly();
export type YearComparison = z.infer<typeof yearComparisonSchema>;
