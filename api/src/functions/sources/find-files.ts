import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/sources/files */
export function findFilesEndpoint({ authenticate, sources }: Services): Endpoint {
  return endpoint('findFiles', authenticate, async ({ caller, userToken, query }) => {
    const { browser } = sources.accessAs(caller.tenantId, userToken);
    const entries =
      query.drive === undefined
        ? await browser.libraries(query.site)
        : await browser.files(query.drive, query.folder ?? null);
    return { body: () => ({ entries }) };
  });
}
