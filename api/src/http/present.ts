import type { RefreshJob } from '#core/contracts/admin.ts';
import { deliverySchema, type Delivery, type Language } from '#core/contracts/digest.ts';
import type { StoredDelivery } from '../app/ports/delivery-ledger.ts';
import type { StoredJob } from '../app/ports/job-store.ts';
import { problemSummary } from './problem-response.ts';

/** A stored refresh as the contract shows it, its problem in the reader's language. */
export function presentJob(job: StoredJob, language: Language): RefreshJob {
  const {
    year,
    state,
    requestedAt,
    startedAt,
    endedAt,
    retryAt,
    phase,
    sourceName,
    rowsRead,
    correlationId,
  } = job;
  // Jobs of an earlier version say nothing of these.
  const { resourceUnits = null, unchanged = false } = job as Partial<StoredJob>;
  const shown = {
    year,
    state,
    requestedAt,
    startedAt,
    endedAt,
    retryAt,
    phase: phase ?? null,
    sourceName,
    rowsRead,
    resourceUnits,
    unchanged,
    correlationId,
  };
  return { ...shown, problem: problemSummary(job.problem, language) };
}

/** A stored receipt as the contract shows it. */
export function presentDelivery(delivery: StoredDelivery, language: Language): Delivery {
  // Parsed, so that what the ledger keeps for itself stays there.
  return deliverySchema.parse({ ...delivery, problem: problemSummary(delivery.problem, language) });
}
