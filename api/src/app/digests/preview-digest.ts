import type { Language } from '#core/contracts/digest.ts';
import type { DigestSubject } from '#core/digest/digest-subject.ts';
import { digestMaterial } from './digest-material.ts';
import type { Card } from '../ports/delivery-ledger.ts';
import type { DigestCards } from '../ports/digest-cards.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';

export type PreviewDigest = (
  tenantId: string,
  year: number,
  language: Language,
  subject: DigestSubject,
) => Promise<Card>;

/**
 * The card exactly as it would be posted now.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed, card-too-large
 */
export function createPreviewDigest(parts: {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
  readonly cards: DigestCards;
}): PreviewDigest {
  return async (tenantId, year, language, subject) => {
    const { content, place } = await digestMaterial(parts, tenantId, year, subject);
    return parts.cards.write(content, language, { place });
  };
}
