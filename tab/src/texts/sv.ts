import { adminSv } from './sv/admin.ts';
import { accessibilitySv } from './sv/accessibility.ts';
import { chartsSv } from './sv/charts.ts';
import { compareSv } from './sv/compare.ts';
import { exportSv } from './sv/export.ts';
import { figuresSv } from './sv/figures.ts';
import { findingsSv } from './sv/findings.ts';
import { methodSv } from './sv/method.ts';
import { pagesSv } from './sv/pages.ts';
import { publishingSv } from './sv/publishing.ts';
import { qualitySv } from './sv/quality.ts';
import { problemsSv } from './sv/problems.ts';
import { shellSv } from './sv/shell.ts';
import { sourcesSv } from './sv/sources.ts';
import { trendsSv } from './sv/trends.ts';
import { whatIfSv } from './sv/what-if.ts';

/** Every text in Swedish. The other languages have exactly these keys, or do not compile. */
export const sv = {
  ...shellSv,
  ...chartsSv,
  ...figuresSv,
  ...pagesSv,
  ...trendsSv,
  ...whatIfSv,
  ...compareSv,
  ...methodSv,
  ...exportSv,
  ...accessibilitySv,
  ...publishingSv,
  ...qualitySv,
  ...problemsSv,
  ...findingsSv,
  ...adminSv,
  ...sourcesSv,
} as const;

export type MessageKey = keyof typeof sv;
export type Messages = Readonly<Record<MessageKey, string>>;
