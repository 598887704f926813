import { z } from 'zod';
import { SOURCE_TOPICS } from './figure-ids.ts';

/** What one source gave: which list, as of when, how many rows, how many of them counted. */
export const sourceReadingSchema = z
  .object({
    sourceId: z.string(),
    topic: z.enum(SOURCE_TOPICS),
    name: z.string(),
    webUrl: z.string().nullable(),
    eTag: z.string().nullable(),
    lastChangedAt: z.string().nullable(),
    readAt: z.string(),
    rowsRead: z.int(),
    rowsUsed: z.int().describe('Rows of the year that entered a figure'),
    rowsLeftOut: z
      .int()
      .describe('Valid rows that do not score: other years, "vet ej", proposed, not yet measured'),
    rowsSetAside: z.int().describe('Rows with a finding that keeps them out'),
  })
  .readonly();
export type SourceReading = z.infer<typeof sourceReadingSchema>;
