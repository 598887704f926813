import type { Language } from '#core/contracts/digest.ts';
import type { DigestContent } from '#core/digest/digest-content.ts';
import type { DigestSubject } from '#core/digest/digest-subject.ts';
import type { SubjectDigest } from '#core/digest/subject-digest.ts';
import type { StoredProblem } from '../errors.ts';
import type { Card } from './delivery-ledger.ts';

/** That a channel's cards don't arrive. */
export interface NoticeContent {
  readonly targetName: string;
  readonly state: string;
  readonly problem: StoredProblem;
}

/** Somebody whom a card mentions. */
export interface Mention {
  /** Object id or user principal name in the directory. */
  readonly userId: string;
  readonly name: string;
}

/** Where the tab shows what a card tells of. */
export interface DigestPlace {
  /** The vintage it is of, by its hash; null for a year that has none. */
  readonly vintage: string | null;
  readonly subject: DigestSubject;
}

export interface CardOptions {
  readonly place?: DigestPlace;
  readonly isTest?: boolean;
  readonly mentions?: readonly Mention[];
}

/** Writes what a digest says as a card. Fails with `card-too-large` where it can't be made to fit. */
export interface DigestCards {
  write(content: DigestContent | SubjectDigest, language: Language, options?: CardOptions): Card;
  /** A test that says that a channel is connected. */
  writeConnection(targetName: string, language: Language): Card;
  writeNotice(notice: NoticeContent, language: Language): Card;
}
