import { refreshJobSchema, refreshRequestSchema } from '../admin.ts';
import { admin, ofYear } from './endpoint-parts.ts';
import type { EndpointContract } from '../endpoint-contract.ts';

/** Computing anew, by an admin. */
export const REFRESH_ENDPOINTS = {
  requestRefresh: {
    ...admin,
    method: 'POST',
    path: '/api/refreshes',
    summary: 'Asks for a year to be computed anew; one refresh of a year runs at a time',
    body: refreshRequestSchema,
    problems: ['unknown-year', 'not-configured'],
    success: {
      status: 202,
      description: 'The refresh, queued or already under way',
      schema: refreshJobSchema,
    },
  },
  cancelRefresh: {
    ...admin,
    method: 'POST',
    path: '/api/refreshes/{year}/cancel',
    summary:
      'Stops the refresh of a year that is queued, waiting or running; one that has ended stays as it ended',
    params: ofYear,
    problems: ['not-found', 'unknown-year'],
    success: { status: 200, description: 'The refresh', schema: refreshJobSchema },
  },
  readRefresh: {
    ...admin,
    method: 'GET',
    path: '/api/refreshes/{year}',
    summary: 'How the latest refresh of a year is going, or how it ended',
    params: ofYear,
    problems: ['not-found', 'unknown-year'],
    success: { status: 200, description: 'The refresh', schema: refreshJobSchema },
  },
} as const satisfies Record<string, EndpointContract>;
