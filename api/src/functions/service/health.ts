import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/health */
export function healthEndpoint({ authenticate, version, pingStorage }: Services): Endpoint {
  return endpoint('health', authenticate, async () => {
    await pingStorage();
    return { body: () => ({ status: 'ok', version }) };
  });
}
