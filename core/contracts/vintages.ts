import { z } from 'zod';
import { FIGURE_IDS } from '#core/result/figure-ids.ts';
import { figureUnitSchema, resultFigureSchema } from '#core/result/figure.ts';
import { findingSchema } from '#core/quality/finding-schema.ts';
import { CHAIN_FAULTS, vintageSchema } from '#core/result/vintage.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Which result of a year is meant: what was computed last, what was published last, or one vintage by its hash.
 * Without it: what was published last, where anything has been, else what was computed last.
 */
export const vintageChoiceSchema = z.union([z.enum(['live', 'published']), hash]);
export type VintageChoice = z.infer<typeof vintageChoiceSchema>;

export const publishRequestSchema = z
  .object({
    hash: hash.describe('The computed result that is to be published: what the admin has seen'),
    note: z.string().trim().min(1).max(2000),
  })
  .readonly();
export type PublishRequest = z.infer<typeof publishRequestSchema>;

/** The vintages of a year, newest first, and what could be published next. */
export const vintageListSchema = z
  .object({
    year: z.int(),
    vintages: z.array(vintageSchema).readonly(),
    live: z
      .object({
        hash,
        computedAt: z.string(),
        isPublished: z.boolean().describe('It is the latest vintage'),
        blockedBy: z.array(findingSchema).readonly().describe('Findings that are errors'),
      })
      .readonly()
      .nullable()
      .describe('What was computed last; null where nothing has been'),
  })
  .readonly();
export type VintageList = z.infer<typeof vintageListSchema>;

/** Whether what was published is what is read: every vintage's contents and seal computed anew. */
export const verificationSchema = z
  .object({
    year: z.int(),
    intact: z.boolean(),
    vintages: z
      .array(z.object({ number: z.int(), hash, faults: z.array(z.enum(CHAIN_FAULTS)).readonly() }).readonly())
      .readonly(),
  })
  .readonly();
export type Verification = z.infer<typeof verificationSchema>;

const side = z
  .object({
    hash,
    computedAt: z.string(),
    number: z.int().nullable().describe('The vintage; null for what was computed last'),
  })
  .readonly();

/** What differs between two results of one year. */
export const vintageDifferencesSchema = z
  .object({
    year: z.int(),
    before: side,
    after: side,
    figures: z
      .array(
        z
          .object({
            figure: z.enum(FIGURE_IDS),
            unit: figureUnitSchema,
            before: resultFigureSchema,
            after: resultFigureSchema,
            shownDiffers: z.boolean().describe('False: only the exact values differ'),
          })
          .readonly(),
      )
      .readonly(),
    units: z
      .array(
        z
          .object({
            id: z.string(),
            name: z.string(),
            change: z.enum(['added', 'removed', 'moved', 'figures']),
          })
          .readonly(),
      )
      .readonly()
      .describe('Empty for whoever may not see units'),
    initiatives: z
      .array(
        z
          .object({
            rowId: z.string(),
            sourceId: z.string(),
            title: z.string(),
            move: z.enum(['into-the-year', 'out-of-the-year', 'status']),
            statusBefore: z.string().nullable(),
            statusAfter: z.string().nullable(),
            webUrl: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type VintageDifferences = z.infer<typeof vintageDifferencesSchema>;
