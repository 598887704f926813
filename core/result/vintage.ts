import { z } from 'zod';
import { contentHash } from './content-hash.ts';
import { resultFigureSchema } from './figure.ts';
import type { IndexResult } from './result-schema.ts';
import type { ResultRows } from './row-schema.ts';

/** A year fixed by an admin. METHOD.md section 10. */
export const vintageSchema = z
  .object({
    year: z.int(),
    number: z.int().min(1).describe('1 as first published, 2 and up as restated'),
    hash: z.string().describe('Content hash of the result; names the vintage in addresses'),
    rowsHash: z.string().describe('SHA-256 over the canonical JSON of the rows behind the result'),
    computedAt: z.string(),
    publishedAt: z.string(),
    publishedBy: z.string(),
    note: z.string().describe('Why it was published, in the words of whoever did'),
    index: resultFigureSchema,
    preconditions: resultFigureSchema,
    delivery: resultFigureSchema,
    benefit: resultFigureSchema,
    previousSeal: z.string().nullable().describe('Seal of the vintage before; null for the first'),
    seal: z.string().describe('SHA-256 over the canonical JSON of all the above'),
  })
  .readonly();
export type Vintage = z.infer<typeof vintageSchema>;

/**
 * Fixes a result: what is published, by whom and why, sealed together with the seal of the vintage before, so that
 * neither a figure, a note nor the order can be changed afterwards without it showing.
 *
 * @param published when (ISO instant), who, and the note
 * @param before the year's latest vintage; null for the first
 */
export function sealVintage(
  result: IndexResult,
  rows: ResultRows,
  published: { readonly at: string; readonly by: string; readonly note: string },
  before: Vintage | null,
): Vintage {
  const { year, hash, computedAt, figures } = result;
  const content = {
    year,
    number: (before?.number ?? 0) + 1,
    hash,
    rowsHash: contentHash(rows),
    computedAt,
    publishedAt: published.at,
    publishedBy: published.by,
    note: published.note,
    index: figures.index.figure,
    preconditions: figures.preconditions.figure,
    delivery: figures.delivery.figure,
    benefit: figures.benefit.figure,
    previousSeal: before?.seal ?? null,
  };
  return { ...content, seal: contentHash(content) };
}

/** What can be wrong with a vintage of a chain. */
export const CHAIN_FAULTS = ['seal-broken', 'order-broken', 'result-changed', 'rows-changed'] as const;
export type ChainFault = (typeof CHAIN_FAULTS)[number];

/**
 * Checks one vintage: its seal fits what it says, and it follows the one before.
 *
 * @param before the vintage with the number before; null for the first
 */
export function recordFaults(vintage: Vintage, before: Vintage | null): readonly ChainFault[] {
  const { seal, ...content } = vintage;
  const follows =
    vintage.number === (before?.number ?? 0) + 1 && vintage.previousSeal === (before?.seal ?? null);
  return [
    ...(contentHash(content) === seal ? [] : (['seal-broken'] as const)),
    ...(follows ? [] : (['order-broken'] as const)),
  ];
}

/**
 * Checks that a vintage's contents are those that were published.
 *
 * @param stored the contents as they were stored, not as a later version of this code reads them
 */
export function contentFaults(
  vintage: Vintage,
  stored: { readonly result: Readonly<Record<string, unknown>>; readonly rows: unknown },
): readonly ChainFault[] {
  const { hash, ...content } = stored.result;
  return [
    ...(hash === vintage.hash && contentHash(content) === hash ? [] : (['result-changed'] as const)),
    ...(contentHash(stored.rows) === vintage.rowsHash ? [] : (['rows-changed'] as const)),
  ];
}
