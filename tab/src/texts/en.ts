import { adminEn } from './en/admin.ts';
import { figuresEn } from './en/figures.ts';
import { findingsEn } from './en/findings.ts';
import { methodEn } from './en/method.ts';
import { pagesEn } from './en/pages.ts';
import { problemsEn } from './en/problems.ts';
import { shellEn } from './en/shell.ts';
import type { Messages } from './sv.ts';

/** Every text in English. */
export const en: Messages = {
  ...shellEn,
  ...figuresEn,
  ...pagesEn,
  ...methodEn,
  ...problemsEn,
  ...findingsEn,
  ...adminEn,
};
