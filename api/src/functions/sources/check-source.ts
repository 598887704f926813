import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import { problemSummary } from '../../http/problem-response.ts';
import type { Services } from '../services.ts';

/** POST /api/sources/check */
export function checkSourceEndpoint({ authenticate, sources }: Services): Endpoint {
  return endpoint('checkSource', authenticate, async ({ caller, userToken, body, language }) => {
    const { problem, grant } = await sources.check(caller.tenantId, userToken, body.source);
    return { body: () => ({ ok: problem === null, problem: problemSummary(problem, language), grant }) };
  });
}
