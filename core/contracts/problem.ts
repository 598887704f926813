import { z } from 'zod';

/** Every way a request or a job can fail, as one stable code. Texts per language live in api/src/http and tab/src/texts. */
export const PROBLEM_CODES = [
  // the caller
  'unauthenticated',
  'token-expired',
  'token-invalid',
  'tenant-not-allowed',
  'sign-in-unavailable',
  'too-many-requests',
  'forbidden',
  // the request
  'malformed-json',
  'invalid-request',
  'unknown-year',
  'not-found',
  'method-not-allowed',
  'payload-too-large',
  'precondition-required',
  'settings-conflict',
  'address-not-allowed',
  // nothing there yet
  'not-configured',
  'not-computed',
  // publishing
  'unknown-vintage',
  'publish-blocked',
  'publish-outdated',
  'already-published',
  // a source could not be read
  'list-not-found',
  'site-not-found',
  'column-missing',
  'sources-unread',
  'file-not-found',
  'file-too-large',
  'file-wrong-type',
  'file-protected',
  'file-has-macros',
  'file-broken',
  'file-too-many-cells',
  'file-ragged',
  'file-empty',
  'sheet-missing',
  'survey-not-stored',
  'user-forbidden',
  'consent-missing',
  'graph-unauthenticated',
  'graph-forbidden',
  'graph-throttled',
  'graph-unavailable',
  'graph-broken-answer',
  // a result would give answers away
  'privacy-survey-changed',
  'privacy-units-changed',
  'privacy-refused',
  // a digest could not be posted
  'target-refused',
  'target-gone',
  'target-unauthorised',
  'target-throttled',
  'target-unavailable',
  'card-too-large',
  'delivery-uncertain',
  'delivery-not-resendable',
  'subject-not-found',
  'schedule-invalid',
  'time-past',
  // a person posts in a channel
  'person-needed',
  'post-consent-missing',
  'channel-link-invalid',
  'channel-gone',
  'channel-forbidden',
  // a notice in somebody's activity feed
  'app-not-installed',
  'person-not-found',
  // us
  'storage-unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** RFC 9457 problem details. `title` and `detail` are in the reader's language; `correlationId` finds the log line. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(PROBLEM_CODES),
    correlationId: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }).readonly())
      .readonly()
      .exactOptional()
      .describe('What is wrong where, for a request that did not match its schema'),
  })
  .readonly();
export type Problem = z.infer<typeof problemSchema>;

/** A problem as a job, a receipt or a stale result carries it. */
export const problemSummarySchema = z
  .object({ code: z.enum(PROBLEM_CODES), title: z.string(), detail: z.string() })
  .readonly();
export type ProblemSummary = z.infer<typeof problemSummarySchema>;
