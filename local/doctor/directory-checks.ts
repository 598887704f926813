import {
  ask,
  ill,
  notTaken,
  well,
  type Answer,
  type Check,
  type Examined,
  type Verdict,
} from './doctor-check.ts';

const TEAMS_CLIENTS = {
  desktop: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  web: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
} as const;
const SITES_SELECTED = '883ea226-0bf2-4a8f-9f9d-92c9162a727d';
const ADMIN_ROLE = 'Index.Admin';

interface Application {
  readonly id: string;
  readonly identifierUris: readonly string[];
  readonly api: {
    readonly requestedAccessTokenVersion: number | null;
    readonly oauth2PermissionScopes: readonly {
      readonly id: string;
      readonly value: string;
      readonly isEnabled: boolean;
    }[];
    readonly preAuthorizedApplications: readonly {
      readonly appId: string;
      readonly delegatedPermissionIds: readonly string[];
    }[];
  };
  readonly appRoles: readonly { readonly id: string; readonly value: string; readonly isEnabled: boolean }[];
  readonly passwordCredentials: readonly unknown[];
}
interface Credential {
  readonly audiences: readonly string[];
  readonly issuer: string;
  readonly subject: string;
}

type Read = (path: string) => Promise<Answer>;

/** Steps against Microsoft Entra: the tenant, the app registration, consent, roles, and what the app itself may read. */
export function directoryChecks(examined: Examined): readonly Check[] {
  const { authority, tenantId, graph, graphToken, texts } = examined;
  const read: Read = (path) =>
    ask(`${graph}${path}`, { headers: { authorization: `Bearer ${graphToken ?? ''}` } });
  const step = (
    title: string,
    check: (examined: Examined, read: Read) => Promise<Verdict | readonly Verdict[]>,
  ): Check => ({
    title,
    run: async () =>
      graphToken === null ? notTaken(texts.noGraphToken, texts.signInToGraph) : check(examined, read),
  });
  return [
    {
      title: texts.directory.title,
      run: async () => {
        const { status, body } = await ask(`${authority}/${tenantId}/v2.0/.well-known/openid-configuration`);
        const { issuer } = (body ?? {}) as { readonly issuer?: string };
        return status === 200 && issuer === `${authority}/${tenantId}/v2.0`
          ? well(tenantId)
          : ill(texts.directory.missing(tenantId, status), texts.directory.mend);
      },
    },
    step(texts.registration.title, registration),
    step(texts.credential.title, credential),
    step(texts.consent.title, consent),
    step(texts.ownReading.title, ownReading),
    step(texts.roles.title, roles),
  ];
}

async function applicationOf({ clientId }: Examined, read: Read): Promise<Answer> {
  return read(
    `/applications(appId='${clientId}')?$select=id,identifierUris,api,appRoles,passwordCredentials`,
  );
}

async function registration(examined: Examined, read: Read): Promise<Verdict | readonly Verdict[]> {
  const { clientId, host, texts } = examined;
  const { registration: say, provision } = texts;
  const { status, body } = await applicationOf(examined, read);
  if (status !== 200) return ill(say.missing(clientId, status), `${say.checkClientId} ${provision}`);
  const { identifierUris, api, appRoles, passwordCredentials } = body as Application;
  const scope = api.oauth2PermissionScopes.find(
    ({ value, isEnabled }) => value === 'access_as_user' && isEnabled,
  );
  const uri = `api://${host}/${clientId}`;
  const clients = (['desktop', 'web'] as const).filter(
    (client) =>
      !api.preAuthorizedApplications.some(
        ({ appId, delegatedPermissionIds }) =>
          appId === TEAMS_CLIENTS[client] && delegatedPermissionIds.includes(scope?.id ?? ''),
      ),
  );
  const missingRoles = ['Index.Manager', ADMIN_ROLE].filter(
    (value) => !appRoles.some((role) => role.value === value && role.isEnabled),
  );
  const faults = [
    ...(identifierUris.includes(uri) ? [] : [say.noUri(uri)]),
    ...(api.requestedAccessTokenVersion === 2 ? [] : [say.tokenVersion]),
    ...(scope ? [] : [say.noScope]),
    ...clients.map((client) => say.notPreauthorised(say.teamsClients[client])),
    ...missingRoles.map(say.noRole),
    ...(passwordCredentials.length === 0 ? [] : [say.hasSecret]),
  ];
  return faults.length === 0 ? well(uri) : faults.map((fault) => ill(fault, provision));
}

