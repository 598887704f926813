import { ProblemError } from '../../app/errors.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import { presentJob } from '../../http/present.ts';
import type { Services } from '../services.ts';

/** GET /api/refreshes/{year} */
export function readRefreshEndpoint({ authenticate, jobs }: Services): Endpoint {
  return endpoint('readRefresh', authenticate, async ({ caller, params, language }) => {
    const found = await jobs.find(caller.tenantId, params.year);
    if (!found) throw new ProblemError('not-found');
    return { body: () => presentJob(found.job, language) };
  });
}
