import { z } from 'zod';
import { digestSubjectSchema, WHOLE_INDEX } from '#core/digest/digest-subject.ts';
import { channelTargetIdSchema } from './channel-targets.ts';
import { TARGET_KINDS } from '#core/digest/target-kinds.ts';
import { problemSummarySchema } from './problem.ts';

export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const digestRequestSchema = z
  .object({
    year: z.int().min(2000).max(2100),
    targetId: channelTargetIdSchema,
    language: z.enum(LANGUAGES).default('sv'),
    subject: digestSubjectSchema.default(WHOLE_INDEX),
    isTest: z.boolean().default(false).describe('Marked as a test on the card, and posted however often'),
  })
  .readonly();
export type DigestRequest = z.infer<typeof digestRequestSchema>;
/** The same as a caller may write it, with what has a default left out. */
export type DigestAsk = z.input<typeof digestRequestSchema>;
export const digestPreviewRequestSchema = z
  .object({
    year: z.int().min(2000).max(2100),
    language: z.enum(LANGUAGES).default('sv'),
    subject: digestSubjectSchema.default(WHOLE_INDEX),
  })
  .readonly();
export const digestPreviewSchema = z.object({ card: z.record(z.string(), z.unknown()) }).readonly();
export const digestAcceptedSchema = z
  .object({
    deliveryId: z.string(),
    duplicate: z.boolean().describe('The same digest was already asked for; this is its receipt'),
  })
  .readonly();
export type DigestAccepted = z.infer<typeof digestAcceptedSchema>;

/**
 * queued → sending → accepted (the flow took it; it may still fail there), posted (the service confirmed it) or failed;
 * uncertain where the process ended between sending and recording: shown to the admin, never sent again by itself;
 * withdrawn where a later vintage was published before it was sent.
 */
export const DELIVERY_STATES = [
  'queued',
  'sending',
  'accepted',
  'posted',
  'failed',
  'uncertain',
  'withdrawn',
] as const;

/** What a card tells of: a digest's subject, that another channel's cards don't arrive, or that a channel was connected. */
export const deliverySubjectSchema = z.discriminatedUnion('kind', [
  ...digestSubjectSchema.options,
  z.object({ kind: z.literal('notice'), targetName: z.string() }).readonly(),
  z.object({ kind: z.literal('connection') }).readonly(),
]);
export type DeliverySubject = z.infer<typeof deliverySubjectSchema>;

/** The receipt of one digest to one channel. */
export const deliverySchema = z
  .object({
    id: z.string(),
    subscriptionId: z.string().describe('The subscription it serves; "manual" where somebody asked for it'),
    period: z.string().describe('The run it belongs to: an instant of the schedule, a vintage, a day'),
    subject: deliverySubjectSchema,
    unitName: z.string().default('').describe("What the subject's unit was called; else empty"),
    isTest: z.boolean(),
    year: z.int(),
    targetId: z.string(),
    targetName: z.string(),
    targetKind: z.enum(TARGET_KINDS).default('workflows-webhook'),
    language: z.enum(LANGUAGES),
    resultHash: z.string().describe('The result it tells of'),
    contentHash: z.string().describe('What it says, whenever it was computed'),
    hasCard: z.boolean().describe('False where it failed before there was anything to post'),
    state: z.enum(DELIVERY_STATES),
    requestedAt: z.string(),
    requestedBy: z.string(),
    sentAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    attempts: z.int(),
    answerStatus: z.int().nullable().describe('The HTTP status the target answered'),
    retryAt: z.string().nullable(),
    messageUrl: z.string().nullable().describe('The message in the channel, where the service says'),
    problem: problemSummarySchema.nullable(),
  })
  .readonly();
export type Delivery = z.infer<typeof deliverySchema>;
export const deliveryListSchema = z.object({ deliveries: z.array(deliverySchema).readonly() }).readonly();
export type DeliveryList = z.infer<typeof deliveryListSchema>;
