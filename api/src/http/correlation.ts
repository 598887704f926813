import { randomUUID } from 'node:crypto';

export const CORRELATION_HEADER = 'x-correlation-id';

/** The caller's own correlation id where it is one that may stand in a log, else a new one. */
export function correlationIdOf(header: string | null): string {
  return header !== null && /^[A-Za-z0-9._-]{8,64}$/.test(header) ? header : randomUUID();
}
