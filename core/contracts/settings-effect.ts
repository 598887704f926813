import { z } from 'zod';
import { methodSettingsSchema } from '#core/settings/method-settings.ts';
import { sourcesSchema } from '#core/settings/settings-schema.ts';
import { publishedFigureSchema } from '#core/settings/source-settings.ts';

/** Settings to try on a year. What is left out is as it is saved. */
export const settingsEffectRequestSchema = z
  .object({
    year: z.int().min(2000).max(2100),
    method: methodSettingsSchema,
    publishedFigures: z
      .array(publishedFigureSchema)
      .max(2000)
      .optional()
      .describe('In place of the saved ones; left out: the saved ones'),
    sources: sourcesSchema
      .optional()
      .describe('In place of the saved ones, with their mappings; left out: the saved ones'),
  })
  .readonly();
export type SettingsEffectRequest = z.infer<typeof settingsEffectRequestSchema>;
