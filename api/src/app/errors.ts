import type { ProblemCode } from '#core/contracts/problem.ts';

/** Named values for a problem's text, for instance {list: "Initiativ", column: "Status"}. Never an answer or a secret. */
export type ProblemValues = Readonly<Record<string, string>>;

/** A problem as a job or receipt stores it: code and values, so that each reader gets the text in their own language. */
export interface StoredProblem {
  readonly code: ProblemCode;
  readonly values: ProblemValues;
}

/** Something a caller or an admin must be told: a stable code, and the values its text names. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  readonly code: ProblemCode;
  readonly values: ProblemValues;
  /** What is wrong where, for a request that did not match its schema. */
  readonly issues: readonly { readonly path: string; readonly message: string }[];

  constructor(
    code: ProblemCode,
    values: ProblemValues = {},
    options: { readonly cause?: unknown; readonly issues?: ProblemError['issues'] } = {},
  ) {
    super(code, { cause: options.cause });
    this.code = code;
    this.values = values;
    this.issues = options.issues ?? [];
  }
}

/** A source asks us to wait longer than a call may: the work goes back to the queue until then. */
export class WaitError extends ProblemError {
  override readonly name = 'WaitError';
  readonly waitMs: number;

  constructor(code: 'graph-throttled' | 'graph-unavailable', waitMs: number, values: ProblemValues = {}) {
    super(code, values);
    this.waitMs = waitMs;
  }
}

/** The problem of any error; what nobody foresaw is `internal`. */
export function problemOf(error: unknown): StoredProblem {
  return error instanceof ProblemError
    ? { code: error.code, values: error.values }
    : { code: 'internal', values: {} };
}
