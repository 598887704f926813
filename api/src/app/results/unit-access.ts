import type { Caller } from '../ports/caller.ts';
import type { SettingsSummary } from '../ports/settings-store.ts';

/** Whether the settings let this caller see units. The masks hold for whoever may. */
export function maySeeUnits({ roles }: Caller, { unitsVisibleTo }: SettingsSummary): boolean {
  return unitsVisibleTo === 'everyone' || roles.has('Index.Manager') || roles.has('Index.Admin');
}
