import { healthSchema, openApiDocumentSchema } from '../service.ts';
import { plain } from './endpoint-parts.ts';
import type { EndpointContract } from '../endpoint-contract.ts';

/** What the service says of itself. */
export const SERVICE_ENDPOINTS = {
  health: {
    ...plain,
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the service runs and reaches its storage',
    access: 'anonymous',
    success: { status: 200, description: 'It does', schema: healthSchema },
  },
  openApi: {
    ...plain,
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This document',
    access: 'anonymous',
    success: { status: 200, description: 'OpenAPI 3.1', schema: openApiDocumentSchema },
  },
} as const satisfies Record<string, EndpointContract>;
