import type { DoctorTexts } from './texts-sv.ts';

export const ENGLISH: DoctorTexts = {
  help: `Examines a deployed environment step by step and says what to mend. Changes nothing, and posts nothing without --post-test.

  npm run doctor -- --host index.kommunen.se --tenant DIRECTORY-ID --client-id CLIENT-ID

  npm run doctor -- --azd ENVIRONMENT     takes all of this from azd's environment

The sign-in is taken from az login, or from DOCTOR_GRAPH_TOKEN and DOCTOR_API_TOKEN.
  --post-test        posts a card, marked as a test, to every channel and waits for the receipt
  --language sv|en   otherwise the language of the computer
Other places: --address, --authority, --graph.
`,
  noEnvironment: (name) => `azd has no environment ${name} here. azd env list shows those there are.\n`,
  allIsWell: 'Everything is as it should be.',
  found: (ill, notTaken) =>
    `${ill} faults, ${notTaken} steps that could not be taken. Mend from the top: later faults may come of earlier ones.`,
  answers: (what, status) => `${what} answers ${status}`,
  tryAgain: 'Try again in a while.',
  noGraphToken: 'no token for Microsoft Graph',
  signInToGraph: 'Sign in with az login as somebody who may read the directory.',
  noApiToken: 'no token for the API',
  signInToApi:
    'Sign in with az login as a person with the role Index.Admin, or set DOCTOR_API_TOKEN to such a person’s token. docs/install.en.md, section 8.',
  provision: 'Run azd provision again; infra/modules/registration.bicep puts it right.',
  directory: {
    title: 'The directory',
    missing: (tenantId, status) => `The directory ${tenantId} is not found (answer ${status})`,
    mend: 'Check --tenant.',
  },
  registration: {
    title: 'The app registration',
    missing: (clientId, status) => `The registration ${clientId} is not found (answer ${status})`,
    checkClientId: 'Check --client-id.',
    noUri: (uri) => `The application ID URI is missing: ${uri}`,
    tokenVersion: 'requestedAccessTokenVersion is not 2',
    noScope: 'The scope access_as_user is missing',
    notPreauthorised: (client) => `${client} is not pre-authorised`,
    teamsClients: { desktop: 'Teams on desktop and mobile', web: 'Teams on the web' },
    noRole: (role) => `The role ${role} is missing`,
    hasSecret: 'The registration has a secret, which the product does not need',
  },
  credential: {
    title: 'Federated sign-in',
    well: 'the managed identity is the proof of the registration',
    none: 'There is no federated credential',
    otherIssuer: (issuer) => `The issuer of the federated credential is ${issuer}, not the directory`,
    otherIdentity: (subject) =>
      `The federated credential is for the identity ${subject}, not that of the function app`,
  },
  consent: {
    title: 'Consent',
    noPrincipal: (status) => `The enterprise application is not found (answer ${status})`,
    without: (scope) => `consent to ${scope} (delegated) is missing`,
    cannotBrowse: 'Administrators cannot browse sites',
    cannotMakeLists: 'without Sites.Manage.All, so the app cannot make lists for you',
    cannotPostAsOneself: 'without ChannelMessage.Send, so nobody can post cards in their own name',
    mend: 'Entra → App registrations → Digitaliseringsindex → API permissions → Grant admin consent.',
  },
  ownReading: {
    title: 'What the app itself may read',
    unknown: 'the managed identity is unknown',
    missing: (status) => `The managed identity is not found (answer ${status})`,
    noPermission: 'The managed identity lacks Sites.Selected',
  },
  roles: {
    title: 'Roles',
    well: (count) => `${count} with the role Index.Admin`,
    none: 'Nobody has the role Index.Admin, so nobody can set up the app',
    mend: 'Entra → Enterprise applications → Digitaliseringsindex → Users and groups: add the person with the role Administratör.',
  },
  health: {
    title: 'The API answers and reaches its storage',
    well: (version) => `version ${version}`,
    unreachable: (address) => `${address} cannot be reached`,
    isItRunning: 'Check the host name, and that the function app is running.',
    giveRoles: 'Give the managed identity the roles in infra/modules/storage.bicep: run azd provision again.',
  },
  tab: {
    title: 'The tab may be shown in Teams',
    well: 'the right frame-ancestors',
    deploy: 'Deploy again with azd deploy; the tab is in the same package.',
    noPolicy: 'The header content-security-policy lacks Teams',
    letThrough: 'Something in front of the app changes headers. Let it pass them on unchanged.',
  },
  stranger: {
    title: 'The API refuses whoever is not signed in',
    mend: 'Stop the app and turn to whoever maintains it.',
    withoutToken: (status) => `/api/years answers ${status} without a token`,
  },
  signIn: {
    title: 'Signing in as administrator',
    well: 'the role Index.Admin',
    nothingSet: 'the role Index.Admin; nothing is set up yet',
    noRole: 'The person lacks the role Index.Admin',
    tenant: 'The directory is not allowed',
    allowTenant: 'azd env set ALLOWED_TENANTS with the directory’s id, and azd provision.',
    seeRunbook: 'See docs/runbook.md, “token-invalid”.',
  },
  sources: {
    title: 'Sources',
    noSettings: 'no settings',
    none: 'no sources',
    connect: 'Open Settings → Sources in the app and connect one.',
    well: (source) => `${source} can be read`,
    unreadable: 'cannot be read',
    run: 'Run as SharePoint administrator:',
  },
  channels: {
    title: 'Channels',
    none: 'no channels',
    add: 'Open Settings → Channels and cards in the app and add the workflow of a channel.',
    newFlow: 'Make a new workflow in the channel and save its address in Settings → Channels and cards.',
    notAllowed: (name, host) => `${name}: ${host} is no host that the app may post to`,
    allow: 'If the host is right, add it to the app setting WEBHOOK_HOSTS. Otherwise save a new address.',
    unknownHost: (name, host) => `${name}: there is no host ${host}`,
    noAnswer: (name, host, why) => `${name}: ${host} does not answer with TLS (${why})`,
    network:
      'Tried from this computer. Check network and proxy here; if it answers elsewhere, see the receipts in Settings → Channels and cards.',
    reachable: (name, host) =>
      `${name}: ${host} answers. Whether the workflow is still there, only a post can tell: --post-test`,
    nothingSent: (name) => `${name}: nothing has been sent yet`,
    send: 'Send a card in Settings → Channels and cards, or run with --post-test.',
    last: (name, state) => `${name}: the latest card is ${state}`,
    states: {
      queued: 'queued',
      sending: 'on its way',
      accepted: 'accepted',
      posted: 'posted',
      failed: 'not delivered',
      uncertain: 'uncertain',
      withdrawn: 'withdrawn',
    },
  },
  post: {
    title: 'Test post',
    noYear: 'no year is computed',
    compute: 'Open Settings → Refresh in the app and refresh a year.',
    well: (name, state) => `${name}: the test card is ${state}`,
    slow: (name) => `${name}: the receipt takes its time`,
    look: 'See the receipt in Settings → Channels and cards in a while.',
  },
};
