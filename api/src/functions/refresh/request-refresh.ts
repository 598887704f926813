import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import { presentJob } from '../../http/present.ts';
import type { Services } from '../services.ts';

/** POST /api/refreshes */
export function requestRefreshEndpoint({ authenticate, requestRefresh }: Services): Endpoint {
  return endpoint('requestRefresh', authenticate, async ({ caller, body, correlationId, language }) => {
    const job = await requestRefresh({ tenantId: caller.tenantId, year: body.year, correlationId });
    return { body: () => presentJob(job, language) };
  });
}
