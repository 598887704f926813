import { compareYears } from '#core/change/compare-years.ts';
import { digestContent, type DigestContent } from '#core/digest/digest-content.ts';
import type { DigestSubject } from '#core/digest/digest-subject.ts';
import { subjectDigest, type SubjectDigest } from '#core/digest/subject-digest.ts';
import { contentHash } from '#core/result/content-hash.ts';
import { openView } from '#core/masking/open-view.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { chosenResult } from '../results/chosen-result.ts';
import { ProblemError } from '../errors.ts';
import type { DigestPlace } from '../ports/digest-cards.ts';
import type { ResultStore, StoredResult } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { notComputed, settingsWithYear } from '../results/year-of-tenant.ts';

export interface DigestMaterial {
  /** Hash of the result that the digest tells of. */
  readonly hash: string;
  /** Hash of what it says, whenever that was computed: equal where nothing changed. */
  readonly contentHash: string;
  readonly content: DigestContent | SubjectDigest;
  /** Where the tab shows the same. */
  readonly place: DigestPlace;
  /** What its unit is called, whose id says nothing; else empty. */
  readonly unitName: string;
}

/**
 * What a digest of a year and subject says now: the result as published, else as computed last, under the stricter mask
 * of channels, against the year before where that has been computed. METHOD.md section 6.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed, subject-not-found
 */
export async function digestMaterial(
  parts: { readonly settings: SettingsStore; readonly results: ResultStore },
  tenantId: string,
  year: number,
  subject: DigestSubject,
): Promise<DigestMaterial> {
  const [summary, chosen, before] = await Promise.all([
    parts.settings.summary(tenantId),
    chosenResult(parts.results, tenantId, year, null),
    chosenResult(parts.results, tenantId, year - 1, null),
  ]);
  settingsWithYear(summary, year);
  if (!chosen) throw notComputed(year, null);
  const { stored, vintage } = chosen;
  // Both years under the stricter mask: a change could tell what one of them hides.
  const current = openView(await stored.result());
  const previous = before && openView(await before.stored.result());
  const content = await contentOf(subject, current, previous, stored);
  return {
    hash: stored.head.hash,
    contentHash: contentHash({ ...content, computedAt: null }),
    content,
    place: { vintage: vintage?.hash ?? null, subject },
    unitName: content.kind === 'unit' ? content.name : '',
  };
}

async function contentOf(
  subject: DigestSubject,
  current: IndexResult,
  previous: IndexResult | null,
  stored: StoredResult,
): Promise<DigestContent | SubjectDigest> {
  if (subject.kind === 'index') return digestContent(current, previous && compareYears(current, previous));
  const { trendWatch } = await stored.rows();
  const content = subjectDigest(subject, { current, previous }, trendWatch);
  if (content) return content;
  const name = subject.kind === 'object' ? subject.name : subject.kind === 'unit' ? subject.unitId : '';
  throw new ProblemError('subject-not-found', { subject: name, year: String(current.year) });
}
