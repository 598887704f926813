import { DEFAULT_REFRESH_SCHEDULE } from '#core/settings/refresh-schedule.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { AuditLog } from '../../../api/src/app/ports/audit-log.ts';
import type { ChannelTargets } from '../../../api/src/app/ports/channel-targets.ts';
import type { StoredResult } from '../../../api/src/app/ports/result-store.ts';
import type { SettingsStore } from '../../../api/src/app/ports/settings-store.ts';
import { sampleResult, sampleSettings } from '../../core/result/sample-year.ts';

const SAMPLE = sampleResult();

export const unused = () => Promise.reject(new Error('the whole index needs no rows'));

/** A result of that year, hash and index. */
export function storedOf(year: number, hash: string, index: string): StoredResult {
  const figure = { kind: 'value', shown: index, exact: index } as const;
  const figures = { ...SAMPLE.figures, index: { ...SAMPLE.figures.index, figure } };
  // The sample has fewer answers than leave the tab.
  const method = { ...SAMPLE.method, minimumGroupSize: 0, minimumOpenGroupSize: 0 };
  const maturity = { ...SAMPLE.maturity, openAreas: true };
  const result: IndexResult = { ...SAMPLE, year, hash, method, maturity, figures };
  const { preconditions, delivery, benefit } = SAMPLE.figures;
  return {
    head: {
      year,
      hash,
      computedAt: SAMPLE.computedAt,
      running: false,
      index: result.figures.index.figure,
      preconditions: preconditions.figure,
      delivery: delivery.figure,
      benefit: benefit.figure,
    },
    result: () => Promise.resolve(result),
    rows: unused,
  };
}

export const SETTINGS: SettingsStore = {
  summary: () =>
    Promise.resolve({
      version: 1,
      organisationName: sampleSettings().organisationName,
      years: [2024, 2025, 2026],
      unitsVisibleTo: 'everyone',
      refresh: DEFAULT_REFRESH_SCHEDULE,
    }),
  latest: () => Promise.resolve(null),
  version: () => Promise.resolve(null),
  versions: () => Promise.resolve([]),
  save: () => Promise.resolve({ kind: 'conflict', version: 1 }),
};
const TARGET = { id: 'ledning', name: 'Ledningen', kind: 'workflows-webhook' };
export const TARGETS = {
  list: () => Promise.resolve([TARGET]),
  find: () => Promise.resolve(TARGET),
  save: () => Promise.resolve(),
  remove: () => Promise.resolve(),
} as unknown as ChannelTargets;
export const AUDIT: AuditLog = { add: () => Promise.resolve(), page: unused } as unknown as AuditLog;
