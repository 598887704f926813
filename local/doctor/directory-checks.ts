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

const TEAMS_CLIENTS: Readonly<Record<string, string>> = {
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264': 'Teams på dator och i mobil',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346': 'Teams på webben',
};
const SITES_SELECTED = '883ea226-0bf2-4a8f-9f9d-92c9162a727d';
const PROVISION = 'Kör azd provision igen; infra/modules/registration.bicep rättar det.';

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
  readonly appRoles: readonly { readonly value: string; readonly isEnabled: boolean }[];
  readonly passwordCredentials: readonly unknown[];
}

/** Steps against Microsoft Entra: the tenant, the app registration, consent, and what the app itself may read. */
export function directoryChecks(examined: Examined): readonly Check[] {
  const { authority, tenantId, clientId, host, graph, graphToken } = examined;
  const read = (path: string): Promise<Answer> =>
    ask(`${graph}${path}`, { headers: { authorization: `Bearer ${graphToken ?? ''}` } });
  const withGraph = (check: () => Promise<Verdict | readonly Verdict[]>) => async () =>
    graphToken === null
      ? notTaken('ingen token för Microsoft Graph', 'Logga in med az login som någon som får läsa katalogen.')
      : check();
  return [
    {
      title: 'Katalogen',
      run: async () => {
        const { status, body } = await ask(`${authority}/${tenantId}/v2.0/.well-known/openid-configuration`);
        const { issuer } = (body ?? {}) as { readonly issuer?: string };
        return status === 200 && issuer === `${authority}/${tenantId}/v2.0`
          ? well(tenantId)
          : ill(`Katalogen ${tenantId} hittas inte (svar ${status})`, 'Kontrollera --tenant.');
      },
    },
    {
      title: 'Appregistreringen',
      run: withGraph(async () => {
        const select = 'id,identifierUris,api,appRoles,passwordCredentials';
        const { status, body } = await read(`/applications(appId='${clientId}')?$select=${select}`);
        if (status !== 200)
          return ill(
            `Registreringen ${clientId} hittas inte (svar ${status})`,
            `Kontrollera --client-id. ${PROVISION}`,
          );
        return registration(body as Application, host, clientId);
      }),
    },
    {
      title: 'Federerad inloggning',
      run: withGraph(async () => {
        const { body } = await read(`/applications(appId='${clientId}')/federatedIdentityCredentials`);
        const { value = [] } = (body ?? {}) as {
          readonly value?: readonly { readonly audiences: readonly string[]; readonly subject: string }[];
        };
        return value.some(({ audiences }) => audiences.includes('api://AzureADTokenExchange'))
          ? well('den hanterade identiteten är registreringens bevis')
          : ill('Ingen federerad inloggning finns', PROVISION);
      }),
    },
    { title: 'Medgivande', run: withGraph(() => consent(read, clientId)) },
    { title: 'Appens egen läsning', run: withGraph(() => ownReading(read, clientId)) },
  ];
}

function registration(application: Application, host: string, clientId: string): readonly Verdict[] {
  const { identifierUris, api, appRoles, passwordCredentials } = application;
  const scope = api.oauth2PermissionScopes.find(
    ({ value, isEnabled }) => value === 'access_as_user' && isEnabled,
  );
  const uri = `api://${host}/${clientId}`;
  const missing = Object.entries(TEAMS_CLIENTS).filter(
    ([appId]) =>
      !api.preAuthorizedApplications.some(
        (client) => client.appId === appId && client.delegatedPermissionIds.includes(scope?.id ?? ''),
      ),
  );
  const roles = ['Index.Manager', 'Index.Admin'].filter(
    (value) => !appRoles.some((role) => role.value === value && role.isEnabled),
  );
  const faults = [
    ...(identifierUris.includes(uri) ? [] : [`Application ID URI saknas: ${uri}`]),
    ...(api.requestedAccessTokenVersion === 2 ? [] : ['requestedAccessTokenVersion är inte 2']),
    ...(scope ? [] : ['Omfånget access_as_user saknas']),
    ...missing.map(([, name]) => `${name} är inte förhandsgodkänd`),
    ...roles.map((role) => `Rollen ${role} saknas`),
    ...(passwordCredentials.length === 0
      ? []
      : ['Registreringen har en hemlighet, som produkten inte behöver']),
  ];
  if (faults.length === 0) return [well(uri)];
  return faults.map((fault) => ill(fault, PROVISION));
}

async function consent(read: (path: string) => Promise<Answer>, clientId: string): Promise<Verdict> {
  const { status, body } = await read(`/servicePrincipals(appId='${clientId}')/oauth2PermissionGrants`);
  if (status !== 200) return ill(`Företagsprogrammet hittas inte (svar ${status})`, PROVISION);
  const { value = [] } = body as {
    readonly value?: readonly { readonly consentType: string; readonly scope: string }[];
  };
  const granted = value
    .filter(({ consentType }) => consentType === 'AllPrincipals')
    .flatMap(({ scope }) => scope.trim().split(' '));
  return granted.includes('Sites.Read.All')
    ? well(granted.join(', '))
    : ill(
        'Administratörer kan inte bläddra bland webbplatser: medgivande till Sites.Read.All (delegerat) saknas',
        'Entra → App registrations → Digitaliseringsindex → API permissions → Grant admin consent.',
      );
}

/** The managed identity is the subject of the federated credential. */
async function ownReading(read: (path: string) => Promise<Answer>, clientId: string): Promise<Verdict> {
  const credentials = await read(`/applications(appId='${clientId}')/federatedIdentityCredentials`);
  const [credential] =
    ((credentials.body ?? {}) as { readonly value?: readonly { readonly subject: string }[] }).value ?? [];
  if (!credential) return notTaken('den hanterade identiteten är okänd', PROVISION);
  const { status, body } = await read(`/servicePrincipals/${credential.subject}/appRoleAssignments`);
  if (status !== 200) return ill(`Den hanterade identiteten hittas inte (svar ${status})`, PROVISION);
  const { value = [] } = body as { readonly value?: readonly { readonly appRoleId: string }[] };
  return value.some(({ appRoleId }) => appRoleId === SITES_SELECTED)
    ? well('Sites.Selected')
    : ill('Den hanterade identiteten saknar Sites.Selected', PROVISION);
}
