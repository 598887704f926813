import type { Language } from '#core/contracts/digest.ts';
import type { DigestContent } from '#core/digest/digest-content.ts';
import type { Card } from './delivery-ledger.ts';

/** Writes what a digest says as a card. Fails with `card-too-large` where it can't be made to fit. */
export interface DigestCards {
  write(content: DigestContent, language: Language): Card;
}
