import { entityTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/results/{year}/initiatives */
export function readInitiativesEndpoint({ authenticate, readRows }: Services): Endpoint {
  return endpoint('readInitiatives', authenticate, async ({ caller, params: { year }, query }) => {
    const { hash, rows } = await readRows(caller.tenantId, year, query.vintage ?? null);
    return {
      eTag: entityTag(['initiatives', hash]),
      body: async () => ({ year, initiatives: (await rows()).initiatives }),
    };
  });
}
