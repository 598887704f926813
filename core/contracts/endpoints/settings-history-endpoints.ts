import { z } from 'zod';
import { storedSettingsSchema } from '../admin.ts';
import { auditLogSchema, auditQuerySchema } from '../audit.ts';
import {
  importPreviewSchema,
  settingsFileSchema,
  settingsVersionListSchema,
  settingsVersionSchema,
} from '../settings-history.ts';
import { admin } from './endpoint-parts.ts';
import type { EndpointContract } from '../endpoint-contract.ts';

const ofVersion = z.object({
  version: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number)
    .pipe(z.int().min(1))
    .meta({
      description: 'Version of the settings',
      override: ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }) => {
        delete jsonSchema['pattern'];
        Object.assign(jsonSchema, { type: 'integer', minimum: 1 });
      },
    }),
});

/** What the settings were, who changed them, and how they are put back or moved. */
export const SETTINGS_HISTORY_ENDPOINTS = {
  listSettingsVersions: {
    ...admin,
    method: 'GET',
    path: '/api/settings/versions',
    summary: 'The versions of the settings, newest first',
    success: { status: 200, description: 'The versions', schema: settingsVersionListSchema },
  },
  readSettingsVersion: {
    ...admin,
    method: 'GET',
    path: '/api/settings/versions/{version}',
    summary: 'One version of the settings, with what it changed',
    params: ofVersion,
    problems: ['not-found'],
    success: { status: 200, description: 'The version', schema: settingsVersionSchema },
  },
  restoreSettings: {
    ...admin,
    method: 'POST',
    path: '/api/settings/versions/{version}/restore',
    summary: 'Saves an earlier version again, as a new one',
    params: ofVersion,
    conditional: 'write',
    problems: ['not-found'],
    success: { status: 200, description: 'The settings as saved', schema: storedSettingsSchema },
  },
  exportSettings: {
    ...admin,
    method: 'GET',
    path: '/api/settings/export',
    summary: 'All settings as one file, without secrets',
    problems: ['not-configured'],
    success: { status: 200, description: 'The file', schema: settingsFileSchema },
  },
  previewSettingsImport: {
    ...admin,
    method: 'POST',
    path: '/api/settings/import/preview',
    summary: 'What an import of a file would change; nothing is saved',
    body: settingsFileSchema,
    success: { status: 200, description: 'The changes', schema: importPreviewSchema },
  },
  importSettings: {
    ...admin,
    method: 'POST',
    path: '/api/settings/import',
    summary: 'Saves the settings of a file as a new version',
    body: settingsFileSchema,
    conditional: 'write',
    success: { status: 200, description: 'The settings as saved', schema: storedSettingsSchema },
  },
  readAuditLog: {
    ...admin,
    method: 'GET',
    path: '/api/audit-log',
    summary: 'Who changed what, before and after, newest first',
    query: auditQuerySchema,
    success: { status: 200, description: 'A page of the log', schema: auditLogSchema },
  },
} as const satisfies Record<string, EndpointContract>;
