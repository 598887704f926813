import { z } from 'zod';
import {
  createdListsSchema,
  createListsRequestSchema,
  foundFilesSchema,
  foundListsSchema,
  foundSitesSchema,
  listWatchesSchema,
  LARGEST_UPLOAD_BYTES,
  sourceCheckRequestSchema,
  sourceCheckSchema,
  sourceColumnsRequestSchema,
  sourceColumnsSchema,
  sourcePreviewRequestSchema,
  sourcePreviewSchema,
  uploadedSchema,
  uploadRequestSchema,
} from '../sources.ts';
import { admin } from './endpoint-parts.ts';
import { BROWSING_PROBLEMS, SET_UP_PROBLEMS } from './source-problems.ts';
import type { EndpointContract } from '../endpoint-contract.ts';

const id = z.string().min(1).max(300);

/** Setting up sources: SharePoint as the admin who asks sees it. */
export const SOURCE_ENDPOINTS = {
  findSites: {
    ...admin,
    method: 'GET',
    path: '/api/sources/sites',
    summary: 'Sites that the caller may see, by words in their names',
    query: z.object({ search: z.string().trim().max(200).default('') }),
    problems: BROWSING_PROBLEMS,
    success: { status: 200, description: 'The sites', schema: foundSitesSchema },
  },
  findLists: {
    ...admin,
    method: 'GET',
    path: '/api/sources/lists',
    summary: 'The lists of a site',
    query: z.object({ site: id }),
    problems: BROWSING_PROBLEMS,
    success: { status: 200, description: 'The lists', schema: foundListsSchema },
  },
  findFiles: {
    ...admin,
    method: 'GET',
    path: '/api/sources/files',
    summary: 'The document libraries of a site, or what a library or folder holds',
    query: z.object({ site: id, drive: id.optional(), folder: id.optional() }),
    problems: BROWSING_PROBLEMS,
    success: { status: 200, description: 'Libraries, folders and files', schema: foundFilesSchema },
  },
  readSourceColumns: {
    ...admin,
    method: 'POST',
    path: '/api/sources/columns',
    summary: 'The columns of a list or file, and which of them most likely is what',
    body: sourceColumnsRequestSchema,
    problems: SET_UP_PROBLEMS,
    success: { status: 200, description: 'Columns and suggestions', schema: sourceColumnsSchema },
  },
  previewSource: {
    ...admin,
    method: 'POST',
    path: '/api/sources/preview',
    summary: 'What a source would give, before it is saved',
    body: sourcePreviewRequestSchema,
    problems: SET_UP_PROBLEMS,
    success: { status: 200, description: 'Rows, findings and figure', schema: sourcePreviewSchema },
  },
  checkSource: {
    ...admin,
    method: 'POST',
    path: '/api/sources/check',
    summary: 'Whether the app itself can read a source, and what to run where it can’t',
    body: sourceCheckRequestSchema,
    success: { status: 200, description: 'How it went', schema: sourceCheckSchema },
  },
  listWatches: {
    ...admin,
    method: 'GET',
    path: '/api/sources/watches',
    summary: 'Of which lists SharePoint tells the app when they change, and why not of others',
    success: {
      status: 200,
      description: 'One entry for each list that has been asked for',
      schema: listWatchesSchema,
    },
  },
  createLists: {
    ...admin,
    method: 'POST',
    path: '/api/sources/lists',
    summary: 'Makes the lists that the index needs in a site, with the right columns and choices',
    body: createListsRequestSchema,
    problems: BROWSING_PROBLEMS,
    success: { status: 200, description: 'The lists, ready to be sources', schema: createdListsSchema },
  },
  uploadFile: {
    ...admin,
    method: 'POST',
    path: '/api/sources/uploads',
    summary: 'Stores a file to be a source; never one of a survey, whose rows are not stored',
    body: uploadRequestSchema,
    largestBodyBytes: Math.ceil((LARGEST_UPLOAD_BYTES * 4) / 3) + 10_000,
    problems: [
      'survey-not-stored',
      'file-too-large',
      'file-wrong-type',
      'file-protected',
      'file-has-macros',
      'file-broken',
      'file-too-many-cells',
    ],
    success: { status: 200, description: 'What names it', schema: uploadedSchema },
  },
} as const satisfies Record<string, EndpointContract>;
