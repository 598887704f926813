import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/results/{year}/vintages/verification */
export function verifyVintagesEndpoint({ authenticate, verifyVintages }: Services): Endpoint {
  return endpoint('verifyVintages', authenticate, async ({ caller, params }) => {
    const verification = await verifyVintages(caller.tenantId, params.year);
    return { body: () => verification };
  });
}
