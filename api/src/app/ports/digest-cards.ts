import type { Language } from '#core/contracts/digest.ts';
import type { DigestContent } from '#core/digest/digest-content.ts';
import type { StoredProblem } from '../errors.ts';
import type { Card } from './delivery-ledger.ts';

/** That a channel's cards don't arrive. */
export interface NoticeContent {
  readonly targetName: string;
  readonly state: string;
  readonly problem: StoredProblem;
}

/** Writes what a digest says as a card. Fails with `card-too-large` where it can't be made to fit. */
export interface DigestCards {
  write(content: DigestContent, language: Language, options?: { readonly isTest: boolean }): Card;
  writeNotice(notice: NoticeContent, language: Language): Card;
}