async function credentialOf({ clientId }: Examined, read: Read): Promise<Credential | undefined> {
  const { body } = await read(`/applications(appId='${clientId}')/federatedIdentityCredentials`);
  const { value = [] } = (body ?? {}) as { readonly value?: readonly Credential[] };
  return value.find(({ audiences }) => audiences.includes('api://AzureADTokenExchange'));
}

async function credential(examined: Examined, read: Read): Promise<Verdict | readonly Verdict[]> {
  const { authority, tenantId, identityId, texts } = examined;
  const { credential: say, provision } = texts;
  const found = await credentialOf(examined, read);
  if (!found) return ill(say.none, provision);
  const faults = [
    ...(found.issuer === `${authority}/${tenantId}/v2.0` ? [] : [say.otherIssuer(found.issuer)]),
    ...(identityId === null || found.subject === identityId ? [] : [say.otherIdentity(found.subject)]),
  ];
  return faults.length === 0 ? well(say.well) : faults.map((fault) => ill(fault, provision));
}

async function consent({ clientId, texts }: Examined, read: Read): Promise<Verdict> {
  const { consent: say } = texts;
  const { status, body } = await read(`/servicePrincipals(appId='${clientId}')/oauth2PermissionGrants`);
  if (status !== 200) return ill(say.noPrincipal(status), texts.provision);
  const { value = [] } = body as {
    readonly value?: readonly { readonly consentType: string; readonly scope: string }[];
  };
  const granted = value
    .filter(({ consentType }) => consentType === 'AllPrincipals')
    .flatMap(({ scope }) => scope.trim().split(' '));
  if (!granted.includes('Sites.Read.All'))
    return ill(`${say.cannotBrowse}: ${say.without('Sites.Read.All')}`, say.mend);
  // Each serves one thing only: everything else works without.
  const without = [
    ...(granted.includes('Sites.Manage.All') ? [] : [say.cannotMakeLists]),
    ...(granted.includes('ChannelMessage.Send') ? [] : [say.cannotPostAsOneself]),
  ];
  return well([granted.join(', '), ...without].join('; '));
}

/** The managed identity is the subject of the federated credential. */
async function ownReading(examined: Examined, read: Read): Promise<Verdict> {
  const { texts } = examined;
  const { ownReading: say, provision } = texts;
  const subject = (await credentialOf(examined, read))?.subject;
  if (subject === undefined) return notTaken(say.unknown, provision);
  const { status, body } = await read(`/servicePrincipals/${subject}/appRoleAssignments`);
  if (status !== 200) return ill(say.missing(status), provision);
  const { value = [] } = body as { readonly value?: readonly { readonly appRoleId: string }[] };
  return value.some(({ appRoleId }) => appRoleId === SITES_SELECTED)
    ? well('Sites.Selected')
    : ill(say.noPermission, provision);
}

/** Without somebody who may set it up, the app stays empty. */
async function roles(examined: Examined, read: Read): Promise<Verdict> {
  const { clientId, texts } = examined;
  const { roles: say } = texts;
  const { body: application } = await applicationOf(examined, read);
  const { appRoles = [] } = (application ?? {}) as Partial<Application>;
  const role = appRoles.find(({ value }) => value === ADMIN_ROLE);
  const { status, body } = await read(`/servicePrincipals(appId='${clientId}')/appRoleAssignedTo`);
  if (status !== 200) return ill(texts.consent.noPrincipal(status), texts.provision);
  const { value = [] } = body as { readonly value?: readonly { readonly appRoleId: string }[] };
  const admins = value.filter(({ appRoleId }) => appRoleId === role?.id).length;
  return admins > 0 ? well(say.well(admins)) : ill(say.none, say.mend);
}
