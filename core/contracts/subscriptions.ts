import { z } from 'zod';
import { digestSubjectSchema } from '#core/digest/digest-subject.ts';
import { channelTargetIdSchema } from './channel-targets.ts';
import { LANGUAGES } from './digest.ts';

export const subscriptionIdSchema = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** When a subscription posts. */
export const subscriptionWhenSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('schedule'),
      cron: z.string().trim().min(9).max(100).describe('Minute, hour, day, month, weekday'),
      timeZone: z.string().min(1).max(60).default('Europe/Stockholm'),
    })
    .readonly(),
  z
    .object({ kind: z.literal('publishing') })
    .readonly()
    .describe('Each time a year is published'),
  z
    .object({
      kind: z.literal('index-change'),
      atLeast: z
        .string()
        .regex(/^\d{1,2}(\.\d{1,2})?$/)
        .describe('Since this subscription last posted, on the scale 0–10, decimal point'),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('response-rate-below'),
      percent: z
        .string()
        .regex(/^\d{1,3}(\.\d)?$/)
        .describe('Of the employee survey, decimal point; once each time it sinks below'),
    })
    .readonly(),
  z.object({ kind: z.literal('once'), at: z.iso.datetime() }).readonly(),
]);
export type SubscriptionWhen = z.infer<typeof subscriptionWhenSchema>;

export const mentionSchema = z
  .object({
    userId: z.string().trim().min(3).max(200).describe('Object id or user principal name'),
    name: z.string().trim().min(1).max(80),
  })
  .readonly();

/** A subscription as an admin writes it. */
export const subscriptionWriteSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    subject: digestSubjectSchema,
    targetIds: z
      .array(channelTargetIdSchema)
      .min(1)
      .max(10)
      .refine((ids) => new Set(ids).size === ids.length, 'each channel once')
      .readonly(),
    when: subscriptionWhenSchema,
    language: z.enum(LANGUAGES).default('sv'),
    mentions: z.array(mentionSchema).max(5).readonly().default([]),
    quietWhenUnchanged: z
      .boolean()
      .default(true)
      .describe('Nothing is posted where the channel has had the same content last time'),
    paused: z.boolean().default(false),
  })
  .readonly();
export type SubscriptionWrite = z.infer<typeof subscriptionWriteSchema>;
export type SubscriptionAsk = z.input<typeof subscriptionWriteSchema>;

/** How a subscription's latest run ended. */
export const SUBSCRIPTION_OUTCOMES = ['posted', 'unchanged', 'failed'] as const;

export const subscriptionSchema = z
  .object({
    ...subscriptionWriteSchema.unwrap().shape,
    id: subscriptionIdSchema,
    savedAt: z.string(),
    savedBy: z.string(),
    nextRuns: z.array(z.string()).readonly().describe('The next five times of a schedule; else empty'),
    lastRun: z
      .object({ at: z.string(), outcome: z.enum(SUBSCRIPTION_OUTCOMES) })
      .readonly()
      .nullable()
      .describe('posted: handed to its channels, whose receipts tell the rest'),
  })
  .readonly();
export type Subscription = z.infer<typeof subscriptionSchema>;
export const subscriptionListSchema = z
  .object({ subscriptions: z.array(subscriptionSchema).readonly() })
  .readonly();
export type SubscriptionList = z.infer<typeof subscriptionListSchema>;
