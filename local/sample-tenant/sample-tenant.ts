import type { SampleTenant } from '../graph/tenant-content.ts';
import { TENANT_ID } from '../identity-issuer/users.ts';
import { digitalSite } from './digital-site.ts';
import { hrSite } from './hr-site.ts';
import { HOST } from './site-shape.ts';
import { DIGITAL_TEAM, DIRECTORY } from './teams.ts';

const DAY = 86_400_000;

/**
 * The constructed municipality Ekviken: its sites, lists and rows, the same at every start. Lists in use were changed
 * eight days before `now`, so that the sample does not grow old; survey lists when their round closed.
 */
export function createSampleTenant(now = new Date()): SampleTenant {
  const changedAt = `${new Date(now.getTime() - 8 * DAY).toISOString().slice(0, 10)}T09:30:00Z`;
  return {
    tenantId: TENANT_ID,
    host: HOST,
    sites: [digitalSite(changedAt), hrSite(changedAt)],
    teams: [DIGITAL_TEAM],
    users: DIRECTORY,
  };
}
