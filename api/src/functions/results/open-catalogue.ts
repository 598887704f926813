import { dcatCatalogue } from '#core/export/dcat.ts';
import { entityTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/open-data/{tenantId} */
export function openCatalogueEndpoint({ authenticate, readOpenData, publicAddress }: Services): Endpoint {
  return endpoint('openCatalogue', authenticate, async ({ params: { tenantId } }) => {
    const open = await readOpenData(tenantId);
    const address = `${publicAddress}/api/open-data/${tenantId}`;
    const catalogue = dcatCatalogue({ ...open.publisher, address }, open.state);
    return { eTag: entityTag(catalogue), body: () => catalogue };
  });
}
