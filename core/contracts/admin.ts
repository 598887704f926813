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

/** A channel that digests go to. The webhook address is a secret: written, never read back. */
export const channelTargetSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.literal('workflows-webhook'),
    host: z.string().describe('The host of the address; the rest of it is a credential'),
    takesNotices: z.boolean().describe("Told when another channel's cards don't arrive"),
    savedAt: z.string(),
    savedBy: z.string(),
  })
  .readonly();
export type ChannelTarget = z.infer<typeof channelTargetSchema>;
export const channelTargetListSchema = z
  .object({ targets: z.array(channelTargetSchema).readonly() })
  .readonly();
export const channelTargetWriteSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    webhookUrl: z.url().max(2000),
    takesNotices: z.boolean().default(false),
  })
  .readonly();
export type ChannelTargetWrite = z.input<typeof channelTargetWriteSchema>;
export const channelTargetIdSchema = z.string().regex(/^[a-z0-9-]{1,60}$/);
