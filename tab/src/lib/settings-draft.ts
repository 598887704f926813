import { useSyncExternalStore } from 'react';
import type { Settings } from '#core/settings/settings-schema.ts';

/** Changes that are not saved yet, with the version that they began with. */
export interface SettingsDraft {
  readonly baseVersion: number;
  readonly base: Settings;
  readonly settings: Settings;
}

const KEY = 'settings-draft';
const listeners = new Set<() => void>();
let current: SettingsDraft | null | undefined;

/** Kept for the browser's session, so that neither another page nor a reload loses it. No secret is in it. */
function read(): SettingsDraft | null {
  if (current === undefined) {
    try {
      current = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as SettingsDraft | null;
    } catch {
      current = null;
    }
  }
  return current;
}

/** Replaces the draft; null: there is nothing unsaved. */
export function keepDraft(draft: SettingsDraft | null): void {
  current = draft;
  try {
    if (draft === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing for frames: the draft lives as long as the page.
  }
  for (const listener of listeners) listener();
}

/** The draft, whichever page began it. */
export function useSettingsDraft(): SettingsDraft | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
}
