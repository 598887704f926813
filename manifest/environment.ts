import { z } from 'zod';

const host = z
  .string()
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
    'a host name without https:// and path',
  );
const httpsUrl = z.url({ protocol: /^https$/, error: 'an https:// address' });

/** What differs between one municipality's Teams package and another's; one JSON file per environment. */
export const environmentSchema = z.strictObject({
  teamsAppId: z.guid().describe('Id of the Teams app'),
  clientId: z.guid().describe('Application (client) id of the Entra app registration'),
  tabHost: host.describe('Host that serves /tab/ and /api'),
  developerName: z.string().min(1).max(32),
  websiteUrl: httpsUrl,
  privacyUrl: httpsUrl,
  termsOfUseUrl: httpsUrl,
});
export type Environment = z.infer<typeof environmentSchema>;
