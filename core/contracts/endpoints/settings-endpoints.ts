import { settingsSchema } from '#core/settings/settings-schema.ts';
import { settingsEffectSchema } from '#core/change/settings-effect.ts';
import { settingsEffectRequestSchema } from '../settings-effect.ts';
import { storedSettingsSchema } from '../admin.ts';
import { admin } from './endpoint-parts.ts';
import { READING_PROBLEMS } from './source-problems.ts';
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
  previewSettings: {
    ...admin,
    method: 'POST',
    path: '/api/settings/effect',
    summary:
      'What method settings and sources would do to a year, before they are saved; reads its lists and stores nothing',
    body: settingsEffectRequestSchema,
    problems: [
      'not-configured',
      'unknown-year',
      ...READING_PROBLEMS,
      'privacy-survey-changed',
      'privacy-units-changed',
      'privacy-refused',
    ],
    success: {
      status: 200,
      description: 'Old and new figures of the organisation',
      schema: settingsEffectSchema,
    },
  },
} as const satisfies Record<string, EndpointContract>;
