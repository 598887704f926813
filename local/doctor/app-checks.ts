import type { StoredSettings } from '#core/contracts/admin.ts';
import type { Problem } from '#core/contracts/problem.ts';
import { ask, ill, notTaken, well, type Answer, type Check, type Examined } from './doctor-check.ts';

const NO_TOKEN =
  'Logga in med az login som en person med rollen Index.Admin, eller sätt DOCTOR_API_TOKEN till en sådan persons token. docs/install.sv.md, avsnitt 8.';

/** Steps against the app itself: that it runs, shows the tab as Teams needs it, and reaches sources and channels. */
export function appChecks(examined: Examined): readonly Check[] {
  const { address, apiToken } = examined;
  const api = (path: string, options: RequestInit = {}): Promise<Answer> =>
    ask(`${address}/api${path}`, {
      ...options,
      headers: {
        authorization: `Bearer ${apiToken ?? ''}`,
        'accept-language': 'sv',
        'content-type': 'application/json',
      },
    });
  return [
    {
      title: 'API:et svarar och når sin lagring',
      run: async () => {
        const { status, body } = await ask(`${address}/api/health`);
        if (status === 200) return well(`version ${(body as { readonly version: string }).version}`);
        if (status === 0)
          return ill(`${address} går inte att nå`, 'Kontrollera värdnamnet och att funktionsappen är igång.');
        return ill(
          wordsOf(body, status),
          'Ge den hanterade identiteten rollerna i infra/modules/storage.bicep: kör azd provision igen.',
        );
      },
    },
    {
      title: 'Fliken får visas i Teams',
      run: async () => {
        const { status, headers } = await ask(`${address}/tab/`);
        if (status !== 200)
          return ill(`/tab/ svarar ${status}`, 'Driftsätt igen med azd deploy; fliken ingår i samma paket.');
        const policy = headers.get('content-security-policy') ?? '';
        return policy.includes('https://teams.microsoft.com')
          ? well('rätt frame-ancestors')
          : ill(
              'Svarshuvudet content-security-policy saknar Teams',
              'Något framför appen ändrar svarshuvuden. Låt det släppa igenom dem oförändrade.',
            );
      },
    },
    {
      title: 'API:et vägrar den som inte är inloggad',
      run: async () => {
        const { status } = await ask(`${address}/api/years`);
        return status === 401
          ? well('401')
          : ill(`/api/years svarar ${status} utan token`, 'Stoppa appen och kontakta den som förvaltar den.');
      },
    },
    { title: 'Inloggning som administratör', run: () => signIn(examined, api) },
    { title: 'Källor', run: () => sources(examined, api) },
    { title: 'Kanaler', run: () => channels(examined, api) },
  ];
}

type Api = (path: string, options?: RequestInit) => Promise<Answer>;

async function signIn({ apiToken }: Examined, api: Api) {
  if (apiToken === null) return notTaken('ingen token för API:et', NO_TOKEN);
  const { status, body } = await api('/settings');
  if (status === 200) return well('rollen Index.Admin');
  const { code } = (body ?? {}) as Partial<Problem>;
  if (code === 'not-configured') return well('rollen Index.Admin; inget är inställt än');
  if (code === 'forbidden')
    return ill(
      'Personen saknar rollen Index.Admin',
      'Entra → Enterprise applications → Digitaliseringsindex → Users and groups: lägg till personen med rollen Administratör.',
    );
  if (code === 'tenant-not-allowed')
    return ill(
      'Katalogen är inte tillåten',
      'Lägg till katalogens id i ALLOWED_TENANTS och kör azd provision.',
    );
  return ill(wordsOf(body, status), 'Se docs/runbook.md, ”Inloggningen godkänns inte”.');
}

async function sources({ apiToken }: Examined, api: Api) {
  if (apiToken === null) return notTaken('ingen token för API:et', NO_TOKEN);
  const { status, body } = await api('/settings');
  if (status !== 200)
    return notTaken('inga inställningar', 'Öppna Inställningar i appen och koppla en källa.');
  const { settings } = body as StoredSettings;
  if (settings.sources.length === 0)
    return notTaken('inga källor', 'Öppna Inställningar → Källor i appen och koppla en.');
  return Promise.all(
    settings.sources.map(async (source) => {
      const { status: checked, body: found } = await api('/sources/check', {
        method: 'POST',
        body: JSON.stringify({ source }),
      });
      const { ok, problem, grant } = (found ?? {}) as {
        readonly ok?: boolean;
        readonly problem?: { readonly title: string; readonly detail: string } | null;
        readonly grant?: { readonly powerShell: string } | null;
      };
      if (checked !== 200) return ill(`${source.id}: ${wordsOf(found, checked)}`, 'Försök igen om en stund.');
      if (ok === true) return well(`${source.id} går att läsa`);
      return ill(
        `${source.id}: ${problem?.title ?? 'går inte att läsa'}`,
        grant ? `Kör som SharePoint-administratör:\n${grant.powerShell}` : (problem?.detail ?? ''),
      );
    }),
  );
}

async function channels({ apiToken }: Examined, api: Api) {
  if (apiToken === null) return notTaken('ingen token för API:et', NO_TOKEN);
  const { status, body } = await api('/channel-targets');
  const targets = (
    body as { readonly targets?: readonly { readonly id: string; readonly name: string }[] } | null
  )?.targets;
  if (status !== 200 || !targets) return ill(wordsOf(body, status), 'Försök igen om en stund.');
  if (targets.length === 0)
    return notTaken(
      'inga kanaler',
      'Öppna Inställningar → Kanaler och kort i appen och lägg till en kanals arbetsflöde.',
    );
  const { body: latest } = await api('/deliveries');
  const { deliveries = [] } = (latest ?? {}) as {
    readonly deliveries?: readonly {
      readonly targetId: string;
      readonly state: string;
      readonly problem: { readonly title: string; readonly detail: string } | null;
    }[];
  };
  // Newest first: the first of each channel says how it is now. Nothing is posted by an examination.
  return targets.map(({ id, name }) => {
    const last = deliveries.find(({ targetId }) => targetId === id);
    if (!last)
      return notTaken(`${name}: inget är skickat än`, 'Skicka ett kort i Inställningar → Kanaler och kort.');
    if (last.problem) return ill(`${name}: ${last.problem.title}`, last.problem.detail);
    return well(
      `${name}: senaste sammanfattningen är ${last.state === 'accepted' ? 'mottagen' : last.state}`,
    );
  });
}

function wordsOf(body: unknown, status: number): string {
  const { title, detail } = (body ?? {}) as Partial<Problem>;
  return title === undefined ? `svarar ${status}` : `${title}. ${detail ?? ''}`;
}
