import { changesBetween } from './changes-between.ts';
import type { Settings } from './settings-schema.ts';

/** What one person's changes and another's come to together. */
export interface MergedSettings {
  readonly settings: Settings;
  /** Parts that both changed, each in their own way: mine was taken. `method.benefitCap`, `years`. */
  readonly bothChanged: readonly string[];
}

/**
 * Puts my changes into the settings that somebody else has saved meanwhile. A part is one setting of the method, or one
 * whole member of the settings (all sources, all years): what I have not touched is theirs.
 *
 * @param base what both of us began with
 */
export function mergeSettings(base: Settings, mine: Settings, theirs: Settings): MergedSettings {
  const bothChanged: string[] = [];
  const chosen = <T>(path: string, was: T, own: T, other: T): T => {
    if (isEqual(was, own)) return other;
    if (!isEqual(was, other) && !isEqual(own, other)) bothChanged.push(path);
    return own;
  };
  const method = merged(base.method, mine.method, theirs.method, (key, was, own, other) =>
    chosen(`method.${key}`, was, own, other),
  );
  const settings = merged(base, mine, theirs, (key, was, own, other) =>
    key === 'method' ? (method as typeof own) : chosen(key, was, own, other),
  );
  return { settings, bothChanged };
}

function merged<T extends object>(
  base: T,
  mine: T,
  theirs: T,
  choose: <Key extends keyof T & string>(key: Key, was: T[Key], own: T[Key], other: T[Key]) => T[Key],
): T {
  const result = { ...theirs };
  for (const key of Object.keys(mine) as (keyof T & string)[]) {
    result[key] = choose(key, base[key], mine[key], theirs[key]);
  }
  return result;
}

function isEqual(one: unknown, other: unknown): boolean {
  return changesBetween(one, other).length === 0;
}
