import type { TenantTeam, TenantUser } from '../graph/tenant-content.ts';
import { ADMIN, EMPLOYEE, MANAGER, SAMPLE_USERS, TENANT_ID } from '../identity-issuer/users.ts';

/** A team with a channel in which the administrator and the manager may post, and the employee may not. */
export const DIGITAL_TEAM: TenantTeam = {
  id: 'd4c2a937-f097-435a-bc91-5c1683ca7245',
  displayName: 'Digital utveckling',
  channels: [{ id: '19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2', displayName: 'Ledning och styrning' }],
  memberIds: [ADMIN.id, MANAGER.id],
};

/** Everybody has the app but the employee. */
export const DIRECTORY: readonly TenantUser[] = SAMPLE_USERS.map(({ id, userPrincipalName }) => ({
  id,
  userPrincipalName,
  hasApp: id !== EMPLOYEE.id,
}));

/** What "Get link to channel" in Teams gives for a channel of the team. */
export function channelLinkOf({ id, channels }: TenantTeam): string {
  const [channel] = channels;
  const name = encodeURIComponent(channel?.displayName ?? '');
  return `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel?.id ?? '')}/${name}?groupId=${id}&tenantId=${TENANT_ID}`;
}
