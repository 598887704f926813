import { z } from 'zod';
import { catalogueSchema, longTableSchema, publicationListSchema } from '../exports.ts';
import { plain, yearText } from './endpoint-parts.ts';
import type { EndpointContract } from '../endpoint-contract.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const exported = {
  ...plain,
  method: 'GET',
  access: 'tenant',
  query: z.object({ year: yearText.optional() }),
  conditional: 'read',
  problems: ['unknown-year', 'not-configured', 'not-computed'],
} as const;
const open = {
  ...plain,
  method: 'GET',
  access: 'anonymous',
  params: z.object({ tenantId: z.guid() }),
  conditional: 'read',
  problems: ['not-found'],
} as const;

/** What leaves the product as files and as open data: the long table, masked by the stricter minimum. */
export const EXPORT_ENDPOINTS = {
  exportCsv: {
    ...exported,
    path: '/api/exports/index.csv',
    summary: 'Every figure of every year, or of one, as a long table in CSV',
    success: { status: 200, description: 'The table', schema: z.string(), mediaType: 'text/csv' },
  },
  exportXlsx: {
    ...exported,
    path: '/api/exports/index.xlsx',
    summary: 'The same table as an Excel workbook, with a sheet that says what it is',
    success: { status: 200, description: 'The workbook', schema: z.string(), mediaType: XLSX },
  },
  exportJson: {
    ...exported,
    path: '/api/exports/index.json',
    summary: 'The same table as JSON',
    success: { status: 200, description: 'The table', schema: longTableSchema },
  },
  listPublications: {
    ...plain,
    method: 'GET',
    path: '/api/publications',
    summary: 'What has been published after an instant, oldest first; for automations that wait for it',
    access: 'tenant',
    query: z.object({ after: z.iso.datetime({ offset: true }).optional() }),
    problems: ['not-configured'],
    success: { status: 200, description: 'The publications', schema: publicationListSchema },
  },
  openCatalogue: {
    ...open,
    path: '/api/open-data/{tenantId}',
    summary: 'The catalogue of open data by DCAT-AP-SE, where the municipality has opened it',
    success: {
      status: 200,
      description: 'The catalogue',
      schema: catalogueSchema,
      mediaType: 'application/ld+json',
    },
  },
  openCsv: {
    ...open,
    path: '/api/open-data/{tenantId}/index.csv',
    summary: 'Published years as open data in CSV',
    success: { status: 200, description: 'The table', schema: z.string(), mediaType: 'text/csv' },
  },
  openJson: {
    ...open,
    path: '/api/open-data/{tenantId}/index.json',
    summary: 'Published years as open data in JSON',
    success: { status: 200, description: 'The table', schema: longTableSchema },
  },
} as const satisfies Record<string, EndpointContract>;
