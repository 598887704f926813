/** An answer that was not what was asked for, with the API's own words where it gave any. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface ApiAnswer<T> {
  readonly body: T;
  readonly eTag: string | null;
}

/** Calls the product's API as a user's tab would. */
export class ApiClient {
  readonly #baseUrl: string;
  readonly #token: () => Promise<string>;

  /** @param baseUrl such as http://localhost:4280, without /api */
  constructor(baseUrl: string, token: () => Promise<string>) {
    this.#baseUrl = baseUrl;
    this.#token = token;
  }

  /** @throws ApiFailure for any status but 2xx */
  async call<T>(
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ApiAnswer<T>> {
    const response = await fetch(`${this.#baseUrl}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.#token()}`,
        'accept-language': 'sv',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new ApiFailure(response.status, wordsOf(text, response.status));
    return { body: (text === '' ? undefined : JSON.parse(text)) as T, eTag: response.headers.get('etag') };
  }
}

function wordsOf(text: string, status: number): string {
  try {
    const problem = JSON.parse(text) as {
      readonly title?: string;
      readonly detail?: string;
      readonly errors?: readonly { readonly path: string; readonly message: string }[];
    };
    const errors = (problem.errors ?? []).map(({ path, message }) => `${path}: ${message}`);
    return [problem.title, problem.detail, ...errors].filter(Boolean).join(' ');
  } catch {
    return `HTTP ${status}`;
  }
}
