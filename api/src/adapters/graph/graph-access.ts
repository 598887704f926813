import { setTimeout as sleep } from 'node:timers/promises';
import {
  AuthenticationHandler,
  Client,
  GraphError,
  HTTPMessageHandler,
  type AuthenticationProvider,
  type GraphRequest,
} from '@microsoft/microsoft-graph-client';
import { ProblemError } from '../../app/errors.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { failureOf, pauseMs, retryAfterMs, type FailedAnswer, type GraphPlace } from './graph-failure.ts';

export interface GraphOptions {
  /** For instance https://graph.microsoft.com/v1.0 */
  readonly baseUrl: string;
  /** A token for Graph: the app's own, or one on behalf of somebody. */
  readonly token: () => Promise<string>;
  readonly clock: Clock;
}

/** Names the product to Microsoft 365, as its guidance on throttling asks. */
const USER_AGENT = 'NONISV|Digitaliseringsindex|Digitaliseringsindex/0.1';
const TIMEOUT_MS = 60_000;

/** Graph's answer to a delta link that has expired. */
export const RESYNC: unique symbol = Symbol('resync');

type Answer<T> = { readonly value: T } | FailedAnswer;

/**
 * Calls to Graph with the product's errors. Short waits happen inside the call; long ones are told, so that the queue
 * holds the work and no invocation sleeps.
 */
export class GraphAccess {
  readonly #options: GraphOptions;
  readonly #base: URL;
  readonly #client: Client;
  /** Fetched before each request, since the client would hide why there is none. */
  #bearer = '';
  #resourceUnits = 0;

  constructor(options: GraphOptions) {
    this.#options = options;
    this.#base = new URL(`${options.baseUrl.replace(/\/$/, '')}/`);
    const authProvider: AuthenticationProvider = { getAccessToken: () => Promise.resolve(this.#bearer) };
    const authentication = new AuthenticationHandler(authProvider);
    // The client's own retry handler sleeps for up to three minutes inside a call; ours hands long waits back.
    authentication.setNext(new HTTPMessageHandler());
    this.#client = Client.initWithMiddleware({
      middleware: authentication,
      baseUrl: `${this.#base.origin}/`,
      defaultVersion: this.#base.pathname.replaceAll('/', ''),
      customHosts: new Set([this.#base.hostname]),
      fetchOptions: { headers: { 'User-Agent': USER_AGENT } },
    });
  }

  /** What the calls so far have cost of SharePoint's limit; attempts that were throttled count. */
  resourceUnits(): number {
    return this.#resourceUnits;
  }

  /**
   * One object, or one page of a collection.
   *
   * @param path below the version, for instance `/sites/a,b,c`, or a link from an answer
   * @throws ProblemError a graph- problem, list-not-found; WaitError
   */
  async get(
    path: string,
    query: Readonly<Record<string, string>>,
    place: GraphPlace,
    resourceUnits = 1,
  ): Promise<unknown> {
    return this.#tried(place, async () => {
      this.#resourceUnits += resourceUnits;
      this.#bearer = await this.#token();
      try {
        const request = this.#client.api(path).query({ ...query });
        return { value: (await request.option('signal', AbortSignal.timeout(TIMEOUT_MS)).get()) as unknown };
      } catch (error) {
        return this.#failedAnswer(error);
      }
    });
  }

