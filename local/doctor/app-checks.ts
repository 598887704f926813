import type { StoredSettings } from '#core/contracts/admin.ts';
import type { Problem } from '#core/contracts/problem.ts';
import type { SourceCheck } from '#core/contracts/sources.ts';
import { apiOf, wordsOf, type Api } from './api-answers.ts';
import { channelChecks } from './channel-checks.ts';
import { ask, ill, notTaken, well, type Check, type Examined, type Verdict } from './doctor-check.ts';

/** Steps against the app itself: that it runs, shows the tab as Teams needs it, and reaches sources and channels. */
export function appChecks(examined: Examined): readonly Check[] {
  const { address, texts } = examined;
  const api = apiOf(examined);
  return [
    {
      title: texts.health.title,
      run: async () => {
        const { status, body } = await ask(`${address}/api/health`);
        if (status === 200) return well(texts.health.well((body as { readonly version: string }).version));
        if (status === 0) return ill(texts.health.unreachable(address), texts.health.isItRunning);
        return ill(wordsOf(texts, body, status), texts.health.giveRoles);
      },
    },
    {
      title: texts.tab.title,
      run: async () => {
        const { status, headers } = await ask(`${address}/tab/`);
        if (status !== 200) return ill(texts.answers('/tab/', status), texts.tab.deploy);
        const policy = headers.get('content-security-policy') ?? '';
        return policy.includes('https://teams.microsoft.com')
          ? well(texts.tab.well)
          : ill(texts.tab.noPolicy, texts.tab.letThrough);
      },
    },
    {
      title: texts.stranger.title,
      run: async () => {
        const { status } = await ask(`${address}/api/years`);
        return status === 401 ? well('401') : ill(texts.stranger.withoutToken(status), texts.stranger.mend);
      },
    },
    { title: texts.signIn.title, run: () => signIn(examined, api) },
    { title: texts.sources.title, run: () => sources(examined, api) },
    ...channelChecks(examined, api),
  ];
}

async function signIn({ apiToken, texts }: Examined, api: Api): Promise<Verdict> {
  if (apiToken === null) return notTaken(texts.noApiToken, texts.signInToApi);
  const { status, body } = await api('/settings');
  if (status === 200) return well(texts.signIn.well);
  const { code } = (body ?? {}) as Partial<Problem>;
  if (code === 'not-configured') return well(texts.signIn.nothingSet);
  if (code === 'forbidden') return ill(texts.signIn.noRole, texts.roles.mend);
  if (code === 'tenant-not-allowed') return ill(texts.signIn.tenant, texts.signIn.allowTenant);
  return ill(wordsOf(texts, body, status), texts.signIn.seeRunbook);
}

async function sources({ apiToken, texts }: Examined, api: Api): Promise<Verdict | readonly Verdict[]> {
  if (apiToken === null) return notTaken(texts.noApiToken, texts.signInToApi);
  const { sources: say } = texts;
  const { status, body } = await api('/settings');
  if (status !== 200) return notTaken(say.noSettings, say.connect);
  const { settings } = body as StoredSettings;
  if (settings.sources.length === 0) return notTaken(say.none, say.connect);
  return Promise.all(
    settings.sources.map(async (source) => {
      const { status: checked, body: found } = await api('/sources/check', {
        method: 'POST',
        body: JSON.stringify({ source }),
      });
      const { ok, problem, grant } = (found ?? {}) as Partial<SourceCheck>;
      if (checked !== 200) return ill(`${source.id}: ${wordsOf(texts, found, checked)}`, texts.tryAgain);
      if (ok === true) return well(say.well(source.id));
      return ill(
        `${source.id}: ${problem?.title ?? say.unreadable}`,
        grant ? `${say.run}\n${grant.powerShell}` : (problem?.detail ?? ''),
      );
    }),
  );
}
