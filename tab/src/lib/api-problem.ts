import type { Problem, ProblemCode } from '#core/contracts/problem.ts';

/** What can go wrong before the API answers. */
export const CLIENT_PROBLEM_CODES = [
  'network',
  'timeout',
  'unreadable-answer',
  'sign-in-failed',
  'consent-required',
] as const;
export type ClientProblemCode = (typeof CLIENT_PROBLEM_CODES)[number];
export type AnyProblemCode = ProblemCode | ClientProblemCode;

/** A request that failed, with a stable code, what the API said in the reader's language, and the id to ask IT about. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: AnyProblemCode;
  /** 0 where no answer came. */
  readonly status: number;
  readonly detail: string | null;
  readonly correlationId: string | null;
  readonly errors: NonNullable<Problem['errors']>;

  constructor(
    facts: {
      readonly code: AnyProblemCode;
      readonly status: number;
      readonly detail?: string | null;
      readonly correlationId?: string | null;
      readonly errors?: Problem['errors'] | undefined;
    },
    options?: ErrorOptions,
  ) {
    super(`${facts.code} (${facts.status})`, options);
    this.code = facts.code;
    this.status = facts.status;
    this.detail = facts.detail ?? null;
    this.correlationId = facts.correlationId ?? null;
    this.errors = facts.errors ?? [];
  }
}

const WORTH_ANOTHER_TRY: ReadonlySet<AnyProblemCode> = new Set([
  'network',
  'timeout',
  'storage-unavailable',
  'sign-in-unavailable',
  'internal',
]);
const MOST_RETRIES = 2;

/** Whether a failed read is worth asking again by itself. A refusal stays a refusal. */
export function shouldRetry(failuresSoFar: number, error: unknown): boolean {
  return error instanceof ApiProblem && WORTH_ANOTHER_TRY.has(error.code) && failuresSoFar < MOST_RETRIES;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

/** Turns an answer that is not 2xx into a problem. Something between us and the API may answer in a form of its own. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const correlationId = response.headers.get('x-correlation-id');
  const body: unknown = await response.json().catch(() => null);
  if (!isProblem(body)) {
    const code = response.status >= 502 && response.status <= 504 ? 'network' : 'unreadable-answer';
    return new ApiProblem({ code, status: response.status, correlationId });
  }
  return new ApiProblem({
    code: body.code,
    status: response.status,
    detail: body.detail,
    correlationId: body.correlationId,
    errors: body.errors,
  });
}
