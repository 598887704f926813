import type { Caller } from '../app/ports/caller.ts';
import type { Authenticate } from './authenticate.ts';
import type { RateLimit } from './rate-limit.ts';

/** What every request passes: who calls, and whether they call too often. */
export interface Gate {
  /** @throws ProblemError of the caller, too-many-requests */
  caller(authorization: string | null): Promise<Caller>;
  /**
   * Somebody who need not sign in, told apart by address.
   *
   * @param forwardedFor X-Forwarded-For; its last entry was written by the platform, what stands before it by anybody
   * @throws ProblemError too-many-requests
   */
  visitor(forwardedFor: string | null): void;
}

/** A person is counted by tenant and object id, a visitor by address. */
export function createGate(authenticate: Authenticate, limit: RateLimit): Gate {
  return {
    caller: async (authorization) => {
      const caller = await authenticate(authorization);
      limit(`caller|${caller.tenantId}|${caller.userId}`);
      return caller;
    },
    visitor: (forwardedFor) => limit(`visitor|${forwardedFor?.split(',').at(-1)?.trim() ?? ''}`),
  };
}
