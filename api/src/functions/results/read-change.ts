import { entityTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/results/{year}/change?against=YYYY */
export function readChangeEndpoint({ authenticate, readChange }: Services): Endpoint {
  return endpoint('readChange', authenticate, async ({ caller, params, query }) => {
    const { hashes, change } = await readChange(
      caller.tenantId,
      params.year,
      query.against,
      query.vintage ?? null,
    );
    return { eTag: entityTag(['change', ...hashes]), body: change };
  });
}
