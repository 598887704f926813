import { entityTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import { problemSummary } from '../../http/problem-response.ts';
import type { Services } from '../services.ts';

/** GET /api/results/{year} */
export function readResultEndpoint({ authenticate, readResult }: Services): Endpoint {
  return endpoint('readResult', authenticate, async ({ caller, params, query, language }) => {
    const readable = await readResult(caller, params.year, query.vintage ?? null);
    const { hash, unitsWithheld, vintage, latestVintage } = readable;
    const problem = problemSummary(readable.freshness.problem, language);
    const freshness = { ...readable.freshness, problem };
    return {
      eTag: entityTag({ hash, unitsWithheld, vintage, latestVintage, freshness }),
      body: async () => ({ result: await readable.result(), freshness, vintage, latestVintage }),
    };
  });
}
