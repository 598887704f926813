import { z } from 'zod';
import { changeSchema } from '#core/settings/changes-between.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { storedSettingsSchema } from './admin.ts';
import { subscriptionIdSchema, subscriptionWriteSchema } from './subscriptions.ts';

/** Every version of the settings, newest first, at most the latest 200. */
export const settingsVersionListSchema = z
  .object({
    versions: z
      .array(z.object({ version: z.int().min(1), savedAt: z.string(), savedBy: z.string() }).readonly())
      .readonly(),
  })
  .readonly();
export type SettingsVersionList = z.infer<typeof settingsVersionListSchema>;

/** One version, with what it changed. */
export const settingsVersionSchema = z
  .object({
    stored: storedSettingsSchema,
    changes: z.array(changeSchema).readonly().describe('From the version before; all of it for the first'),
  })
  .readonly();
export type SettingsVersion = z.infer<typeof settingsVersionSchema>;

export const EXPORT_FORMAT = 'digitaliseringsindex-settings';
export const EXPORT_FORMAT_VERSION = 1;

/**
 * All settings and subscriptions as one file. No secret is in it: of a channel only its name, since its address is one. Graph's ids of
 * sites and lists are, so that the file can be put back where it came from.
 */
export const settingsFileSchema = z
  .object({
    format: z.literal(EXPORT_FORMAT),
    formatVersion: z.literal(EXPORT_FORMAT_VERSION),
    exportedAt: z.string(),
    exportedBy: z.string(),
    settings: settingsSchema,
    channels: z
      .array(z.object({ id: z.string().max(60), name: z.string().max(100) }).readonly())
      .max(500)
      .readonly(),
    /** When and what is posted where. A file of before they were exported has none. */
    subscriptions: z
      .array(z.object({ id: subscriptionIdSchema, ...subscriptionWriteSchema.unwrap().shape }).readonly())
      .max(500)
      .readonly()
      .default([]),
  })
  .readonly();
export type SettingsFile = z.infer<typeof settingsFileSchema>;

/** What an import would do, shown before it is done. */
export const importPreviewSchema = z
  .object({
    version: z.int().describe('The version in force, which the import would follow; 0 where there is none'),
    changes: z.array(changeSchema).readonly(),
    missingChannels: z
      .array(z.string())
      .readonly()
      .describe('Channels of the file that are not set up here: their addresses must be entered by hand'),
    subscriptions: z
      .object({
        added: z.array(z.string()).readonly(),
        changed: z.array(z.string()).readonly(),
        left: z
          .array(z.string())
          .readonly()
          .describe('Left out, because a channel of theirs is not set up here; can be imported once it is'),
      })
      .readonly()
      .describe('By name. Subscriptions that are here and not in the file stay'),
  })
  .readonly();
export type ImportPreview = z.infer<typeof importPreviewSchema>;
