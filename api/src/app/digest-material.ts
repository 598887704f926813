import { compareYears } from '#core/change/compare-years.ts';
import { digestContent, type DigestContent } from '#core/digest/digest-content.ts';
import { contentHash } from '#core/result/content-hash.ts';
import { openView } from '#core/masking/open-view.ts';
import { chosenResult } from './chosen-result.ts';
import type { ResultStore } from './ports/result-store.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import { storedResultOf } from './year-of-tenant.ts';

export interface DigestMaterial {
  /** Hash of the result that the digest tells of. */
  readonly hash: string;
  /** Hash of what it says, whenever that was computed: equal where nothing changed. */
  readonly contentHash: string;
  readonly content: DigestContent;
}

/**
 * What a digest of a year says now: the result as published, else as computed last, under the stricter mask of channels, against the year before
 * where that has been computed. METHOD.md section 6.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed
 */
export async function digestMaterial(
  parts: { readonly settings: SettingsStore; readonly results: ResultStore },
  tenantId: string,
  year: number,
): Promise<DigestMaterial> {
  const [stored, before] = await Promise.all([
    storedResultOf(parts, tenantId, year),
    chosenResult(parts.results, tenantId, year - 1, null),
  ]);
  const result = openView(await stored.result());
  // Both years under the stricter mask: a change could tell what one of them hides.
  const comparison = before && compareYears(result, openView(await before.stored.result()));
  const content = digestContent(result, comparison);
  return { hash: stored.head.hash, contentHash: contentHash({ ...content, computedAt: null }), content };
}
