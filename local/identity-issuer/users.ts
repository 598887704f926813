/** The sample tenant's directory: who one can be in the Teams host page. */
export const TENANT_ID = '3f2b8c1e-5d47-4a6e-9c0b-7e1d2a4f6b90';
export const API_CLIENT_ID = '8a1f6c2d-3b4e-4f5a-8c7d-9e0b1a2c3d4e';
export const TEAMS_APP_ID = '5c9e7a10-2f3b-4d6c-8e1f-0a2b3c4d5e6f';

export interface SampleUser {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
  readonly roles: readonly ('Index.Manager' | 'Index.Admin')[];
}

const user = (id: string, displayName: string, address: string, roles: SampleUser['roles']): SampleUser => ({
  id,
  displayName,
  userPrincipalName: `${address}@ekviken.example`,
  tenantId: TENANT_ID,
  roles,
});

export const EMPLOYEE = user('0d5a3c1e-7b42-4f19-8e6d-1c2b3a4d5e01', 'Elin Ek', 'elin.ek', []);
export const MANAGER = user('0d5a3c1e-7b42-4f19-8e6d-1c2b3a4d5e02', 'Mats Malm', 'mats.malm', [
  'Index.Manager',
]);
export const ADMIN = user('0d5a3c1e-7b42-4f19-8e6d-1c2b3a4d5e03', 'Amira Ahl', 'amira.ahl', ['Index.Admin']);

export const SAMPLE_USERS: readonly SampleUser[] = [EMPLOYEE, MANAGER, ADMIN];
