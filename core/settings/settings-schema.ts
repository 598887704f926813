import { z } from 'zod';
import { AUDIT_DAYS, RECEIPT_DAYS, type KeptDays } from './kept-days.ts';
import { methodSettingsSchema } from './method-settings.ts';
import { nationalMaturitySchema, publishedUnitSchema } from './published-maturity.ts';
import { DEFAULT_REFRESH_SCHEDULE, refreshScheduleSchema } from './refresh-schedule.ts';
import { isSurvey } from './source-fields.ts';
import { publishedFigureSchema, sourceSettingsSchema } from './source-settings.ts';

/** The lists and files that a tenant's index comes from. */
export const sourcesSchema = z
  .array(sourceSettingsSchema)
  .max(200)
  .refine(
    (sources) => new Set(sources.map((source) => source.id)).size === sources.length,
    'source ids must differ',
  )
  .refine(
    (sources) =>
      sources.every(({ topic, location }) => !isSurvey(topic) || location.kind !== 'uploaded-file'),
    'survey rows are never stored: a survey is read from a list or from a file in a library',
  );

/** For how many days something is kept. */
function keptFor({ least, most, usual }: KeptDays, meaning: string) {
  return z
    .object({ keepDays: z.int().min(least).max(most).describe(meaning) })
    .readonly()
    .default({ keepDays: usual });
}

/**
 * Everything an admin decides for a tenant, but the secrets (channel addresses stand apart, as references).
 * Stored versioned; exported and imported as one file.
 */
export const settingsSchema = z
  .object({
    organisationName: z.string().min(1).max(200),
    method: methodSettingsSchema.default(() => methodSettingsSchema.parse({})),
    /** Years that are computed and shown, oldest first. */
    years: z.array(z.int().min(2000).max(2100)).min(1).max(30),
    sources: sourcesSchema,
    publishedFigures: z
      .array(publishedFigureSchema)
      .max(2000)
      .refine(
        (figures) => new Set(figures.map(({ year, figure }) => `${year} ${figure}`)).size === figures.length,
        'a figure of a year is typed in once',
      )
      .default([]),
    /** Maturity of units as the provider published it. */
    publishedUnits: z.array(publishedUnitSchema).max(5000).default([]),
    /** Maturity of the whole country, to compare with. */
    nationalMaturity: z.array(nationalMaturitySchema).max(100).default([]),
    receipts: keptFor(RECEIPT_DAYS, 'Older receipts of cards are removed'),
    auditLog: keptFor(AUDIT_DAYS, 'Older entries of the audit log are removed'),
    visibility: z
      .object({ units: z.enum(['everyone', 'managers']) })
      .readonly()
      .default({ units: 'everyone' }),
    /** When the sources are looked at by themselves. */
    refresh: refreshScheduleSchema.default(DEFAULT_REFRESH_SCHEDULE),
    /** Whether published years are open to everybody, outside the organisation too. */
    openData: z
      .object({
        published: z.boolean(),
        contactEmail: z.email().nullable().default(null),
        licence: z.url({ protocol: /^https?$/ }).default('http://creativecommons.org/publicdomain/zero/1.0/'),
      })
      .readonly()
      .default({
        published: false,
        contactEmail: null,
        licence: 'http://creativecommons.org/publicdomain/zero/1.0/',
      }),
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;
