import { z } from 'zod';

/** What the service says of itself to anyone who asks. */
export const healthSchema = z
  .object({
    status: z.literal('ok').describe('The service runs and reaches its storage'),
    version: z.string(),
  })
  .readonly();

/** The OpenAPI 3.1 document of this service. */
export const openApiDocumentSchema = z.record(z.string(), z.unknown());
