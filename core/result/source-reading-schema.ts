import { z } from 'zod';
import { SOURCE_TOPICS } from './figure-ids.ts';

/** Null where it would tell of a survey that is open, or of answers that are hidden. METHOD.md section 6, rules 1 and 7. */
const rowCount = z.int().nullable();

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
    rowsRead: rowCount.describe('In steps of ten while a survey is open'),
    rowsUsed: rowCount.describe('Rows of the year that entered a figure'),
    rowsLeftOut: rowCount.describe(
      'Valid rows that do not score: other years, "vet ej", proposed, not yet measured',
    ),
    rowsSetAside: rowCount.describe('Rows with a finding that keeps them out'),
  })
  .readonly();
export type SourceReading = z.infer<typeof sourceReadingSchema>;
