import type { ApiAnswer, ApiClient, ApiRequest } from './api-client.ts';

export interface HeadStart {
  readonly api: ApiClient;
  /** Asks now for what is going to be read. Null where that fails: whoever reads it is told why. */
  readonly ask: <T>(path: string) => Promise<ApiAnswer<T> | null>;
}

/** A client that asks for a few things before anyone reads them. The first reader gets that answer, later ones ask anew. */
export function withHeadStart(client: ApiClient): HeadStart {
  const early = new Map<string, Promise<ApiAnswer<unknown>>>();
  return {
    api: {
      ...client,
      async send<T>(path: string, request: ApiRequest = {}) {
        const asked = request.method === undefined ? early.get(path) : undefined;
        if (asked === undefined) return client.send<T>(path, request);
        early.delete(path);
        return (await asked) as ApiAnswer<T>;
      },
    },
    ask: async <T>(path: string) => {
      const answer = client.send<T>(path);
      early.set(path, answer);
      return answer.catch(() => null);
    },
  };
}
