/** What the doctor says, in Swedish. Every word that a person reads stands here or in texts-en.ts. */
export const SWEDISH = {
  help: `Undersöker en driftsatt miljö steg för steg och säger vad som ska rättas. Ändrar ingenting, och postar ingenting utan --post-test.

  npm run doctor -- --host index.kommunen.se --tenant KATALOG-ID --client-id KLIENT-ID

  npm run doctor -- --azd MILJÖ           tar allt detta ur azd:s miljö

Inloggningen tas från az login, eller från DOCTOR_GRAPH_TOKEN och DOCTOR_API_TOKEN.
  --post-test        postar ett kort, märkt som test, i varje kanal och väntar på kvittot
  --language sv|en   annars datorns språk
Andra platser: --address, --authority, --graph.
`,
  noEnvironment: (name: string): string =>
    `azd har ingen miljö ${name} här. azd env list visar dem som finns.\n`,
  allIsWell: 'Allt är som det ska.',
  found: (ill: number, notTaken: number): string =>
    `${ill} fel, ${notTaken} steg som inte kunde tas. Rätta uppifrån och ned: senare fel kan bero på tidigare.`,
  answers: (what: string, status: number): string => `${what} svarar ${status}`,
  tryAgain: 'Försök igen om en stund.',
  noGraphToken: 'ingen token för Microsoft Graph',
  signInToGraph: 'Logga in med az login som någon som får läsa katalogen.',
  noApiToken: 'ingen token för API:et',
  signInToApi:
    'Logga in med az login som en person med rollen Index.Admin, eller sätt DOCTOR_API_TOKEN till en sådan persons token. docs/install.sv.md, avsnitt 8.',
  provision: 'Kör azd provision igen; infra/modules/registration.bicep rättar det.',
  directory: {
    title: 'Katalogen',
    missing: (tenantId: string, status: number): string =>
      `Katalogen ${tenantId} hittas inte (svar ${status})`,
    mend: 'Kontrollera --tenant.',
  },
  registration: {
    title: 'Appregistreringen',
    missing: (clientId: string, status: number): string =>
      `Registreringen ${clientId} hittas inte (svar ${status})`,
    checkClientId: 'Kontrollera --client-id.',
    noUri: (uri: string): string => `Application ID URI saknas: ${uri}`,
    tokenVersion: 'requestedAccessTokenVersion är inte 2',
    noScope: 'Omfånget access_as_user saknas',
    notPreauthorised: (client: string): string => `${client} är inte förhandsgodkänd`,
    teamsClients: { desktop: 'Teams på dator och i mobil', web: 'Teams på webben' },
    noRole: (role: string): string => `Rollen ${role} saknas`,
    hasSecret: 'Registreringen har en hemlighet, som produkten inte behöver',
  },
  credential: {
    title: 'Federerad inloggning',
    well: 'den hanterade identiteten är registreringens bevis',
    none: 'Ingen federerad inloggning finns',
    otherIssuer: (issuer: string): string =>
      `Den federerade inloggningens utfärdare är ${issuer}, inte katalogen`,
    otherIdentity: (subject: string): string =>
      `Den federerade inloggningen gäller identiteten ${subject}, inte funktionsappens`,
  },
  consent: {
    title: 'Medgivande',
    noPrincipal: (status: number): string => `Företagsprogrammet hittas inte (svar ${status})`,
    without: (scope: string): string => `medgivande till ${scope} (delegerat) saknas`,
    cannotBrowse: 'Administratörer kan inte bläddra bland webbplatser',
    cannotMakeLists: 'utan Sites.Manage.All, så appen kan inte skapa listor åt er',
    cannotPostAsOneself: 'utan ChannelMessage.Send, så ingen kan posta kort i eget namn',
    mend: 'Entra → App registrations → Digitaliseringsindex → API permissions → Grant admin consent.',
  },
  ownReading: {
    title: 'Appens egen läsning',
    unknown: 'den hanterade identiteten är okänd',
    missing: (status: number): string => `Den hanterade identiteten hittas inte (svar ${status})`,
    noPermission: 'Den hanterade identiteten saknar Sites.Selected',
  },
  roles: {
    title: 'Roller',
    well: (count: number): string => `${count} har rollen Index.Admin`,
    none: 'Ingen har rollen Index.Admin, så ingen kan ställa in appen',
    mend: 'Entra → Enterprise applications → Digitaliseringsindex → Users and groups: lägg till personen med rollen Administratör.',
  },
  health: {
    title: 'API:et svarar och når sin lagring',
    well: (version: string): string => `version ${version}`,
    unreachable: (address: string): string => `${address} går inte att nå`,
    isItRunning: 'Kontrollera värdnamnet och att funktionsappen är igång.',
    giveRoles: 'Ge den hanterade identiteten rollerna i infra/modules/storage.bicep: kör azd provision igen.',
  },
  tab: {
    title: 'Fliken får visas i Teams',
    well: 'rätt frame-ancestors',
    deploy: 'Driftsätt igen med azd deploy; fliken ingår i samma paket.',
    noPolicy: 'Svarshuvudet content-security-policy saknar Teams',
    letThrough: 'Något framför appen ändrar svarshuvuden. Låt det släppa igenom dem oförändrade.',
  },
  stranger: {
    title: 'API:et vägrar den som inte är inloggad',
    mend: 'Stoppa appen och kontakta den som förvaltar den.',
    withoutToken: (status: number): string => `/api/years svarar ${status} utan token`,
  },
  signIn: {
    title: 'Inloggning som administratör',
    well: 'rollen Index.Admin',
    nothingSet: 'rollen Index.Admin; inget är inställt än',
    noRole: 'Personen saknar rollen Index.Admin',
    tenant: 'Katalogen är inte tillåten',
    allowTenant: 'azd env set ALLOWED_TENANTS med katalogens id, och azd provision.',
    seeRunbook: 'Se docs/runbook.md, ”token-invalid”.',
  },
  sources: {
    title: 'Källor',
    noSettings: 'inga inställningar',
    none: 'inga källor',
    connect: 'Öppna Inställningar → Källor i appen och koppla en.',
    well: (source: string): string => `${source} går att läsa`,
    unreadable: 'går inte att läsa',
    run: 'Kör som SharePoint-administratör:',
  },
  channels: {
    title: 'Kanaler',
    none: 'inga kanaler',
    add: 'Öppna Inställningar → Kanaler och kort i appen och lägg till en kanals arbetsflöde.',
    newFlow: 'Gör ett nytt arbetsflöde i kanalen och spara dess adress i Inställningar → Kanaler och kort.',
    notAllowed: (name: string, host: string): string =>
      `${name}: ${host} är ingen värd som appen får posta till`,
    allow: 'Är värden rätt: lägg till den i appinställningen WEBHOOK_HOSTS. Annars: spara en ny adress.',
    unknownHost: (name: string, host: string): string => `${name}: värden ${host} finns inte`,
    noAnswer: (name: string, host: string, why: string): string =>
      `${name}: ${host} svarar inte med TLS (${why})`,
    network:
      'Prövat från den här datorn. Kontrollera nät och proxy här; svarar den annars, se kvittona i Inställningar → Kanaler och kort.',
    reachable: (name: string, host: string): string =>
      `${name}: ${host} svarar. Om arbetsflödet finns kvar vet bara ett inlägg: --post-test`,
    nothingSent: (name: string): string => `${name}: inget är skickat än`,
    send: 'Skicka ett kort i Inställningar → Kanaler och kort, eller kör med --post-test.',
    last: (name: string, state: string): string => `${name}: senaste kortet är ${state}`,
    states: {
      queued: 'köat',
      sending: 'på väg',
      accepted: 'mottaget',
      posted: 'postat',
      failed: 'inte framme',
      uncertain: 'osäkert',
      withdrawn: 'återkallat',
    },
  },
  post: {
    title: 'Provinlägg',
    noYear: 'inget år är beräknat',
    compute: 'Öppna Inställningar → Uppdatering i appen och uppdatera ett år.',
    well: (name: string, state: string): string => `${name}: provkortet är ${state}`,
    slow: (name: string): string => `${name}: kvittot dröjer`,
    look: 'Se kvittot i Inställningar → Kanaler och kort om en stund.',
  },
};

export type DoctorTexts = typeof SWEDISH;
