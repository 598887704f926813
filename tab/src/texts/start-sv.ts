import { chartsSv } from './sv/charts.ts';
import { figuresSv } from './sv/figures.ts';
import { firstSv } from './sv/first.ts';
import { findingsSv } from './sv/findings.ts';
import { pagesSv } from './sv/pages.ts';
import { problemsSv } from './sv/problems.ts';
import { shellSv } from './sv/shell.ts';

/** The texts in Swedish that the first page needs. All others come after it: nobody waits for the settings' words to see the index. */
export const startSv = {
  ...firstSv,
  ...shellSv,
  ...chartsSv,
  ...figuresSv,
  ...pagesSv,
  ...problemsSv,
  ...findingsSv,
} as const;
