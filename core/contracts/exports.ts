import { z } from 'zod';
import { longRowSchema } from '#core/export/long-table.ts';

/** The long table as JSON. */
export const longTableSchema = z.object({ rows: z.array(longRowSchema).readonly() }).readonly();

/** A publishing, flat: what automations are told. */
export const publicationSchema = z
  .object({
    year: z.int(),
    vintage: z.int().describe('1 as first published, 2 and up as restated'),
    published_at: z.string().describe('ISO instant'),
    note: z.string(),
    index: z.number().nullable(),
    preconditions: z.number().nullable(),
    delivery: z.number().nullable(),
    benefit: z.number().nullable(),
    result_hash: z.string(),
  })
  .readonly();
export type Publication = z.infer<typeof publicationSchema>;
export const publicationListSchema = z.array(publicationSchema).readonly();

/** A DCAT-AP-SE catalogue as JSON-LD. */
export const catalogueSchema = z.record(z.string(), z.unknown());
