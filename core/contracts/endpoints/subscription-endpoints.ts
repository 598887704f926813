import { z } from 'zod';
import type { EndpointContract } from '../endpoint-contract.ts';
import {
  subscriptionIdSchema,
  subscriptionListSchema,
  subscriptionSchema,
  subscriptionWriteSchema,
} from '../subscriptions.ts';
import { admin } from './endpoint-parts.ts';

const params = z.object({ id: subscriptionIdSchema });

/** What is posted where and when, by an admin. */
export const SUBSCRIPTION_ENDPOINTS = {
  listSubscriptions: {
    ...admin,
    method: 'GET',
    path: '/api/subscriptions',
    summary: 'The subscriptions of the channels, with their next times and how the latest run ended',
    success: { status: 200, description: 'The subscriptions', schema: subscriptionListSchema },
  },
  saveSubscription: {
    ...admin,
    method: 'PUT',
    path: '/api/subscriptions/{id}',
    summary: 'Adds or replaces a subscription',
    params,
    body: subscriptionWriteSchema,
    problems: ['schedule-invalid', 'time-past', 'not-found', 'person-needed'],
    success: { status: 200, description: 'The subscription as saved', schema: subscriptionSchema },
  },
  deleteSubscription: {
    ...admin,
    method: 'DELETE',
    path: '/api/subscriptions/{id}',
    summary: 'Removes a subscription; its receipts stay',
    params,
    problems: ['not-found'],
    success: { status: 204, description: 'Removed', schema: null },
  },
} as const satisfies Record<string, EndpointContract>;
