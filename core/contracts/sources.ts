import { z } from 'zod';
import { COLUMN_KINDS } from '#core/result/column-kinds.ts';
import { FIGURE_IDS, SOURCE_TOPICS } from '#core/result/figure-ids.ts';
import { resultFigureSchema } from '#core/result/figure.ts';
import { findingSchema } from '#core/quality/finding-schema.ts';
import { methodSettingsSchema } from '#core/settings/method-settings.ts';
import { sourceLocationSchema } from '#core/settings/source-location.ts';
import { sourceSettingsSchema } from '#core/settings/source-settings.ts';
import { SUGGESTION_REASONS } from '#core/settings/suggest-mapping.ts';
import { SCALE_END_REASONS } from '#core/settings/suggest-scale-ends.ts';
import { VALUE_REASONS } from '#core/settings/value-words.ts';
import { problemSummarySchema } from './problem.ts';

/** What admins see of SharePoint while they set up sources: always on their own behalf, so only what is theirs to see. */

export const foundSiteSchema = z.object({ id: z.string(), name: z.string(), webUrl: z.string() }).readonly();
export type FoundSite = z.infer<typeof foundSiteSchema>;
export const foundSitesSchema = z.object({ sites: z.array(foundSiteSchema).readonly() }).readonly();

export const foundListSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    webUrl: z.string(),
    description: z.string(),
    lastChangedAt: z.string().nullable(),
  })
  .readonly();
export type FoundList = z.infer<typeof foundListSchema>;
export const foundListsSchema = z.object({ lists: z.array(foundListSchema).readonly() }).readonly();

/** Something in a document library: a library itself, a folder, or a file that can be a source. */
export const foundFileSchema = z
  .object({
    kind: z.enum(['library', 'folder', 'file']),
    driveId: z.string(),
    /** Null for a library. */
    itemId: z.string().nullable(),
    name: z.string(),
    sizeBytes: z.int().nullable(),
    lastChangedAt: z.string().nullable(),
  })
  .readonly();
export type FoundFile = z.infer<typeof foundFileSchema>;
export const foundFilesSchema = z.object({ entries: z.array(foundFileSchema).readonly() }).readonly();

export const sourceColumnsRequestSchema = z
  .object({
    topic: z.enum(SOURCE_TOPICS),
    form: z.enum(['answers', 'aggregated', 'rows']),
    location: sourceLocationSchema,
  })
  .readonly();

const valueSuggestionSchema = z
  .object({
    word: z.string(),
    value: z.string().nullable(),
    confidence: z.enum(['high', 'medium', 'low', 'none']),
    reason: z.enum(VALUE_REASONS).nullable(),
  })
  .readonly();

/** Where the portfolio's scales most likely end, and why. */
const scaleEndsSchema = z
  .object({
    first: z.int(),
    other: z.int(),
    confidence: z.enum(['high', 'medium', 'low']),
    reasons: z.array(z.enum(SCALE_END_REASONS)).readonly(),
    columns: z.array(z.string()).readonly().describe('Shown names of the columns it is drawn from'),
    unlike: z
      .array(z.object({ column: z.string(), first: z.int(), other: z.int() }).readonly())
      .readonly()
      .describe('Columns that seem to end elsewhere: one pair of ends holds for all scales'),
  })
  .readonly();
export type SuggestedScaleEnds = z.infer<typeof scaleEndsSchema>;

