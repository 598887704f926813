import { z } from 'zod';
import {
  channelTargetIdSchema,
  channelTargetListSchema,
  channelTargetSavedSchema,
  channelTargetWriteSchema,
} from '../channel-targets.ts';
import {
  deliveryListSchema,
  deliverySchema,
  digestAcceptedSchema,
  digestPreviewRequestSchema,
  digestPreviewSchema,
  digestRequestSchema,
} from '../digest.ts';
import { admin } from './endpoint-parts.ts';
import type { EndpointContract } from '../endpoint-contract.ts';

const deliveryParams = z.object({ id: z.string().regex(/^[a-z0-9-]{1,80}$/) });

/** Digests: channels, posting and receipts, by an admin. */
export const DIGEST_ENDPOINTS = {
  listChannelTargets: {
    ...admin,
    method: 'GET',
    path: '/api/channel-targets',
    summary: 'The channels that digests can be posted to',
    success: { status: 200, description: 'The channels', schema: channelTargetListSchema },
  },
  saveChannelTarget: {
    ...admin,
    method: 'PUT',
    path: '/api/channel-targets/{id}',
    summary: 'Adds or replaces a channel; its address is written, never read back',
    params: z.object({ id: channelTargetIdSchema }),
    body: channelTargetWriteSchema,
    problems: ['address-not-allowed', 'channel-link-invalid', 'graph-unauthenticated'],
    success: { status: 200, description: 'The channel as saved', schema: channelTargetSavedSchema },
  },
  deleteChannelTarget: {
    ...admin,
    method: 'DELETE',
    path: '/api/channel-targets/{id}',
    summary: 'Removes a channel and its address',
    params: z.object({ id: channelTargetIdSchema }),
    problems: ['not-found'],
    success: { status: 204, description: 'Removed', schema: null },
  },
  requestDigest: {
    ...admin,
    method: 'POST',
    path: '/api/digests',
    summary: 'Asks for a digest to be posted to a channel; the same digest is posted once',
    body: digestRequestSchema,
    problems: [
      'unknown-year',
      'not-configured',
      'not-computed',
      'not-found',
      'subject-not-found',
      'card-too-large',
    ],
    success: { status: 202, description: 'Its receipt', schema: digestAcceptedSchema },
  },
  previewDigest: {
    ...admin,
    method: 'POST',
    path: '/api/digests/preview',
    summary: 'The card exactly as it would be posted now',
    body: digestPreviewRequestSchema,
    problems: ['unknown-year', 'not-configured', 'not-computed', 'subject-not-found', 'card-too-large'],
    success: { status: 200, description: 'The Adaptive Card', schema: digestPreviewSchema },
  },
  listDeliveries: {
    ...admin,
    method: 'GET',
    path: '/api/deliveries',
    summary: 'The latest receipts, newest first',
    success: { status: 200, description: 'The receipts', schema: deliveryListSchema },
  },
  readDelivery: {
    ...admin,
    method: 'GET',
    path: '/api/deliveries/{id}',
    summary: 'The receipt of one digest',
    params: deliveryParams,
    problems: ['not-found'],
    success: { status: 200, description: 'The receipt', schema: deliverySchema },
  },
  readDeliveryCard: {
    ...admin,
    method: 'GET',
    path: '/api/deliveries/{id}/card',
    summary: 'The card of a receipt, as it was or is to be posted',
    params: deliveryParams,
    problems: ['not-found'],
    success: { status: 200, description: 'The Adaptive Card', schema: digestPreviewSchema },
  },
  sendDeliveryAgain: {
    ...admin,
    method: 'POST',
    path: '/api/deliveries/{id}/send-again',
    summary: 'Posts a card again that failed or may not have arrived; only a person decides that',
    params: deliveryParams,
    problems: [
      'not-found',
      'delivery-not-resendable',
      'unknown-year',
      'not-configured',
      'not-computed',
      'subject-not-found',
      'card-too-large',
    ],
    success: { status: 202, description: 'Its receipt, queued again', schema: deliverySchema },
  },
} as const satisfies Record<string, EndpointContract>;
