import { yearMovesSchema } from '#core/change/index-moves.ts';
import { yearComparisonSchema } from '#core/change/year-comparison.ts';
import {
  benefitListSchema,
  initiativeListSchema,
  resultEnvelopeSchema,
  trendListSchema,
  yearListSchema,
} from '../read.ts';
import { ofVintage, plain, readOfYear, yearText } from './endpoint-parts.ts';
import type { EndpointContract } from '../endpoint-contract.ts';

/** What everyone in the tenant reads. */
export const READ_ENDPOINTS = {
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
    summary: 'The result of a year, as published where it has been, with how fresh it is',
    query: ofVintage,
    problems: [...readOfYear.problems, 'unknown-vintage'],
    success: { status: 200, description: 'The result', schema: resultEnvelopeSchema },
  },
  readInitiatives: {
    ...readOfYear,
    path: '/api/results/{year}/initiatives',
    summary: 'The initiatives behind a result',
    query: ofVintage,
    problems: [...readOfYear.problems, 'unknown-vintage'],
    success: { status: 200, description: 'The initiatives', schema: initiativeListSchema },
  },
  readBenefits: {
    ...readOfYear,
    path: '/api/results/{year}/benefits',
    summary: 'The benefit indicators behind a result',
    query: ofVintage,
    problems: [...readOfYear.problems, 'unknown-vintage'],
    success: { status: 200, description: 'The indicators', schema: benefitListSchema },
  },
  readTrends: {
    ...readOfYear,
    path: '/api/results/{year}/trends',
    summary: 'The trend watch beside a result: trends, what answers them, and initiatives that answer none',
    query: ofVintage,
    problems: [...readOfYear.problems, 'unknown-vintage'],
    success: { status: 200, description: 'The trend watch', schema: trendListSchema },
  },
  readChange: {
    ...readOfYear,
    path: '/api/results/{year}/change',
    summary: 'What changed from another year, and what contributed',
    query: ofVintage.extend({ against: yearText }),
    problems: [...readOfYear.problems, 'unknown-vintage'],
    success: { status: 200, description: 'The change', schema: yearComparisonSchema },
  },
  readMoves: {
    ...readOfYear,
    path: '/api/results/{year}/moves',
    summary:
      'What each input alone must change for the index to move by a tenth, or its shown figure to flip',
    query: ofVintage,
    problems: [...readOfYear.problems, 'unknown-vintage'],
    success: { status: 200, description: 'The moves', schema: yearMovesSchema },
  },
} as const satisfies Record<string, EndpointContract>;
