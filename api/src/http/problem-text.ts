import type { ProblemCode } from '#core/contracts/problem.ts';

/** What has happened, and what to do about it; {names} are filled in from the problem's values. */
export interface ProblemText {
  readonly title: string;
  readonly detail: string;
}

export type ProblemTexts = Readonly<Record<ProblemCode, ProblemText>>;
