import type { HttpResponseInit } from '@azure/functions';
import type { Language } from '#core/contracts/digest.ts';
import { PROBLEM_STATUS } from '#core/contracts/endpoint-contract.ts';
import type { Problem, ProblemSummary } from '#core/contracts/problem.ts';
import { ProblemError, type StoredProblem } from '../app/errors.ts';
import { CORRELATION_HEADER } from './correlation.ts';
import { problemText } from './problem-texts.ts';
import { securityHeaders } from './security-headers.ts';

/** Answers a problem as RFC 9457 has it, in the reader's language. */
export function problemResponse(
  problem: ProblemError,
  language: Language,
  correlationId: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponseInit {
  const { code, issues, cause } = problem;
  const { title, detail } = problemText(problem, language);
  // "Not computed yet" says more where it says why.
  const because = cause instanceof ProblemError ? ` ${problemText(cause, language).detail}` : '';
  const status = PROBLEM_STATUS[code];
  const body: Problem = {
    type: `urn:digitaliseringsindex:problem:${code}`,
    title,
    status,
    detail: `${detail}${because}`,
    code,
    correlationId,
    ...(issues.length > 0 && { errors: issues }),
  };
  return {
    status,
    headers: {
      ...securityHeaders('no-store'),
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      [CORRELATION_HEADER]: correlationId,
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...(problem.values['seconds'] !== undefined && { 'retry-after': problem.values['seconds'] }),
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

/** A stored problem as a job, a receipt or a stale result shows it. */
export function problemSummary(problem: StoredProblem | null, language: Language): ProblemSummary | null {
  return problem && { code: problem.code, ...problemText(problem, language) };
}
