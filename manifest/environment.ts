import { z } from 'zod';

const host = z
  .string()
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
    'a host name without https:// and path',
  );
const httpsUrl = z.url({ protocol: /^https$/, error: 'an https:// address' });

/** A value that somebody forgot to fill in. */
const PLACEHOLDER = /[<>{}[\]]|\b(?:todo|tbd|replace|change-?me|your-|contoso|fabrikam|xxx+)/i;
const filledIn = (text: string) => !PLACEHOLDER.test(text) && !/^[0-]+$|^(.)\1{7}-/.test(text);
const notFilledIn = 'a placeholder that was not filled in';

/** What differs between one municipality's Teams package and another's; one JSON file per environment. */
export const environmentSchema = z.strictObject({
  teamsAppId: z.guid().refine(filledIn, notFilledIn).describe('Id of the Teams app'),
  clientId: z
    .guid()
    .refine(filledIn, notFilledIn)
    .describe('Application (client) id of the Entra app registration'),
  tabHost: host.refine(filledIn, notFilledIn).describe('Host that serves /tab/ and /api'),
  developerName: z.string().min(1).max(32).refine(filledIn, notFilledIn),
  websiteUrl: httpsUrl.refine(filledIn, notFilledIn),
  privacyUrl: httpsUrl.refine(filledIn, notFilledIn),
  termsOfUseUrl: httpsUrl.refine(filledIn, notFilledIn),
});
export type Environment = z.infer<typeof environmentSchema>;

/**
 * The environment that `azd` has just deployed, from the variables that it gives its hooks: the outputs of infra/main.bicep,
 * and the pages of the municipality where they are set.
 */
export function environmentOfAzd(variables: Readonly<Record<string, string | undefined>>): unknown {
  const site = `https://${variables['TAB_HOST'] ?? ''}/`;
  return {
    teamsAppId: variables['TEAMS_APP_ID'],
    clientId: variables['API_CLIENT_ID'],
    tabHost: variables['TAB_HOST'],
    developerName: variables['ORGANISATION_NAME']?.slice(0, 32),
    websiteUrl: variables['WEBSITE_URL'] ?? site,
    privacyUrl: variables['PRIVACY_URL'] ?? site,
    termsOfUseUrl: variables['TERMS_URL'] ?? site,
  };
}
