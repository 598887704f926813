import { z } from 'zod';
import { resultFigureSchema } from '#core/result/figure.ts';
import { indexResultSchema } from '#core/result/result-schema.ts';
import { benefitRowSchema, initiativeRowSchema } from '#core/result/row-schema.ts';
import { vintageSchema } from '#core/result/vintage.ts';
import { trendWatchSchema } from '#core/trends/trend-watch-schema.ts';
import { problemSummarySchema } from './problem.ts';

/** How fresh a stored result is: the reader sees the last good result even when later attempts failed. */
export const freshnessSchema = z
  .object({
    state: z.enum(['fresh', 'refreshing', 'stale']),
    computedAt: z.string(),
    lastAttemptAt: z.string().nullable(),
    problem: problemSummarySchema.nullable(),
  })
  .readonly();
export type Freshness = z.infer<typeof freshnessSchema>;

export const resultEnvelopeSchema = z
  .object({
    result: indexResultSchema,
    freshness: freshnessSchema,
    vintage: vintageSchema.nullable().describe('What is read as published; null for what was computed last'),
    latestVintage: z.int().nullable().describe('Number of the latest vintage; null where there is none'),
  })
  .readonly();
export type ResultEnvelope = z.infer<typeof resultEnvelopeSchema>;

/** One year in the list of years: enough for the trend. */
export const yearSummarySchema = z
  .object({
    year: z.int(),
    state: z.enum(['computed', 'not-computed']),
    running: z.boolean(),
    index: resultFigureSchema,
    preconditions: resultFigureSchema,
    delivery: resultFigureSchema,
    benefit: resultFigureSchema,
    computedAt: z.string().nullable(),
    vintage: z.int().nullable().describe('Number of the published vintage whose figures these are'),
  })
  .readonly();
export type YearSummary = z.infer<typeof yearSummarySchema>;

/** Newest year first. Empty where the tenant has not been set up. */
export const yearListSchema = z
  .object({
    organisationName: z.string().nullable(),
    configured: z.boolean(),
    years: z.array(yearSummarySchema).readonly(),
  })
  .readonly();
export type YearList = z.infer<typeof yearListSchema>;

export const initiativeListSchema = z
  .object({ year: z.int(), initiatives: z.array(initiativeRowSchema).readonly() })
  .readonly();
export type InitiativeList = z.infer<typeof initiativeListSchema>;
export const benefitListSchema = z
  .object({ year: z.int(), benefits: z.array(benefitRowSchema).readonly() })
  .readonly();
export type BenefitList = z.infer<typeof benefitListSchema>;
export const trendListSchema = z.object({ year: z.int(), watch: trendWatchSchema }).readonly();
export type TrendList = z.infer<typeof trendListSchema>;
