import { setTimeout as sleep } from 'node:timers/promises';
import {
  AuthenticationHandler,
  Client,
  GraphError,
  HTTPMessageHandler,
  type AuthenticationProvider,
} from '@microsoft/microsoft-graph-client';
import type { SharePointList } from '#core/settings/source-settings.ts';
import { ProblemError } from '../../app/errors.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { failureOf, listValues, pauseMs, retryAfterMs, type FailedAnswer } from './graph-failure.ts';

export interface GraphOptions {
  /** For instance https://graph.microsoft.com/v1.0 */
  readonly baseUrl: string;
  /** A token for Graph, app-only. */
  readonly token: () => Promise<string>;
  readonly clock: Clock;
}

/** Names the product to Microsoft 365, as its guidance on throttling asks. */
const USER_AGENT = 'NONISV|Digitaliseringsindex|Digitaliseringsindex/0.1';
const TIMEOUT_MS = 60_000;

type Answer = { readonly value: unknown } | FailedAnswer;

/**
 * Calls to Graph with the product's errors. Short waits happen inside the call; long ones are told, so that the queue
 * holds the work and no invocation sleeps.
 */
export class GraphAccess {
  readonly #options: GraphOptions;
  readonly #base: URL;
  readonly #client: Client;

  constructor(options: GraphOptions) {
    this.#options = options;
    this.#base = new URL(`${options.baseUrl.replace(/\/$/, '')}/`);
    const authProvider: AuthenticationProvider = { getAccessToken: () => this.#token() };
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

  /**
   * One object.
   *
   * @param path below the version, for instance `/sites/a,b,c`, or a link from an answer
   * @throws ProblemError a graph- problem, list-not-found; WaitError
   */
  async get(path: string, query: Readonly<Record<string, string>>, list: SharePointList): Promise<unknown> {
    return this.#tried(list, async () => {
      try {
        const request = this.#client.api(path).query({ ...query });
        return { value: (await request.option('signal', AbortSignal.timeout(TIMEOUT_MS)).get()) as unknown };
      } catch (error) {
        return this.#failedAnswer(error);
      }
    });
  }

  /**
   * One page of rows. Plain fetch, because the client's way of a response costs too much on a large read
   * (docs/decisions/0004-graph-pages.md).
   *
   * @param address a path below the version, or the link to the next page, which must stay on it
   * @throws ProblemError a graph- problem, list-not-found; WaitError
   */
  async page(address: string, list: SharePointList): Promise<unknown> {
    const url = this.ownAddress(address, list);
    return this.#tried(list, async () => {
      const authorization = `Bearer ${await this.#token()}`;
      try {
        const response = await fetch(url.href, {
          headers: { authorization, accept: 'application/json', 'user-agent': USER_AGENT },
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (response.ok) return { value: parsed(await response.text(), list) };
        await response.body?.cancel();
        const wait = retryAfterMs(response.headers.get('retry-after'), this.#options.clock.now());
        return { status: response.status, retryAfterMs: wait };
      } catch (error) {
        return this.#failedAnswer(error);
      }
    });
  }

  /**
   * An address that may be given our token: on the configured host, below the configured version.
   *
   * @throws ProblemError graph-broken-answer for any other
   */
  ownAddress(address: string, list: SharePointList): URL {
    const url = URL.parse(address, this.#base.href);
    if (url?.origin !== this.#base.origin || !url.pathname.startsWith(this.#base.pathname)) {
      throw new ProblemError('graph-broken-answer', listValues(list));
    }
    return url;
  }

  async #token(): Promise<string> {
    try {
      return await this.#options.token();
    } catch (error) {
      throw new ProblemError('graph-unauthenticated', {}, { cause: error });
    }
  }

  async #tried(list: SharePointList, call: () => Promise<Answer>): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await call();
      if ('value' in answer) return answer.value;
      const pause = pauseMs(answer, attempt);
      if (pause === null) throw failureOf(answer, list);
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

/** Text that is no JSON is a broken answer, not a passing fault of the line. */
function parsed(text: string, list: SharePointList): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError('graph-broken-answer', listValues(list), { cause: error });
  }
}
