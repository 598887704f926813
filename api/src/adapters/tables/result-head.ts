import type { IndexResult } from '#core/result/result-schema.ts';
import type { ResultHead } from '../../app/ports/result-store.ts';

/** What lists and ETags need of a result, stored beside it. */
export function headOf({ year, hash, computedAt, running, figures }: IndexResult): ResultHead {
  return {
    year,
    hash,
    computedAt,
    running,
    index: figures.index.figure,
    preconditions: figures.preconditions.figure,
    delivery: figures.delivery.figure,
    benefit: figures.benefit.figure,
  };
}
