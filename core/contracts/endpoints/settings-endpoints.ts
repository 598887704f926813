import { settingsSchema } from '#core/settings/settings-schema.ts';
import { storedSettingsSchema } from '../admin.ts';
import { admin } from './endpoint-parts.ts';
import type { EndpointContract } from '../endpoint-contract.ts';

/** What an admin decides. */
export const SETTINGS_ENDPOINTS = {
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
} as const satisfies Record<string, EndpointContract>;
