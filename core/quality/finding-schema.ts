import { z } from 'zod';

export const FINDING_RULES = [
  'column-missing',
  'column-unmapped',
  'column-type-changed',
  'status-unknown',
  'kind-unknown',
  'year-missing',
  'year-unreadable',
  'answer-not-on-scale',
  'not-a-number',
  'scale-out-of-range',
  'business-id-twice',
  'baseline-blank',
  'expected-equals-baseline',
  'negative-weight',
  'initiative-not-found',
  'no-decided-initiative',
  'unit-unknown',
  'unit-cycle',
  'count-mismatch',
  'area-unknown',
  'respondent-missing',
  'title-missing',
  'source-not-read',
  'fewer-rows',
  'source-unchanged',
  'low-response-rate',
  'response-falling-score-rising',
  'published-differs',
  'units-changed',
  'benefit-coverage-low',
  'benefit-over-expected',
  'statement-in-two-areas',
  'answered-twice',
  'invited-below-answers',
  'second-source',
  'published-unit-unusable',
  'unit-names-free-text',
] as const;
export type FindingRule = (typeof FINDING_RULES)[number];

/**
 * Something the reader or an admin must know about the data. Rows are named by their list id and column, never by
 * an answer. `error` blocks publishing.
 */
export const findingSchema = z
  .object({
    rule: z.enum(FINDING_RULES),
    severity: z.enum(['error', 'warning', 'info']),
    sourceId: z.string().nullable(),
    column: z.string().nullable(),
    valueClass: z
      .enum(['blank', 'text', 'number', 'date', 'boolean', 'list', 'object', 'none'])
      .describe('What kind of thing stood there; never the thing itself for a survey'),
    count: z.int(),
    rowIds: z
      .array(z.string())
      .readonly()
      .describe('The first 100 rows; empty for survey sources that must not be traced'),
    detail: z
      .record(z.string(), z.string())
      .describe('Named values for the message, for instance {status: "Pausad?"}'),
  })
  .readonly();
export type Finding = z.infer<typeof findingSchema>;
