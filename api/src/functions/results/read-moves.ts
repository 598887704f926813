import { entityTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/results/{year}/moves */
export function readMovesEndpoint({ authenticate, readMoves }: Services): Endpoint {
  return endpoint('readMoves', authenticate, async ({ caller, params, query }) => {
    const { hash, moves } = await readMoves(caller.tenantId, params.year, query.vintage ?? null);
    return { eTag: entityTag(['moves', hash]), body: moves };
  });
}
