import type { RefreshJob } from '#core/contracts/admin.ts';
import type { StoredProblem } from '../errors.ts';

/** A refresh of one year as stored. */
export interface StoredJob extends Omit<RefreshJob, 'problem'> {
  readonly problem: StoredProblem | null;
  /** When it was last written: a running job that has fallen silent has lost its worker. */
  readonly updatedAt: string;
  /** How many times it has gone back to the queue to wait. */
  readonly waits: number;
}

/** A job with the mark that a later write must still find. */
export interface JobHandle {
  readonly job: StoredJob;
  readonly eTag: string;
}

/** The latest refresh of each tenant and year. */
export interface JobStore {
  find(tenantId: string, year: number): Promise<JobHandle | null>;
  list(tenantId: string): Promise<readonly StoredJob[]>;
  /** Writes over `expected` (null: nothing may be there). Null where somebody else wrote first. */
  write(tenantId: string, job: StoredJob, expected: JobHandle | null): Promise<JobHandle | null>;
}
