import { entityTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/results/{year}/benefits */
export function readBenefitsEndpoint({ authenticate, readRows }: Services): Endpoint {
  return endpoint('readBenefits', authenticate, async ({ caller, params: { year }, query }) => {
    const { hash, rows } = await readRows(caller.tenantId, year, query.vintage ?? null);
    return {
      eTag: entityTag(['benefits', hash]),
      body: async () => ({ year, benefits: (await rows()).benefits }),
    };
  });
}
