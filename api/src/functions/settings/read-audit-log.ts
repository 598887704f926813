import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/audit-log */
export function readAuditLogEndpoint({ authenticate, readAuditLog }: Services): Endpoint {
  return endpoint('readAuditLog', authenticate, async ({ caller, query }) => {
    const page = await readAuditLog(caller.tenantId, query);
    return { body: () => page };
  });
}
