import type { SampleUser } from '../../local/identity-issuer/users.ts';
import type { Stack } from '../../local/start-stack.ts';

export interface Answer<T> {
  readonly status: number;
  readonly eTag: string | null;
  readonly body: T;
}

/** Calls the API as a user and takes every answer as it is, refusals too. */
export async function ask<T>(
  stack: Stack,
  user: SampleUser,
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  const response = await fetch(`${stack.url}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await stack.issuer.userToken(user)}`,
      'accept-language': 'sv',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    eTag: response.headers.get('etag'),
    body: (text === '' ? undefined : JSON.parse(text)) as T,
  };
}
