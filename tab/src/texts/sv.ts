import { adminSv } from './sv/admin.ts';
import { accessibilitySv } from './sv/accessibility.ts';
import { compareSv } from './sv/compare.ts';
import { digestsSv } from './sv/digests.ts';
import { exportSv } from './sv/export.ts';
import { methodSv } from './sv/method.ts';
import { publishingSv } from './sv/publishing.ts';
import { qualitySv } from './sv/quality.ts';
import { settingsSv } from './sv/settings.ts';
import { sourcesSv } from './sv/sources.ts';
import { trendsSv } from './sv/trends.ts';
import { movesSv } from './sv/moves.ts';
import { whatIfSv } from './sv/what-if.ts';
import { startSv } from './start-sv.ts';

/** Every text in Swedish. The other languages have exactly these keys, or do not compile. */
export const sv = {
  ...startSv,
  ...trendsSv,
  ...movesSv,
  ...whatIfSv,
  ...compareSv,
  ...methodSv,
  ...exportSv,
  ...accessibilitySv,
  ...publishingSv,
  ...qualitySv,
  ...settingsSv,
  ...adminSv,
  ...sourcesSv,
  ...digestsSv,
} as const;

export type MessageKey = keyof typeof sv;
export type Messages = Readonly<Record<MessageKey, string>>;
