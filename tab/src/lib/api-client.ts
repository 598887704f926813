import type { Language } from '#core/contracts/digest.ts';
import { ApiProblem, problemOf } from './api-problem.ts';
import type { TokenSource } from './token-source.ts';

export interface ApiRequest {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body?: unknown;
  /** The version that is being replaced; without it the API refuses. */
  readonly ifMatch?: string;
  /** Only where nothing is there yet. */
  readonly onlyIfNew?: boolean;
  readonly signal?: AbortSignal;
}

export interface ApiAnswer<T> {
  readonly data: T;
  readonly eTag: string | null;
}

/** Speaks to our API. Reads are cached by the browser through ETag; nothing is cached here. */
export interface ApiClient {
  /** @throws ApiProblem for every failure, a broken network included */
  send<T>(path: string, request?: ApiRequest): Promise<ApiAnswer<T>>;
  /** A file. @throws ApiProblem as {@link send} does */
  download(path: string): Promise<Blob>;
  /** App roles of the signed-in reader, known once anything has been asked. */
  roles(): readonly string[];
}

export interface ApiClientParts {
  readonly tokens: TokenSource;
  readonly fetch: typeof globalThis.fetch;
  /** The language of problem texts, at the time of asking. */
  readonly language: () => Language;
  readonly newCorrelationId: () => string;
  readonly baseUrl: string;
}

const REQUEST_TIMEOUT_MS = 30_000;
const TOKEN_IS_OLD = new Set(['token-expired', 'token-invalid', 'unauthenticated']);

function brokenConnection(error: unknown, correlationId: string): ApiProblem {
  const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
  return new ApiProblem(
    { code: timedOut ? 'timeout' : 'network', status: 0, correlationId },
    { cause: error },
  );
}

export function createApiClient(parts: ApiClientParts): ApiClient {
  async function once(path: string, request: ApiRequest, fresh: boolean): Promise<Response> {
    const token = await parts.tokens.token({ fresh });
    const correlationId = parts.newCorrelationId();
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const headers = new Headers({
      authorization: `Bearer ${token}`,
      accept: 'application/json, application/problem+json',
      'accept-language': parts.language(),
      'x-correlation-id': correlationId,
    });
    if (request.body !== undefined) headers.set('content-type', 'application/json');
    if (request.onlyIfNew === true) headers.set('if-none-match', '*');
    if (request.ifMatch !== undefined) headers.set('if-match', request.ifMatch);
    try {
      return await parts.fetch(`${parts.baseUrl}${path}`, {
        method: request.method ?? 'GET',
        headers,
        signal: request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]),
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      });
    } catch (error) {
      if (request.signal?.aborted === true) throw error;
      throw brokenConnection(error, correlationId);
    }
  }

  async function read<T>(response: Response): Promise<ApiAnswer<T>> {
    const eTag = response.headers.get('etag');
    if (response.status === 204) return { data: undefined as T, eTag };
    try {
      // The contract is kept by the API and held by its tests; checking it again here would cost every reader a parser.
      return { data: (await response.json()) as T, eTag };
    } catch (error) {
      throw new ApiProblem({ code: 'unreadable-answer', status: response.status }, { cause: error });
    }
  }

  async function answered(path: string, request: ApiRequest): Promise<Response> {
    let response = await once(path, request, false);
    if (response.status === 401) {
      const problem = await problemOf(response);
      if (!TOKEN_IS_OLD.has(problem.code)) throw problem;
      response = await once(path, request, true);
    }
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  return {
    send: async <T>(path: string, request: ApiRequest = {}) => read<T>(await answered(path, request)),
    download: async (path) => (await answered(path, {})).blob(),
    roles: () => parts.tokens.roles(),
  };
}
