import { z } from 'zod';
import { vintageChoiceSchema } from '../vintages.ts';

/** No parameters. */
export const nothing = z.object({});
/** A year as an address spells it. */
export const yearText = z
  .string()
  .regex(/^2\d{3}$/)
  .transform(Number)
  .pipe(z.int().min(2000).max(2100))
  .meta({
    description: 'Calendar year',
    // Text only because addresses are: the document calls it what it is.
    override: ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }) => {
      delete jsonSchema['pattern'];
      Object.assign(jsonSchema, { type: 'integer', minimum: 2000, maximum: 2100 });
    },
  });
/** Parameters of an address that names a year. */
export const ofYear = z.object({ year: yearText });

/** What most endpoints share. */
export const plain = {
  params: nothing,
  query: nothing,
  body: null,
  conditional: 'none',
  problems: [],
} as const;
/** A query that may choose a vintage; without it the published one is read, where there is one. */
export const ofVintage = z.object({ vintage: vintageChoiceSchema.optional() });

/** A read of one year by everyone in the tenant. */
export const readOfYear = {
  ...plain,
  method: 'GET',
  access: 'tenant',
  params: ofYear,
  conditional: 'read',
  problems: ['unknown-year', 'not-configured', 'not-computed'],
} as const;
/** What endpoints for admins share. */
export const admin = { ...plain, access: 'admin' } as const;
