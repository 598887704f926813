import type { TenantColumn } from './tenant-content.ts';

const column = (
  name: string,
  displayName: string,
  facet: Partial<TenantColumn>,
  flags: Partial<TenantColumn> = {},
): TenantColumn => ({
  id: guidFrom(name),
  name,
  displayName,
  description: '',
  columnGroup: '_Hidden',
  enforceUniqueValues: false,
  hidden: false,
  indexed: false,
  readOnly: true,
  required: false,
  ...facet,
  ...flags,
});

const person = { personOrGroup: { allowMultipleSelection: false, displayAs: 'nameWithPresence' } };
const instant = { dateTime: { displayAs: 'default', format: 'dateTime' } };
const text = { text: { allowMultipleLines: false, appendChangesToExistingText: false, maxLength: 255 } };

export const TITLE_COLUMN = column('Title', 'Rubrik', text, { readOnly: false, required: true });

/** What SharePoint adds to every list, in the Swedish of a Swedish site. Their ids are the same in every list, as there. */
export const SYSTEM_COLUMNS: readonly TenantColumn[] = [
  column('ContentType', 'Innehållstyp', text),
  column('Modified', 'Ändrad', instant),
  column('Created', 'Skapad', instant),
  column('Author', 'Skapad av', person),
  column('Editor', 'Ändrad av', person),
  column('_UIVersionString', 'Version', text),
  column('Attachments', 'Bifogade filer', { boolean: {} }, { readOnly: false }),
  column('Edit', 'Redigera', text),
  column('LinkTitle', 'Rubrik', text),
  column('LinkTitleNoMenu', 'Rubrik', text),
  column('ItemChildCount', 'Antal underordnade objekt', text),
  column('FolderChildCount', 'Antal underordnade mappar', text),
];

/** A GUID that a word always gives, so that ids are the same in every run. Not for anything secret. */
export function guidFrom(word: string): string {
  let hex = '';
  for (let round = 0; hex.length < 32; round += 1) {
    let hash = 0x811c9dc5 + round;
    for (const character of word) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    hex += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
