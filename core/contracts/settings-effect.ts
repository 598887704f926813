import { z } from 'zod';
import { methodSettingsSchema } from '#core/settings/method-settings.ts';
import { publishedFigureSchema } from '#core/settings/source-settings.ts';

/** Settings to try on a year. Sources are those that are saved: what rows say is previewed with the source itself. */
export const settingsEffectRequestSchema = z
  .object({
    year: z.int().min(2000).max(2100),
    method: methodSettingsSchema,
    publishedFigures: z
      .array(publishedFigureSchema)
      .max(2000)
      .optional()
      .describe('In place of the saved ones; left out: the saved ones'),
  })
  .readonly();
export type SettingsEffectRequest = z.infer<typeof settingsEffectRequestSchema>;
