import type { Problem } from '#core/contracts/problem.ts';
import { ask, type Answer, type Examined } from './doctor-check.ts';
import type { DoctorTexts } from './texts-sv.ts';

/** Asks the app's API as the administrator, in the examination's language. */
export type Api = (path: string, options?: RequestInit) => Promise<Answer>;

export function apiOf({ address, apiToken, language }: Examined): Api {
  return (path, options = {}) =>
    ask(`${address}/api${path}`, {
      ...options,
      headers: {
        authorization: `Bearer ${apiToken ?? ''}`,
        'accept-language': language,
        'content-type': 'application/json',
      },
    });
}

/** What an answer that is no success says, in the API's words where it has any. */
export function wordsOf(texts: DoctorTexts, body: unknown, status: number): string {
  const { title, detail } = (body ?? {}) as Partial<Problem>;
  return title === undefined ? texts.answers('API', status) : `${title}. ${detail ?? ''}`;
}
