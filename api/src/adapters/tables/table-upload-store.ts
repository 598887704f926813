import type { TableClient } from '@azure/data-tables';
import type { UploadedFile } from '#core/settings/source-location.ts';
import { ProblemError } from '../../app/errors.ts';
import type { FileContent, UploadStore } from '../../app/ports/table-files.ts';
import { DocumentParts, type Generation } from './documents.ts';
import { readEntity, writingOver } from './table-access.ts';

interface UploadEntity extends Generation {
  readonly name: string;
  readonly uploadedAt: string;
}

const BODY = 'file';

/** Uploaded files, cut to the limits of Tables: they are few, small and never survey rows. */
export class TableUploadStore implements UploadStore {
  readonly #table: TableClient;
  readonly #parts: DocumentParts;

  constructor(table: TableClient) {
    this.#table = table;
    this.#parts = new DocumentParts(table);
  }

  async save(
    tenantId: string,
    uploadId: string,
    {
      name,
      bytes,
      uploadedAt,
    }: { readonly name: string; readonly bytes: Uint8Array; readonly uploadedAt: string },
  ): Promise<void> {
    const body = { base64: Buffer.from(bytes).toString('base64') };
    const written = await this.#parts.write(tenantId, keyOf(uploadId), { [BODY]: body });
    const entity = { partitionKey: tenantId, rowKey: keyOf(uploadId), name, uploadedAt, ...written };
    const made = await writingOver(this.#table, () => this.#table.createEntity(entity));
    if (!made) throw new ProblemError('storage-unavailable');
  }

  async fetch(tenantId: string, { uploadId, fileName }: UploadedFile): Promise<FileContent> {
    const missing = () => new ProblemError('file-not-found', { file: fileName, list: fileName, site: '' });
    const head = await readEntity<UploadEntity>(this.#table, tenantId, keyOf(uploadId));
    if (!head) throw missing();
    const body = await this.#parts.read(tenantId, keyOf(uploadId), head, BODY);
    if (!body) throw missing();
    const { base64 } = body.json as { readonly base64: string };
    return {
      name: head.name,
      webUrl: null,
      eTag: `"${uploadId}"`,
      lastChangedAt: head.uploadedAt,
      bytes: new Uint8Array(Buffer.from(base64, 'base64')),
    };
  }
}

function keyOf(uploadId: string): string {
  return `upload-${uploadId}`;
}
