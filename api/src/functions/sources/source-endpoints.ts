import type { Endpoint } from '../../http/endpoint.ts';
import { checkSourceEndpoint } from './check-source.ts';
import { createListsEndpoint } from './create-lists.ts';
import { findFilesEndpoint } from './find-files.ts';
import { findListsEndpoint } from './find-lists.ts';
import { findSitesEndpoint } from './find-sites.ts';
import { previewSourceEndpoint } from './preview-source.ts';
import { readSourceColumnsEndpoint } from './read-source-columns.ts';
import { listWatchesEndpoint } from './list-watches.ts';
import type { Services } from '../services.ts';
import { uploadFileEndpoint } from './upload-file.ts';

/** The endpoints by which admins set up sources. */
export const SOURCE_ENDPOINT_FACTORIES: readonly ((services: Services) => Endpoint)[] = [
  findSitesEndpoint,
  findListsEndpoint,
  findFilesEndpoint,
  readSourceColumnsEndpoint,
  previewSourceEndpoint,
  checkSourceEndpoint,
  listWatchesEndpoint,
  createListsEndpoint,
  uploadFileEndpoint,
];
