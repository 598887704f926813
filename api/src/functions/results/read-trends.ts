import { entityTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/results/{year}/trends */
export function readTrendsEndpoint({ authenticate, readRows }: Services): Endpoint {
  return endpoint('readTrends', authenticate, async ({ caller, params: { year }, query }) => {
    const { hash, rows } = await readRows(caller.tenantId, year, query.vintage ?? null);
    return {
      eTag: entityTag(['trends', hash]),
      body: async () => ({ year, watch: (await rows()).trendWatch }),
    };
  });
}
