import type { TenantFieldValue } from '../graph/tenant-content.ts';
import { DECLARED_UNITS } from './declared/units.ts';
import { SAMPLE_YEARS } from './declared/survey.ts';
import { UNIT_COLUMNS } from './names.ts';

/** The list item id of a unit: its place in the declared list, from 1. */
export function unitRowId(unitId: string): string {
  return String(DECLARED_UNITS.findIndex(({ id }) => id === unitId) + 1);
}

/** Rows of the unit list. */
export function unitRows(): Readonly<Record<string, TenantFieldValue>>[] {
  return DECLARED_UNITS.map(({ id, name, parentId, invited }) => ({
    Title: name,
    [UNIT_COLUMNS.id]: id,
    [`${UNIT_COLUMNS.parent}LookupId`]: parentId === null ? null : unitRowId(parentId),
    ...Object.fromEntries(
      SAMPLE_YEARS.map((year, index) => [UNIT_COLUMNS.invited(year), invited[index] ?? null]),
    ),
  }));
}
