import { openApiDocument } from '#core/contracts/openapi.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/openapi.json; the document is made once, when first asked for. */
export function openApiEndpoint({ authenticate, version }: Services): Endpoint {
  let document: ReturnType<typeof openApiDocument> | null = null;
  return endpoint('openApi', authenticate, async () => {
    document ??= openApiDocument(version);
    const made = document;
    return Promise.resolve({ body: () => ({ ...made }) });
  });
}
