import { z } from 'zod';
import { vintageSchema } from '#core/result/vintage.ts';
import {
  publishRequestSchema,
  verificationSchema,
  vintageChoiceSchema,
  vintageDifferencesSchema,
  vintageListSchema,
} from '../vintages.ts';
import { admin, ofYear, readOfYear } from './endpoint-parts.ts';
import type { EndpointContract } from '../endpoint-contract.ts';

/** Publishing a year, and reading what has been published. */
export const VINTAGE_ENDPOINTS = {
  listVintages: {
    ...readOfYear,
    path: '/api/results/{year}/vintages',
    summary: 'Everything that has been published of a year, newest first, and what could be published next',
    problems: ['unknown-year', 'not-configured'],
    success: { status: 200, description: 'The vintages', schema: vintageListSchema },
  },
  publishVintage: {
    ...admin,
    method: 'POST',
    path: '/api/results/{year}/vintages',
    summary: 'Publishes what was computed last of a year, as the first vintage or as a restatement',
    params: ofYear,
    body: publishRequestSchema,
    problems: [
      'unknown-year',
      'not-configured',
      'not-computed',
      'publish-blocked',
      'publish-outdated',
      'already-published',
      'privacy-survey-changed',
      'privacy-units-changed',
      'privacy-refused',
    ],
    success: { status: 200, description: 'The vintage', schema: vintageSchema },
  },
  verifyVintages: {
    ...admin,
    method: 'GET',
    path: '/api/results/{year}/vintages/verification',
    summary: 'Computes the hashes and seals of every vintage of a year anew',
    params: ofYear,
    problems: ['unknown-year', 'not-configured'],
    success: { status: 200, description: 'Which vintages are intact', schema: verificationSchema },
  },
  compareVintages: {
    ...readOfYear,
    path: '/api/results/{year}/differences',
    summary: 'What differs between two results of a year, as published and as restated',
    query: z.object({ before: vintageChoiceSchema, after: vintageChoiceSchema }),
    problems: [...readOfYear.problems, 'unknown-vintage'],
    success: { status: 200, description: 'The differences', schema: vintageDifferencesSchema },
  },
} as const satisfies Record<string, EndpointContract>;
