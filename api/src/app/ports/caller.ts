/** The app roles of the registration. Everyone else in the tenant is an employee who reads. */
export const ROLES = ['Index.Manager', 'Index.Admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who calls, as the validated token says. */
export interface Caller {
  readonly tenantId: string;
  /** Object id in the directory. */
  readonly userId: string;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}
