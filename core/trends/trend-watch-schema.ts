import { z } from 'zod';
import { INITIATIVE_STATUSES } from '#core/result/figure-ids.ts';
import { HORIZONS } from './horizons.ts';

/** An initiative as the trend watch names it. */
export const trendInitiativeSchema = z
  .object({
    rowId: z.string(),
    businessId: z.string(),
    title: z.string(),
    year: z.int(),
    status: z.enum(INITIATIVE_STATUSES),
    portfolioObject: z.string(),
    webUrl: z.string().nullable(),
  })
  .readonly();
export type TrendInitiative = z.infer<typeof trendInitiativeSchema>;

/** A trend with the initiatives that answer it. */
export const trendRowSchema = z
  .object({
    rowId: z.string(),
    sourceId: z.string(),
    title: z.string().describe('Empty where the list has none'),
    kind: z.string(),
    goalArea: z.string(),
    meaning: z.string().describe('What it means for us'),
    horizon: z.enum(HORIZONS).nullable().describe('Null: not known, so it stands beside the radar'),
    impact: z.number().min(1).max(5).nullable(),
    readiness: z.number().min(1).max(5).nullable(),
    source: z.string().describe('A text or an address'),
    sourceDate: z.string().nullable().describe('ISO date'),
    questions: z.array(z.string()).readonly().describe('To discuss, one each'),
    initiatives: z.array(trendInitiativeSchema).readonly().describe('Of any year; empty: nothing answers it'),
    unknownReferences: z.array(z.string()).readonly().describe('What it names that is no initiative'),
    webUrl: z.string().nullable(),
  })
  .readonly();
export type TrendRow = z.infer<typeof trendRowSchema>;

/** The trend watch beside a year's result. METHOD.md section 13. */
export const trendWatchSchema = z
  .object({
    connected: z.boolean().describe('False: no list of trends serves the year'),
    trends: z.array(trendRowSchema).readonly(),
    idleInitiatives: z
      .array(trendInitiativeSchema)
      .readonly()
      .describe('Initiatives of the year that answer no trend; cancelled ones are left out'),
  })
  .readonly();
export type TrendWatch = z.infer<typeof trendWatchSchema>;
