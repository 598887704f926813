import { ProblemError } from '../app/errors.ts';
import type { Caller } from '../app/ports/caller.ts';
import type { Authenticate } from './authenticate.ts';
import type { RateLimit } from './rate-limit.ts';

/** What every request passes: who calls, and whether they call too often. */
export interface Gate {
  /**
   * Somebody who is signed in, told apart by tenant and object id.
   *
   * @param forwardedFor X-Forwarded-For; its last entry was written by the platform, what stands before it by anybody
   * @throws ProblemError of the caller, too-many-requests
   */
  caller(authorization: string | null, forwardedFor: string | null): Promise<Caller>;
  /**
   * Somebody who need not sign in, told apart by address.
   *
   * @throws ProblemError too-many-requests
   */
  visitor(forwardedFor: string | null): void;
}

/**
 * A person is counted by tenant and object id, a visitor by address; so is whoever tries tokens that no directory of ours
 * made, in a count of their own. An expired token is not counted: behind one address a whole town hall may hold one.
 */
export function createGate(authenticate: Authenticate, limit: RateLimit): Gate {
  return {
    caller: async (authorization, forwardedFor) => {
      const caller = await authenticate(authorization).catch((error: unknown) => {
        if (isForged(error)) limit(`refused|${addressOf(forwardedFor)}`);
        throw error;
      });
      limit(`caller|${caller.tenantId}|${caller.userId}`);
      return caller;
    },
    visitor: (forwardedFor) => limit(`visitor|${addressOf(forwardedFor)}`),
  };
}

function isForged(error: unknown): boolean {
  return (
    error instanceof ProblemError && (error.code === 'token-invalid' || error.code === 'tenant-not-allowed')
  );
}

/** The caller's address. App Service writes the port too, which is another for each connection. */
function addressOf(forwardedFor: string | null): string {
  const last = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  return /^(\d+(?:\.\d+){3}):\d+$/.exec(last)?.[1] ?? /^\[([\da-f:.]+)\](?::\d+)?$/i.exec(last)?.[1] ?? last;
}
