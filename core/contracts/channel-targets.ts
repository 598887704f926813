import { z } from 'zod';

/**
 * How a target is reached: a Power Automate workflow's webhook; a Teams channel in which somebody who is signed in posts
 * as themselves, at once.
 */
export const TARGET_KINDS = ['workflows-webhook', 'teams-channel'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Kinds that nobody can post to but a person who is there: no schedule, no notice, no retry reaches them. */
export function needsPerson(kind: TargetKind): boolean {
  return kind === 'teams-channel';
}

/** Where digests go. A webhook's address is a secret: written, never read back. */
export const channelTargetSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(TARGET_KINDS),
    host: z.string().describe("A webhook's host, for the rest of its address is a credential; else empty"),
    channelLink: z.string().nullable().describe('The link to a Teams channel; null for other kinds'),
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
    takesNotices: z.boolean().default(false),
    verify: z
      .boolean()
      .default(false)
      .describe('Try it at once: a marked test card to a webhook, a token to post with for a Teams channel'),
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
