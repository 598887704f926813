import { isSurvey } from '#core/settings/source-fields.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import { ProblemError } from '../errors.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Caller } from '../ports/caller.ts';
import type { Clock } from '../ports/clock.ts';
import type { TableFiles, UploadStore } from '../ports/table-files.ts';

export type UploadFile = (
  caller: Caller,
  file: { readonly topic: SourceTopic; readonly name: string; readonly base64: string },
  correlationId: string,
) => Promise<{ readonly uploadId: string; readonly fileName: string }>;

/**
 * Stores a file that an admin chose on their machine, once it has been seen to be readable.
 *
 * @throws ProblemError survey-not-stored for a survey, whose rows are never stored; a file- problem
 */
export function createUploadFile(parts: {
  readonly uploads: UploadStore;
  readonly tableFiles: TableFiles;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly decodeBase64: (text: string) => Uint8Array<ArrayBuffer>;
}): UploadFile {
  return async (caller, { topic, name, base64 }, correlationId) => {
    if (isSurvey(topic)) throw new ProblemError('survey-not-stored', { file: name });
    const bytes = parts.decodeBase64(base64);
    await parts.tableFiles.outline({ name, bytes });
    const uploadId = parts.newId();
    const at = parts.clock.now().toISOString();
    await parts.uploads.save(caller.tenantId, uploadId, { name, bytes, uploadedAt: at });
    await parts.audit.add(caller.tenantId, {
      at,
      byId: caller.userId,
      byName: caller.name,
      action: 'file-uploaded',
      subject: name,
      correlationId,
      changes: [],
    });
    return { uploadId, fileName: name };
  };
}
