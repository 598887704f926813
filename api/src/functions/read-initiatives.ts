import { entityTag } from '../http/conditional.ts';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import type { Services } from './services.ts';

/** GET /api/results/{year}/initiatives */
export function readInitiativesEndpoint({ authenticate, readRows }: Services): Endpoint {
  return endpoint('readInitiatives', authenticate, async ({ caller, params: { year } }) => {
    const { hash, rows } = await readRows(caller.tenantId, year);
    return {
      eTag: entityTag(['initiatives', hash]),
      body: async () => ({ year, initiatives: (await rows()).initiatives }),
    };
  });
}
