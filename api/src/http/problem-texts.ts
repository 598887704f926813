import type { Language } from '#core/contracts/digest.ts';
import { PROBLEM_TEXTS_EN } from './problem-texts-en.ts';
import { PROBLEM_TEXTS_SV } from './problem-texts-sv.ts';
import type { ProblemText, ProblemTexts } from './problem-text.ts';
import type { StoredProblem } from '../app/errors.ts';

const TEXTS: Readonly<Record<Language, ProblemTexts>> = { sv: PROBLEM_TEXTS_SV, en: PROBLEM_TEXTS_EN };

/** A problem's text in a language. A value that is not known reads as a dash. */
export function problemText({ code, values }: StoredProblem, language: Language): ProblemText {
  const { title, detail } = TEXTS[language][code];
  return { title, detail: detail.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '–') };
}