  /**
   * One page of changes.
   *
   * @returns RESYNC where the link has expired
   * @throws ProblemError as {@link page}
   */
  async changes(address: string, place: GraphPlace, resourceUnits: number): Promise<unknown> {
    const text = await this.#text(address, place, resourceUnits, 410);
    if (text === RESYNC) return RESYNC;
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new ProblemError('graph-broken-answer', place.values, { cause: error });
    }
  }

  /**
   * One page of rows, as its text: the reader asks for the next one before it parses this one. Plain fetch, because the
   * client's way of a response costs too much on a large read (docs/decisions/0004-graph-pages.md).
   *
   * @param address a path below the version, or the link to the next page, which must stay on it
   * @throws ProblemError a graph- problem, list-not-found; WaitError
   */
  async page(address: string, place: GraphPlace): Promise<string> {
    const text = await this.#text(address, place, 2, null);
    // Without a status that means it, no page is one.
    if (text === RESYNC) throw new ProblemError('graph-broken-answer', place.values);
    return text;
  }

  async #text(
    address: string,
    place: GraphPlace,
    units: number,
    resyncStatus: 410 | null,
  ): Promise<string | typeof RESYNC> {
    const url = this.ownAddress(address, place);
    return this.#tried<string | typeof RESYNC>(place, async () => {
      this.#resourceUnits += units;
      const authorization = `Bearer ${await this.#token()}`;
      try {
        const response = await fetch(url.href, {
          headers: { authorization, accept: 'application/json', 'user-agent': USER_AGENT },
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (response.ok) return { value: await response.text() };
        await response.body?.cancel();
        if (response.status === resyncStatus) return { value: RESYNC };
        const wait = retryAfterMs(response.headers.get('retry-after'), this.#options.clock.now());
        return { status: response.status, retryAfterMs: wait };
      } catch (error) {
        return this.#failedAnswer(error);
      }
    });
  }

  /**
   * Makes something. Never tried twice: what was cut off may have been made.
   *
   * @throws ProblemError a graph- problem, those of the place; WaitError
   */
  async post(path: string, body: unknown, place: GraphPlace): Promise<unknown> {
    return this.#once(path, place, (request) => request.post(body));
  }

  /** Changes something. @throws as {@link post} */
  async patch(path: string, body: unknown, place: GraphPlace): Promise<unknown> {
    return this.#once(path, place, (request) => request.patch(body));
  }

  /** Removes something. @throws as {@link post} */
  async remove(path: string, place: GraphPlace): Promise<void> {
    await this.#once(path, place, (request) => request.delete());
  }

  async #once(
    path: string,
    place: GraphPlace,
    send: (request: GraphRequest) => Promise<unknown>,
  ): Promise<unknown> {
    this.#bearer = await this.#token();
    try {
      return await send(this.#client.api(path).option('signal', AbortSignal.timeout(TIMEOUT_MS)));
    } catch (error) {
      throw failureOf(this.#failedAnswer(error), place);
    }
  }

  /**
   * A file's bytes, at most so many. Graph answers with an address on another host, which is asked without our token.
   *
   * @returns null where there are more
   * @throws ProblemError a graph- problem, those of the place; WaitError
   */
  async bytes(path: string, mostBytes: number, place: GraphPlace): Promise<Uint8Array<ArrayBuffer> | null> {
    const address = this.ownAddress(`.${path}`, place);
    const value = await this.#tried(place, async () => {
      this.#resourceUnits += 1;
      const authorization = `Bearer ${await this.#token()}`;
      try {
        const options = { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'manual' } as const;
        const headers = { authorization, 'user-agent': USER_AGENT };
        const first = await fetch(address.href, { headers, ...options });
        const next = URL.parse(first.headers.get('location') ?? '');
        const isElsewhere = first.status >= 300 && first.status < 400 && next?.protocol === 'https:';
        if (isElsewhere) await first.body?.cancel();
        const response = isElsewhere ? await fetch(next.href, { ...options, redirect: 'error' }) : first;
        if (response.ok) return { value: await limitedBytes(response, mostBytes) };
        await response.body?.cancel();
        const wait = retryAfterMs(response.headers.get('retry-after'), this.#options.clock.now());
        return { status: response.status, retryAfterMs: wait };
      } catch (error) {
        return this.#failedAnswer(error);
      }
    });
    return value as Uint8Array<ArrayBuffer> | null;
  }

  /**
   * An address that may be given our token: on the configured host, below the configured version.
   *
   * @throws ProblemError graph-broken-answer for any other
   */
  ownAddress(address: string, place: GraphPlace): URL {
    const url = URL.parse(address, this.#base.href);
    if (url?.origin !== this.#base.origin || !url.pathname.startsWith(this.#base.pathname)) {
      throw new ProblemError('graph-broken-answer', place.values);
    }
    return url;
  }

  async #token(): Promise<string> {
    try {
      return await this.#options.token();
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw new ProblemError('graph-unauthenticated', {}, { cause: error });
    }
  }

  async #tried<T>(place: GraphPlace, call: () => Promise<Answer<T>>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await call();
      if ('value' in answer) return answer.value;
      const pause = pauseMs(answer, attempt);
      if (pause === null) throw failureOf(answer, place);
      await sleep(pause);
    }
  }

  #failedAnswer(error: unknown): FailedAnswer {
    if (error instanceof ProblemError) throw error;
    if (!(error instanceof GraphError)) return { status: null, retryAfterMs: null, cause: error };
    const { statusCode, headers } = error;
    const status = statusCode > 0 ? statusCode : null;
    return {
      status,
      retryAfterMs: retryAfterMs(headers?.get('retry-after'), this.#options.clock.now()),
      cause: error,
    };
  }
}

/** The body, or null as soon as it is seen to be longer than allowed. */
async function limitedBytes(response: Response, mostBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  if (body === null) return new Uint8Array();
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
