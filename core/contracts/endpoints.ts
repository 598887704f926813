import { z } from 'zod';
import { yearComparisonSchema } from '#core/change/year-comparison.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import {
  channelTargetIdSchema,
  channelTargetListSchema,
  channelTargetSchema,
  channelTargetWriteSchema,
  refreshJobSchema,
  refreshRequestSchema,
  storedSettingsSchema,
} from './admin.ts';
import {
  deliveryListSchema,
  deliverySchema,
  digestAcceptedSchema,
  digestPreviewRequestSchema,
  digestPreviewSchema,
  digestRequestSchema,
} from './digest.ts';
import type { EndpointContract } from './endpoint-contract.ts';
import { benefitListSchema, initiativeListSchema, resultEnvelopeSchema, yearListSchema } from './read.ts';
import { healthSchema, openApiDocumentSchema } from './service.ts';

const nothing = z.object({});
/** A year as an address spells it. */
const yearText = z
  .string()
  .regex(/^2\d{3}$/)
  .transform(Number)
  .pipe(z.int().min(2000).max(2100))
  .meta({
    description: 'Calendar year',
    // Text only because addresses are: the document calls it what it is.
    override: ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }) => {
      delete jsonSchema['pattern'];
      Object.assign(jsonSchema, { type: 'integer', minimum: 2000, maximum: 2100 });
    },
  });
const ofYear = z.object({ year: yearText });

const plain = { params: nothing, query: nothing, body: null, conditional: 'none', problems: [] } as const;
const readOfYear = {
  ...plain,
  method: 'GET',
  access: 'tenant',
  params: ofYear,
  conditional: 'read',
  problems: ['unknown-year', 'not-configured', 'not-computed'],
} as const;
const admin = { ...plain, access: 'admin' } as const;

/** Every endpoint of the API under its operation id, which is also its function's name. */
export const ENDPOINTS = {
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
  listYears: {
    ...plain,
    method: 'GET',
    path: '/api/years',
    summary: 'The years with their index and components, newest first',
    access: 'tenant',
    conditional: 'read',
    success: { status: 200, description: 'The years', schema: yearListSchema },
  },
  readResult: {
    ...readOfYear,
    path: '/api/results/{year}',
    summary: 'The last good result of a year, with how fresh it is',
    success: { status: 200, description: 'The result', schema: resultEnvelopeSchema },
  },
  readInitiatives: {
    ...readOfYear,
    path: '/api/results/{year}/initiatives',
    summary: 'The initiatives behind a result',
    success: { status: 200, description: 'The initiatives', schema: initiativeListSchema },
  },
  readBenefits: {
    ...readOfYear,
    path: '/api/results/{year}/benefits',
    summary: 'The benefit indicators behind a result',
    success: { status: 200, description: 'The indicators', schema: benefitListSchema },
  },
  readChange: {
    ...readOfYear,
    path: '/api/results/{year}/change',
    summary: 'What changed from another year, and what contributed',
    query: z.object({ against: yearText }),
    success: { status: 200, description: 'The change', schema: yearComparisonSchema },
  },
  readSettings: {
    ...admin,
    method: 'GET',
    path: '/api/settings',
    summary: 'The settings in force',
    conditional: 'read',
    problems: ['not-configured'],
    success: { status: 200, description: 'The settings', schema: storedSettingsSchema },
  },
  saveSettings: {
    ...admin,
    method: 'PUT',
    path: '/api/settings',
    summary: 'Saves settings as a new version',
    body: settingsSchema,
    conditional: 'write',
    success: { status: 200, description: 'The settings as saved', schema: storedSettingsSchema },
  },
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
    problems: ['address-not-allowed'],
    success: { status: 200, description: 'The channel as saved', schema: channelTargetSchema },
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
  readRefresh: {
    ...admin,
    method: 'GET',
    path: '/api/refreshes/{year}',
    summary: 'How the latest refresh of a year is going, or how it ended',
    params: ofYear,
    problems: ['not-found', 'unknown-year'],
    success: { status: 200, description: 'The refresh', schema: refreshJobSchema },
  },
  requestDigest: {
    ...admin,
    method: 'POST',
    path: '/api/digests',
    summary: 'Asks for a digest to be posted to a channel; the same digest is posted once',
    body: digestRequestSchema,
    problems: ['unknown-year', 'not-configured', 'not-computed', 'not-found', 'card-too-large'],
    success: { status: 202, description: 'Its receipt', schema: digestAcceptedSchema },
  },
  previewDigest: {
    ...admin,
    method: 'POST',
    path: '/api/digests/preview',
    summary: 'The card exactly as it would be posted now',
    body: digestPreviewRequestSchema,
    problems: ['unknown-year', 'not-configured', 'not-computed', 'card-too-large'],
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
    params: z.object({ id: z.string().regex(/^[a-z0-9-]{1,80}$/) }),
    problems: ['not-found'],
    success: { status: 200, description: 'The receipt', schema: deliverySchema },
  },
} as const satisfies Record<string, EndpointContract>;

export type EndpointName = keyof typeof ENDPOINTS;
