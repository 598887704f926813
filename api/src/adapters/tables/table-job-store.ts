import type { TableClient } from '@azure/data-tables';
import type { JobHandle, JobStore, StoredJob } from '../../app/ports/job-store.ts';
import { entitiesWithPrefix, readEntity, writingOver } from './table-access.ts';

/** `job` is JSON of {@link StoredJob}. */
interface JobEntity {
  readonly job: string;
}

/** The latest refresh of each year, one small entity each. */
export class TableJobStore implements JobStore {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async find(tenantId: string, year: number): Promise<JobHandle | null> {
    const entity = await readEntity<JobEntity>(this.#table, tenantId, keyOf(year));
    return entity && { job: JSON.parse(entity.job) as StoredJob, eTag: entity.etag };
  }

  async list(tenantId: string): Promise<readonly StoredJob[]> {
    const entities = await entitiesWithPrefix<JobEntity>(this.#table, tenantId, 'refresh-');
    return entities.map(({ job }) => JSON.parse(job) as StoredJob);
  }

  async write(tenantId: string, job: StoredJob, expected: JobHandle | null): Promise<JobHandle | null> {
    const entity = { partitionKey: tenantId, rowKey: keyOf(job.year), job: JSON.stringify(job) };
    const written = await writingOver(this.#table, () =>
      expected
        ? this.#table.updateEntity(entity, 'Replace', { etag: expected.eTag })
        : this.#table.createEntity(entity),
    );
    return written && { job, eTag: written.etag ?? '' };
  }
}

function keyOf(year: number): string {
  return `refresh-${year}`;
}
