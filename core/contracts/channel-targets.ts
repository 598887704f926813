import { z } from 'zod';
import { TARGET_KINDS } from '#core/digest/target-kinds.ts';

/** Where digests go. A webhook's address is a secret: written, never read back. */
export const channelTargetSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(TARGET_KINDS),
    host: z.string().describe("A webhook's host, for the rest of its address is a credential; else empty"),
    channelLink: z.string().nullable().describe('The link to a Teams channel; null for other kinds'),
    recipient: z.string().nullable().describe('Whose activity feed: object id or user principal name'),
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
    kind: z.enum(TARGET_KINDS).default('workflows-webhook'),
    webhookUrl: z
      .url()
      .max(2000)
      .exactOptional()
      .describe('Of a webhook. Left out for one that exists: its address stays'),
    channelLink: z
      .string()
      .trim()
      .max(2000)
      .exactOptional()
      .describe('Of a Teams channel, as its menu gives it'),
    recipient: z
      .string()
      .trim()
      .regex(/^([\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[^\s/@]{1,100}@[^\s/@]{1,100}\.[^\s/@]{2,63})$/i)
      .exactOptional()
      .describe('Of an activity feed: object id or user principal name'),
    takesNotices: z.boolean().default(false),
    verify: z
      .boolean()
      .default(false)
      .describe(
        'Try it at once: a marked test to a webhook or a feed, a token to post with for a Teams channel',
      ),
  })
  .readonly();
export type ChannelTargetWrite = z.input<typeof channelTargetWriteSchema>;
export const channelTargetIdSchema = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** What IT has to approve before anybody can post as themselves. */
export const postConsentSchema = z
  .object({
    permission: z.string(),
    command: z.string().describe('For Azure CLI'),
    adminUrl: z.string().describe("The app's permissions in the Microsoft Entra admin centre"),
  })
  .readonly();
export type PostConsent = z.infer<typeof postConsentSchema>;

export const channelTargetSavedSchema = z
  .object({
    ...channelTargetSchema.unwrap().shape,
    checkId: z.string().nullable().describe('The receipt of the test card; null where none was sent'),
    consent: postConsentSchema.nullable().describe('What is missing before one can post; null: nothing'),
  })
  .readonly();
export type ChannelTargetSaved = z.infer<typeof channelTargetSavedSchema>;
