import { DIGEST_ENDPOINTS } from './endpoints/digest-endpoints.ts';
import { EXPORT_ENDPOINTS } from './endpoints/export-endpoints.ts';
import { READ_ENDPOINTS } from './endpoints/read-endpoints.ts';
import { REFRESH_ENDPOINTS } from './endpoints/refresh-endpoints.ts';
import { SERVICE_ENDPOINTS } from './endpoints/service-endpoints.ts';
import { SETTINGS_ENDPOINTS } from './endpoints/settings-endpoints.ts';
import { SETTINGS_HISTORY_ENDPOINTS } from './endpoints/settings-history-endpoints.ts';
import { SUBSCRIPTION_ENDPOINTS } from './endpoints/subscription-endpoints.ts';
import { VINTAGE_ENDPOINTS } from './endpoints/vintage-endpoints.ts';
import { SOURCE_ENDPOINTS } from './endpoints/source-endpoints.ts';

/** Every endpoint of the API under its operation id, which is also its function's name. */
export const ENDPOINTS = {
  ...SERVICE_ENDPOINTS,
  ...READ_ENDPOINTS,
  ...EXPORT_ENDPOINTS,
  ...VINTAGE_ENDPOINTS,
  ...SETTINGS_ENDPOINTS,
  ...SOURCE_ENDPOINTS,
  ...SETTINGS_HISTORY_ENDPOINTS,
  ...REFRESH_ENDPOINTS,
  ...DIGEST_ENDPOINTS,
  ...SUBSCRIPTION_ENDPOINTS,
} as const;

export type EndpointName = keyof typeof ENDPOINTS;
