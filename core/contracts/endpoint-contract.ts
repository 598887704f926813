import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** Who may call: anyone, everyone in the tenant, or holders of the role `Index.Admin`. */
export type Access = 'anonymous' | 'tenant' | 'admin';

/**
 * One endpoint as data: the functions register themselves, parse and answer by it, and the OpenAPI document is generated
 * from it, so that the two cannot part.
 */
export interface EndpointContract {
  readonly method: HttpMethod;
  /** With parameters in braces, for instance `/api/results/{year}`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  /** Parameters of the path, each as text. */
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType | null;
  /** Where bodies may be larger than the usual 1 MiB. */
  readonly largestBodyBytes?: number;
  readonly success: {
    readonly status: 200 | 202 | 204;
    readonly description: string;
    readonly schema: z.ZodType | null;
    /** Where the answer is no plain JSON: a text or bytes, or JSON of a more special kind. */
    readonly mediaType?: string;
  };
  /** `read`: answers carry an ETag and heed If-None-Match. `write`: asks for If-Match (If-None-Match: * for the first). */
  readonly conditional: 'none' | 'read' | 'write';
  /** Problems of this endpoint beside those that every endpoint has ({@link problemCodesOf}). */
  readonly problems: readonly ProblemCode[];
}

const OF_EVERY_CALL: readonly ProblemCode[] = ['too-many-requests', 'storage-unavailable', 'internal'];
const OF_EVERY_CALLER: readonly ProblemCode[] = [
  'unauthenticated',
  'token-expired',
  'token-invalid',
  'tenant-not-allowed',
  'sign-in-unavailable',
];
const OF_EVERY_BODY: readonly ProblemCode[] = ['malformed-json', 'invalid-request', 'payload-too-large'];

/** Every problem that an endpoint can answer with. */
export function problemCodesOf(contract: EndpointContract): readonly ProblemCode[] {
  const hasQuery = Object.keys(contract.query.shape).length > 0;
  return [
    ...new Set([
      ...(contract.access === 'anonymous' ? [] : OF_EVERY_CALLER),
      ...(contract.access === 'admin' ? (['forbidden'] as const) : []),
      ...(contract.body === null ? [] : OF_EVERY_BODY),
      ...(hasQuery ? (['invalid-request'] as const) : []),
      ...(contract.conditional === 'write' ? (['precondition-required', 'settings-conflict'] as const) : []),
      ...contract.problems,
      ...OF_EVERY_CALL,
    ]),
  ];
}

/** The HTTP status of each problem; a job's or receipt's problem has that of the part that failed. */
export const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = {
  unauthenticated: 401,
  'token-expired': 401,
  'token-invalid': 401,
  'tenant-not-allowed': 403,
  'sign-in-unavailable': 503,
  'too-many-requests': 429,
  forbidden: 403,
  'malformed-json': 400,
  'invalid-request': 400,
  'unknown-year': 404,
  'not-found': 404,
  'method-not-allowed': 405,
  'payload-too-large': 413,
  'precondition-required': 428,
  'settings-conflict': 412,
  'address-not-allowed': 400,
  'not-configured': 404,
  'not-computed': 404,
  'unknown-vintage': 404,
  'publish-blocked': 409,
  'publish-outdated': 409,
  'already-published': 409,
  'list-not-found': 502,
  'site-not-found': 502,
  'column-missing': 502,
  'sources-unread': 502,
  'file-not-found': 502,
  'file-too-large': 422,
  'file-wrong-type': 422,
  'file-protected': 422,
  'file-has-macros': 422,
  'file-broken': 422,
  'file-too-many-cells': 422,
  'file-ragged': 422,
  'file-empty': 422,
  'sheet-missing': 422,
  'survey-not-stored': 422,
  'user-forbidden': 403,
  'consent-missing': 403,
  'graph-unauthenticated': 502,
  'graph-forbidden': 502,
  'graph-throttled': 503,
  'graph-unavailable': 503,
  'graph-broken-answer': 502,
  'privacy-survey-changed': 422,
  'privacy-units-changed': 422,
  'privacy-refused': 422,
  'target-refused': 502,
  'target-gone': 502,
  'target-unauthorised': 502,
  'target-throttled': 503,
  'target-unavailable': 503,
  'card-too-large': 422,
  'delivery-uncertain': 502,
  'delivery-not-resendable': 409,
  'subject-not-found': 404,
  'schedule-invalid': 400,
  'time-past': 400,
  'person-needed': 400,
  'post-consent-missing': 403,
  'channel-link-invalid': 400,
  'channel-gone': 502,
  'channel-forbidden': 403,
  'app-not-installed': 502,
  'person-not-found': 502,
  'storage-unavailable': 503,
  internal: 500,
};
