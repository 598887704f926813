import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

const POLL_SECONDS = '300';

/**
 * GET /api/publications: the polling trigger of Power Automate. With nothing new it answers 202 and where to ask next; the
 * place holds the instant of the latest that was given, so that each publishing is told once.
 */
export function listPublicationsEndpoint({ authenticate, listPublications }: Services): Endpoint {
  return endpoint('listPublications', authenticate, async ({ caller, query }) => {
    const all = await listPublications(caller.tenantId, null);
    // The first question only learns where "now" is: what was published before is no event.
    const after = query.after ?? all.at(-1)?.published_at ?? '1970-01-01T00:00:00Z';
    const news = query.after === undefined ? [] : await listPublications(caller.tenantId, after);
    const next = news.at(-1)?.published_at ?? after;
    const headers = {
      location: `/api/publications?after=${encodeURIComponent(next)}`,
      'retry-after': POLL_SECONDS,
    };
    return news.length > 0 ? { headers, body: () => news } : { status: 202, headers, body: () => [] };
  });
}
