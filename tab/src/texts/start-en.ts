import { chartsEn } from './en/charts.ts';
import { figuresEn } from './en/figures.ts';
import { firstEn } from './en/first.ts';
import { findingsEn } from './en/findings.ts';
import { pagesEn } from './en/pages.ts';
import { problemsEn } from './en/problems.ts';
import { shellEn } from './en/shell.ts';

/** The texts in English that the first page needs. */
export const startEn = {
  ...firstEn,
  ...shellEn,
  ...chartsEn,
  ...figuresEn,
  ...pagesEn,
  ...problemsEn,
  ...findingsEn,
} as const;
