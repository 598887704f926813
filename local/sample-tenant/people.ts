import { guid } from './list-shapes.ts';
import type { TenantPerson } from '../graph/tenant-content.ts';

const NAMES = [
  'Asta Alm',
  'Bo Berg',
  'Cecilia Dahl',
  'Daniel Eklund',
  'Eva Frisk',
  'Farid Ghasemi',
  'Greta Holm',
  'Hanna Isaksson',
  'Ivar Jonsson',
  'Jasmin Karimi',
  'Kerstin Lind',
  'Leo Moberg',
] as const;

/** Those whom person columns point to: constructed names, addresses that can't exist. */
export const PEOPLE: readonly TenantPerson[] = NAMES.map((displayName, index) => ({
  lookupId: String(index + 11),
  id: guid(0xbe, index + 1),
  displayName,
  email: `${displayName.toLowerCase().replace(' ', '.')}@ekviken.example`,
}));
export const PERSON_IDS: readonly string[] = PEOPLE.map(({ lookupId }) => lookupId);
