import { entityTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/results/{year}/differences?before=…&after=… */
export function compareVintagesEndpoint({ authenticate, compareVintages }: Services): Endpoint {
  return endpoint('compareVintages', authenticate, async ({ caller, params, query }) => {
    const readable = await compareVintages(caller, params.year, query.before, query.after);
    const { hashes, unitsWithheld } = readable;
    // The hashes may be the same with another vintage's number beside them.
    const eTag = entityTag(['differences', query.before, query.after, hashes, unitsWithheld]);
    return { eTag, body: () => readable.differences() };
  });
}
