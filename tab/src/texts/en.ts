import { adminEn } from './en/admin.ts';
import { accessibilityEn } from './en/accessibility.ts';
import { chartsEn } from './en/charts.ts';
import { compareEn } from './en/compare.ts';
import { exportEn } from './en/export.ts';
import { figuresEn } from './en/figures.ts';
import { findingsEn } from './en/findings.ts';
import { methodEn } from './en/method.ts';
import { pagesEn } from './en/pages.ts';
import { publishingEn } from './en/publishing.ts';
import { qualityEn } from './en/quality.ts';
import { problemsEn } from './en/problems.ts';
import { shellEn } from './en/shell.ts';
import { sourcesEn } from './en/sources.ts';
import { trendsEn } from './en/trends.ts';
import { whatIfEn } from './en/what-if.ts';
import type { Messages } from './sv.ts';

/** Every text in English. */
export const en: Messages = {
  ...shellEn,
  ...chartsEn,
  ...figuresEn,
  ...pagesEn,
  ...trendsEn,
  ...whatIfEn,
  ...compareEn,
  ...methodEn,
  ...exportEn,
  ...accessibilityEn,
  ...publishingEn,
  ...qualityEn,
  ...problemsEn,
  ...findingsEn,
  ...adminEn,
  ...sourcesEn,
};
