import type { Log } from '../ports/log.ts';

/** The call of somebody who asks for something now and waits for the answer. */
export interface Asking {
  readonly correlationId: string;
  /** Their own token, to act in their name while they wait; never stored. */
  readonly userToken: string;
  readonly log: Log;
}
