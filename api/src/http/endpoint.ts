import type { HttpHandler, HttpRequest, HttpResponseInit, InvocationContext } from '@azure/functions';
import type { z } from 'zod';
import type { Language } from '#core/contracts/digest.ts';
import { ENDPOINTS, type EndpointName } from '#core/contracts/endpoints.ts';
import type { EndpointContract } from '#core/contracts/endpoint-contract.ts';
import { ProblemError } from '../app/errors.ts';
import type { Caller } from '../app/ports/caller.ts';
import type { Log } from '../app/ports/log.ts';
import { isKnown } from './conditional.ts';
import { CORRELATION_HEADER, correlationIdOf } from './correlation.ts';
import type { Gate } from './gate.ts';
import { invocationLog } from './invocation-log.ts';
import { preferredLanguage } from './languages.ts';
import { problemResponse } from './problem-response.ts';
import { parsed, readJsonBody } from './request-parts.ts';
import { securityHeaders } from './security-headers.ts';

type Contract<Name extends EndpointName> = (typeof ENDPOINTS)[Name];
type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : null;

/** A request that has been authenticated, authorised and parsed by its contract. */
export interface EndpointCall<Name extends EndpointName> {
  /** Who calls; null only where the contract lets anyone. */
  readonly caller: Contract<Name>['access'] extends 'anonymous' ? null : Caller;
  /** The caller's own token, to ask Microsoft 365 on their behalf with; never stored, never logged. Empty for anyone. */
  readonly userToken: string;
  readonly params: Parsed<Contract<Name>['params']>;
  readonly query: Parsed<Contract<Name>['query']>;
  readonly body: Parsed<Contract<Name>['body']>;
  readonly language: Language;
  readonly ifMatch: string | null;
  readonly ifNoneMatch: string | null;
  readonly correlationId: string;
  readonly log: Log;
}

/** What is answered. With a tag, `body` is called only if the reader has not the same already. */
export interface EndpointAnswer<Name extends EndpointName> {
  readonly eTag?: string;
  /** Instead of the contract's status: what was asked for is not there yet. */
  readonly status?: 202;
  readonly headers?: Readonly<Record<string, string>>;
  body(): Promise<AnswerBody<Name>> | AnswerBody<Name>;
}

type AnswerBody<Name extends EndpointName> = Contract<Name>['success'] extends { readonly mediaType: string }
  ? string | Uint8Array | Readonly<Record<string, unknown>>
  : JsonBody<Name>;
type JsonBody<Name extends EndpointName> = Contract<Name>['success']['schema'] extends z.ZodType
  ? z.output<Contract<Name>['success']['schema']>
  : null;

/** An endpoint ready to be registered under its contract's method and path. */
export interface Endpoint {
  readonly name: EndpointName;
  readonly contract: EndpointContract;
  readonly handler: HttpHandler;
}

/**
 * Makes an endpoint of its contract and what is done with a good call. Everything that is the same for all stands here:
 * correlation, sign-in, roles, parsing, ETags, headers and problems; so no endpoint can forget it.
 */
export function endpoint<Name extends EndpointName>(
  name: Name,
  gate: Gate,
  handle: (call: EndpointCall<Name>) => Promise<EndpointAnswer<Name>>,
): Endpoint {
  const contract: EndpointContract = ENDPOINTS[name];
  const handler = async (request: HttpRequest, context: InvocationContext): Promise<HttpResponseInit> => {
    const correlationId = correlationIdOf(request.headers.get(CORRELATION_HEADER));
    const language = preferredLanguage(request.headers.get('accept-language'));
    const log = invocationLog(context, { endpoint: name, correlationId });
    try {
      const caller = await admitted(request, contract, gate);
      const call = {
        caller,
        userToken: (request.headers.get('authorization') ?? '').replace(/^Bearer +/i, '').trim(),
        params: parsed(contract.params, request.params, 'path'),
        query: parsed(contract.query, Object.fromEntries(request.query), 'query'),
        body:
          contract.body &&
          parsed(contract.body, await readJsonBody(request, contract.largestBodyBytes), 'body'),
        language,
        ifMatch: request.headers.get('if-match'),
        ifNoneMatch: request.headers.get('if-none-match'),
        correlationId,
        log,
        // The contract says what each part is; the schemas above have made sure of it.
      } as EndpointCall<Name>;
      return await respond(contract, await handle(call), request, correlationId);
    } catch (error) {
      const problem =
        error instanceof ProblemError ? error : new ProblemError('internal', {}, { cause: error });
      logProblem(log, problem);
      return problemResponse(problem, language, correlationId);
    }
  };
  return { name, contract, handler };
}

async function admitted(
  request: HttpRequest,
  contract: EndpointContract,
  gate: Gate,
): Promise<Caller | null> {
  const forwardedFor = request.headers.get('x-forwarded-for');
  if (contract.access === 'anonymous') {
    gate.visitor(forwardedFor);
    return null;
  }
  const caller = await gate.caller(request.headers.get('authorization'), forwardedFor);
  if (contract.access === 'admin' && !caller.roles.has('Index.Admin')) throw new ProblemError('forbidden');
  return caller;
}

async function respond<Name extends EndpointName>(
  contract: EndpointContract,
  answer: EndpointAnswer<Name>,
  request: HttpRequest,
  correlationId: string,
): Promise<HttpResponseInit> {
  const { eTag } = answer;
  const headers: Record<string, string> = {
    ...securityHeaders(contract.conditional === 'read' ? 'private, no-cache' : 'no-store'),
    [CORRELATION_HEADER]: correlationId,
    ...(eTag !== undefined && { etag: eTag }),
    ...answer.headers,
  };
  if (
    eTag !== undefined &&
    contract.method === 'GET' &&
    isKnown(request.headers.get('if-none-match'), eTag)
  ) {
    return { status: 304, headers };
  }
  const body = await answer.body();
  const { schema, mediaType = 'application/json' } = contract.success;
  const status = answer.status ?? contract.success.status;
  if (schema === null) return { status, headers };
  if (body instanceof Uint8Array) return { status, headers: { ...headers, 'content-type': mediaType }, body };
  const text = typeof body === 'string' && mediaType !== 'application/json' ? body : JSON.stringify(body);
  return { status, headers: { ...headers, 'content-type': `${mediaType}; charset=utf-8` }, body: text };
}

/** Foreseen problems are news; what nobody foresaw is an error, told by its kind and place, never its words. */
function logProblem(log: Log, { code, cause }: ProblemError): void {
  if (code !== 'internal' && code !== 'storage-unavailable') {
    log.info('problem', { code });
    return;
  }
  const error = cause instanceof Error ? cause : null;
  log.error('problem', { code, error: error?.name ?? null, at: placeOf(error) });
}

function placeOf(error: Error | null): string | null {
  return /\n\s+at (.+)/.exec(error?.stack ?? '')?.[1]?.slice(0, 200) ?? null;
}
