import { z } from 'zod';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { problemSummarySchema } from './problem.ts';

/** Settings as stored; `version` counts saves from 1. Optimistic concurrency is by ETag and If-Match. */
export const storedSettingsSchema = z
  .object({ version: z.int().min(1), savedAt: z.string(), savedBy: z.string(), settings: settingsSchema })
  .readonly();
export type StoredSettings = z.infer<typeof storedSettingsSchema>;

export const refreshRequestSchema = z.object({ year: z.int().min(2000).max(2100) }).readonly();

export const REFRESH_STATES = ['queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled'] as const;
/** What a running refresh is at. */
export const REFRESH_PHASES = ['reading', 'computing', 'storing'] as const;
/** One refresh of one year: what it is doing and how it ended. */
export const refreshJobSchema = z
  .object({
    year: z.int(),
    state: z.enum(REFRESH_STATES),
    requestedAt: z.string(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    retryAt: z.string().nullable().describe('state waiting: when Microsoft 365 may be asked again'),
    phase: z.enum(REFRESH_PHASES).nullable().describe('state running: what it is at'),
    sourceName: z.string().nullable().describe('The source being read'),
    rowsRead: z.int(),
    resourceUnits: z
      .int()
      .nullable()
      .describe('What the reading cost of the limit Microsoft 365 sets; null until it has ended well'),
    unchanged: z.boolean().describe('Nothing had changed since the last computing, which stands'),
    correlationId: z.string(),
    problem: problemSummarySchema.nullable(),
  })
  .readonly();
export type RefreshJob = z.infer<typeof refreshJobSchema>;
