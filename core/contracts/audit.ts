import { z } from 'zod';
import { changeSchema } from '#core/settings/changes-between.ts';

/** Everything that is noted in the audit log. */
export const AUDIT_ACTIONS = [
  'settings-saved',
  'settings-restored',
  'settings-imported',
  'vintage-published',
  'refresh-cancelled',
  'channel-target-saved',
  'channel-target-removed',
  'subscription-saved',
  'subscription-removed',
  'digest-sent-again',
  'list-created',
  'file-uploaded',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who changed what, before and after. */
export const auditEntrySchema = z
  .object({
    at: z.string(),
    byId: z.string().describe('Object id in the directory'),
    byName: z.string(),
    action: z.enum(AUDIT_ACTIONS),
    subject: z.string().describe("What was changed, for instance the settings' version or the channel's id"),
    correlationId: z.string(),
    changes: z.array(changeSchema).readonly(),
  })
  .readonly();
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** What of the log is asked for. */
export const auditQuerySchema = z.object({
  action: z.enum(AUDIT_ACTIONS).optional(),
  by: z.string().min(1).max(100).optional().meta({ description: 'Part of the name of whoever did it' }),
  since: z.iso.date().optional().meta({ description: 'First day, by Swedish time' }),
  until: z.iso.date().optional().meta({ description: 'Last day, by Swedish time' }),
  after: z
    .string()
    .regex(/^[0-9a-f|-]{1,80}$/)
    .optional()
    .meta({ description: 'Goes on after the answer that gave this as `next`' }),
});

export type AuditQuery = z.output<typeof auditQuerySchema>;

export const auditLogSchema = z
  .object({
    entries: z.array(auditEntrySchema).readonly().describe('Newest first'),
    next: z.string().nullable().describe('Where to go on; null where there is nothing older'),
  })
  .readonly();
export type AuditLogPage = z.infer<typeof auditLogSchema>;
