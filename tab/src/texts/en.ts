import { adminEn } from './en/admin.ts';
import { accessibilityEn } from './en/accessibility.ts';
import { compareEn } from './en/compare.ts';
import { digestsEn } from './en/digests.ts';
import { exportEn } from './en/export.ts';
import { methodEn } from './en/method.ts';
import { publishingEn } from './en/publishing.ts';
import { qualityEn } from './en/quality.ts';
import { settingsEn } from './en/settings.ts';
import { sourcesEn } from './en/sources.ts';
import { trendsEn } from './en/trends.ts';
import { movesEn } from './en/moves.ts';
import { whatIfEn } from './en/what-if.ts';
import { startEn } from './start-en.ts';
import type { Messages } from './sv.ts';

/** Every text in English. */
export const en: Messages = {
  ...startEn,
  ...trendsEn,
  ...movesEn,
  ...whatIfEn,
  ...compareEn,
  ...methodEn,
  ...exportEn,
  ...accessibilityEn,
  ...publishingEn,
  ...qualityEn,
  ...settingsEn,
  ...adminEn,
  ...sourcesEn,
  ...digestsEn,
};
