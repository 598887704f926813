import { adminSv } from './sv/admin.ts';
import { figuresSv } from './sv/figures.ts';
import { findingsSv } from './sv/findings.ts';
import { methodSv } from './sv/method.ts';
import { pagesSv } from './sv/pages.ts';
import { problemsSv } from './sv/problems.ts';
import { shellSv } from './sv/shell.ts';

/** Every text in Swedish. The other languages have exactly these keys, or do not compile. */
export const sv = {
  ...shellSv,
  ...figuresSv,
  ...pagesSv,
  ...methodSv,
  ...problemsSv,
  ...findingsSv,
  ...adminSv,
} as const;

export type MessageKey = keyof typeof sv;
export type Messages = Readonly<Record<MessageKey, string>>;
