import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import { presentJob } from '../../http/present.ts';
import type { Services } from '../services.ts';

/** POST /api/refreshes/{year}/cancel */
export function cancelRefreshEndpoint({ authenticate, cancelRefresh }: Services): Endpoint {
  return endpoint('cancelRefresh', authenticate, async ({ caller, params, correlationId, language }) => {
    const job = await cancelRefresh(caller, params.year, correlationId);
    return { body: () => presentJob(job, language) };
  });
}
