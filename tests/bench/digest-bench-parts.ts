import type { ChannelTargets, StoredTarget } from '../../api/src/app/ports/channel-targets.ts';
import type { DigestCards } from '../../api/src/app/ports/digest-cards.ts';
import type { PersonChannels } from '../../api/src/app/ports/person-channels.ts';
import type { ResultStore, StoredResult } from '../../api/src/app/ports/result-store.ts';
import type { SecretStore } from '../../api/src/app/ports/secret-store.ts';
import { DEFAULT_REFRESH_SCHEDULE } from '#core/settings/refresh-schedule.ts';
import type { SettingsStore } from '../../api/src/app/ports/settings-store.ts';
import { TeamsDigestCards } from '../../api/src/adapters/teams/teams-digest-cards.ts';
import { sampleResult, sampleSettings, YEAR } from '../core/result/sample-year.ts';

const result = sampleResult();
const settings = sampleSettings();
const { index, preconditions, delivery, benefit } = result.figures;
const stored: StoredResult = {
  head: {
    year: YEAR,
    hash: result.hash,
    computedAt: result.computedAt,
    running: false,
    index: index.figure,
    preconditions: preconditions.figure,
    delivery: delivery.figure,
    benefit: benefit.figure,
  },
  result: () => Promise.resolve(result),
  rows: () => Promise.reject(new Error('the whole index needs no rows')),
};

/** One result for every tenant: what is measured is the posting, not the computing. */
export const BENCH_RESULTS: ResultStore = {
  vintages: {
    latestOfYears: () => Promise.resolve([]),
    latest: () => Promise.resolve(null),
    find: () => Promise.resolve(null),
    list: () => Promise.resolve([]),
    add: () => Promise.resolve(false),
  },
  heads: () => Promise.resolve([stored.head]),
  find: (_tenantId, year) => Promise.resolve(year === YEAR ? stored : null),
  seen: () => Promise.resolve([]),
  save: () => Promise.resolve(),
};

export const BENCH_SETTINGS: SettingsStore = {
  summary: () =>
    Promise.resolve({
      version: 1,
      organisationName: settings.organisationName,
      years: [YEAR],
      refresh: DEFAULT_REFRESH_SCHEDULE,
      unitsVisibleTo: 'everyone',
    }),
  latest: () => Promise.resolve(null),
  version: () => Promise.resolve(null),
  versions: () => Promise.resolve([]),
  save: () => Promise.resolve({ kind: 'conflict', version: 1 }),
};

/** The cards that are posted for real. */
export const BENCH_CARDS: DigestCards = new TeamsDigestCards({
  linkBase: 'https://teams.example/l/entity',
  appId: '8a1f6c2d-3b4e-4f5a-8c7d-9e0b1a2c3d4e',
});

export const BENCH_SECRETS: SecretStore = {
  read: (name) => Promise.resolve(`https://flow.example/${name}`),
  write: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};

/** Nobody is there: everything goes through the queue. */
export const NO_PERSON: PersonChannels = {
  senderFor: () => {
    throw new Error('nobody is there');
  },
  missingConsent: () => Promise.resolve(null),
};

export function benchTargets(count: number): ChannelTargets {
  const targets: readonly StoredTarget[] = Array.from({ length: count }, (_, number) => ({
    id: `channel-${number}`,
    name: `Channel ${number}`,
    kind: 'workflows-webhook',
    host: 'flow.example',
    channelLink: null,
    recipient: null,
    takesNotices: false,
    savedAt: '',
    savedBy: '',
    secretName: `channel-${number}`,
  }));
  return {
    list: () => Promise.resolve(targets),
    find: (tenantId, id) => {
      const found = targets.find((target) => target.id === id);
      return Promise.resolve(found ? { ...found, secretName: `${tenantId}-${id}` } : null);
    },
    save: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  };
}
