/** What may stand in a log line: codes, counts, ids. Never a token, an address that is a secret, a list's text or an answer. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Structured log of one invocation. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
