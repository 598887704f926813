import type { StoredSettings } from '#core/contracts/admin.ts';
import { changesBetween } from '#core/settings/changes-between.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { keepDraft, useSettingsDraft } from './settings-draft.ts';

/** The settings as a form shows them: the draft where there is one, else what is stored; and a way to change them. */
export interface EditedSettings {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

/** Changes go into the draft; one that takes the last change back leaves no draft. */
export function useEditedSettings(stored: StoredSettings): EditedSettings {
  const draft = useSettingsDraft();
  const { baseVersion, base, settings } = draft ?? {
    baseVersion: stored.version,
    base: stored.settings,
    settings: stored.settings,
  };
  return {
    settings,
    change: (part) => {
      const changed = { ...settings, ...part };
      const isChanged = changesBetween(base, changed).length > 0;
      keepDraft(isChanged ? { baseVersion, base, settings: changed } : null);
    },
  };
}
