import { z } from 'zod';
import type { TrendWatch } from '#core/trends/trend-watch-schema.ts';
import { BENEFIT_KINDS, INITIATIVE_STATUSES } from './figure-ids.ts';
import { resultFigureSchema } from './figure.ts';

/** An initiative as it counted. */
export const initiativeRowSchema = z
  .object({
    rowId: z.string(),
    sourceId: z.string(),
    businessId: z.string(),
    title: z.string(),
    status: z.enum(INITIATIVE_STATUSES),
    statusText: z.string(),
    year: z.int(),
    portfolioObject: z.string(),
    counted: z.boolean().describe('In the denominator: every status but proposed'),
    webUrl: z.string().nullable(),
  })
  .readonly();
export type InitiativeRow = z.infer<typeof initiativeRowSchema>;

/** A benefit indicator as it scored. */
export const benefitRowSchema = z
  .object({
    rowId: z.string(),
    sourceId: z.string(),
    businessId: z.string(),
    title: z.string(),
    kind: z.enum(BENEFIT_KINDS),
    initiative: z.string(),
    portfolioObject: z.string(),
    year: z.int(),
    baseline: resultFigureSchema,
    expected: resultFigureSchema,
    measured: resultFigureSchema,
    weight: resultFigureSchema,
    attainment: resultFigureSchema.describe('Clipped to 0–cap'),
    uncapped: resultFigureSchema,
    webUrl: z.string().nullable(),
  })
  .readonly();
export type BenefitRow = z.infer<typeof benefitRowSchema>;

/** The rows behind a result: initiatives and benefits, never survey answers; and the trend watch as it stood then. */
export interface ResultRows {
  readonly initiatives: readonly InitiativeRow[];
  readonly benefits: readonly BenefitRow[];
  readonly trendWatch: TrendWatch;
}
