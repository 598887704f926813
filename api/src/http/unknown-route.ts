import type { HttpHandler } from '@azure/functions';
import { ENDPOINTS } from '#core/contracts/endpoints.ts';
import { ProblemError } from '../app/errors.ts';
import { CORRELATION_HEADER, correlationIdOf } from './correlation.ts';
import { preferredLanguage } from './languages.ts';
import { problemResponse } from './problem-response.ts';

/** Answers what no endpoint takes: 405 with what is allowed where the path exists, else 404. */
export const answerUnknownRoute: HttpHandler = (request) => {
  const allowed = methodsAt(new URL(request.url).pathname);
  const problem = new ProblemError(allowed.length > 0 ? 'method-not-allowed' : 'not-found');
  const language = preferredLanguage(request.headers.get('accept-language'));
  const correlationId = correlationIdOf(request.headers.get(CORRELATION_HEADER));
  return problemResponse(
    problem,
    language,
    correlationId,
    allowed.length > 0 ? { allow: allowed.join(', ') } : {},
  );
};

function methodsAt(path: string): readonly string[] {
  return Object.values(ENDPOINTS)
    .filter((contract) => patternOf(contract.path).test(path))
    .map(({ method }) => method);
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`, 'i');
}
