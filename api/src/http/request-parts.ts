import type { HttpRequest } from '@azure/functions';
import type { z } from 'zod';
import { ProblemError } from '../app/errors.ts';

const LARGEST_BODY_BYTES = 1024 * 1024;
const MOST_ISSUES = 50;

/**
 * The body as JSON.
 *
 * @throws ProblemError payload-too-large, malformed-json
 */
export async function readJsonBody(
  request: HttpRequest,
  largestBytes: number = LARGEST_BODY_BYTES,
): Promise<unknown> {
  const limit = `${Math.floor(largestBytes / 1024 / 1024)} MB`;
  const tooLarge = () => new ProblemError('payload-too-large', { limit });
  if (Number(request.headers.get('content-length') ?? 0) > largestBytes) throw tooLarge();
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > largestBytes) throw tooLarge();
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ProblemError('malformed-json', {}, { cause: error });
  }
}

/**
 * Untrusted input as its schema has it.
 *
 * @throws ProblemError invalid-request, naming what is wrong where; a path's year that is none is an unknown one
 */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  place: 'path' | 'query' | 'body',
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues
    .slice(0, MOST_ISSUES)
    .map(({ path, message }) => ({ path: [place, ...path].join('.'), message }));
  if (place === 'path') {
    const { year } = input as { readonly year?: string };
    throw year === undefined
      ? new ProblemError('not-found')
      : new ProblemError('unknown-year', { year: year.slice(0, 20) });
  }
  throw new ProblemError('invalid-request', {}, { issues });
}