/** The columns of a list or file, and which of them most likely is what. */
export const sourceColumnsSchema = z
  .object({
    columns: z
      .array(
        z
          .object({
            name: z.string(),
            displayName: z.string(),
            kind: z.enum(COLUMN_KINDS),
            isSystem: z.boolean(),
            /** What its words most likely mean, for the columns that could be the topic's words. Never of a survey's rows. */
            values: z.array(valueSuggestionSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    suggestions: z
      .array(
        z
          .object({
            field: z.string(),
            column: z.string(),
            confidence: z.enum(['high', 'medium', 'low']),
            reasons: z.array(z.enum(SUGGESTION_REASONS)).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** Of a workbook: its sheets and named tables. */
    sheets: z
      .array(z.object({ name: z.string(), tables: z.array(z.string()).readonly() }).readonly())
      .readonly(),
    /** Null where no column is suggested for a scale. */
    scaleEnds: scaleEndsSchema.nullable(),
  })
  .readonly();
export type SourceColumns = z.infer<typeof sourceColumnsSchema>;

export const sourcePreviewRequestSchema = z
  .object({
    source: sourceSettingsSchema,
    year: z.int().min(2000).max(2100),
    /** Settings in force unless told. */
    method: methodSettingsSchema.exactOptional(),
  })
  .readonly();

/** What a source would give, before it is saved. Of surveys no row, no figure: columns, counts and reason codes. */
export const sourcePreviewSchema = z
  .object({
    rowsRead: z.int(),
    rowsUsed: z.int().nullable().describe('Null where a survey may not be counted yet, or is too small'),
    rowsLeftOut: z.int().nullable().describe('Rows of other years, or with nothing to score'),
    rowsSetAside: z.int().nullable(),
    columns: z
      .array(z.object({ field: z.string(), column: z.string(), displayName: z.string() }).readonly())
      .readonly(),
    /** The first rows as they were understood, field by field; empty for surveys. */
    rows: z
      .array(z.object({ id: z.string(), cells: z.record(z.string(), z.string()) }).readonly())
      .readonly(),
    findings: z.array(findingSchema).readonly(),
    figure: z
      .object({ id: z.enum(FIGURE_IDS), figure: resultFigureSchema })
      .readonly()
      .nullable(),
    /** The years that rows were seen of, with how many. */
    years: z.array(z.object({ year: z.int(), rows: z.int() }).readonly()).readonly(),
    truncated: z.boolean().describe('There are more rows than a preview reads'),
  })
  .readonly();
export type SourcePreview = z.infer<typeof sourcePreviewSchema>;

export const sourceCheckRequestSchema = z.object({ source: sourceSettingsSchema }).readonly();

/** Whether the app itself can read a source, step by step, and what to run where it can't. */
export const sourceCheckSchema = z
  .object({
    ok: z.boolean(),
    problem: problemSummarySchema.nullable(),
    /** How to grant the app the site; null where that is not what is missing. */
    grant: z
      .object({
        permission: z.string().describe('The permission that is missing, by its name'),
        appId: z.string(),
        siteUrl: z.string(),
        powerShell: z.string(),
        graphRequest: z.string(),
        graphExplorerUrl: z.string(),
      })
      .readonly()
      .nullable(),
  })
  .readonly();
export type SourceCheck = z.infer<typeof sourceCheckSchema>;

export const createListsRequestSchema = z
  .object({
    siteId: z.string().min(1).max(300),
    siteName: z.string().max(300),
    topics: z.array(z.enum(SOURCE_TOPICS)).min(1).max(6),
    language: z.enum(['sv', 'en']),
  })
  .readonly();
/** The lists that were made, ready to be sources. */
export const createdListsSchema = z
  .object({
    created: z
      .array(
        z
          .object({ topic: z.enum(SOURCE_TOPICS), webUrl: z.string(), source: sourceSettingsSchema })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type CreatedLists = z.infer<typeof createdListsSchema>;

/** The most that an uploaded file may hold, before it is spelt as base64. */
export const LARGEST_UPLOAD_BYTES = 5 * 1024 * 1024;
export const uploadRequestSchema = z
  .object({
    topic: z.enum(SOURCE_TOPICS),
    name: z.string().min(1).max(400),
    base64: z.base64().max(Math.ceil((LARGEST_UPLOAD_BYTES * 4) / 3) + 4),
  })
  .readonly();
export const uploadedSchema = z.object({ uploadId: z.string(), fileName: z.string() }).readonly();

/**
 * Whether SharePoint tells of changes in a list: it does; the app may not ask for it; the list is gone; the request was
 * refused; Microsoft 365 did not answer.
 */
export const LIST_WATCH_STATES = ['watched', 'forbidden', 'gone', 'refused', 'unavailable'] as const;
export const listWatchSchema = z
  .object({
    siteId: z.string(),
    listId: z.string(),
    state: z.enum(LIST_WATCH_STATES),
    checkedAt: z.string().describe('When it was last asked for or seen to'),
    expiresAt: z.string().nullable().describe('Until when SharePoint tells; renewed long before'),
    notifiedAt: z.string().nullable().describe('When SharePoint last told of a change'),
  })
  .readonly();
export type ListWatch = z.infer<typeof listWatchSchema>;
export const listWatchesSchema = z.object({ watches: z.array(listWatchSchema).readonly() }).readonly();
