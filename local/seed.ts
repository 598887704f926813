import { setTimeout as sleep } from 'node:timers/promises';
import type { RefreshJob } from '#core/contracts/admin.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { ApiFailure, type ApiClient } from './api-client.ts';

/** A refresh that failed, in the API's own words. */
export class RefreshFailure extends Error {
  override readonly name = 'RefreshFailure';
}

export interface SeedTarget {
  readonly id: string;
  readonly name: string;
  readonly webhookUrl: string;
}

/**
 * Does what an admin does on the first day, through the API: saves the settings where there are none, and the channel
 * targets. Addresses are saved at every start, since the stand-in's port may differ.
 */
export async function seedSettings(
  admin: ApiClient,
  settings: Settings,
  targets: readonly SeedTarget[],
): Promise<void> {
  if (!(await isConfigured(admin))) await admin.call('PUT', '/settings', settings, { 'if-none-match': '*' });
  for (const { id, name, webhookUrl } of targets) {
    await admin.call('PUT', `/channel-targets/${id}`, { name, webhookUrl });
  }
}

async function isConfigured(admin: ApiClient): Promise<boolean> {
  try {
    await admin.call('GET', '/settings');
    return true;
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 404) return false;
    throw error;
  }
}

/**
 * Asks for a refresh and waits until it has ended.
 *
 * @throws RefreshFailure in the API's words; ApiFailure where it can't be asked for
 */
export async function refreshYear(
  admin: ApiClient,
  year: number,
  onProgress: (job: RefreshJob) => void = () => undefined,
): Promise<void> {
  const asked = (await admin.call<RefreshJob>('POST', '/refreshes', { year })).body;
  for (;;) {
    const { body: job } = await admin.call<RefreshJob>('GET', `/refreshes/${year}`);
    onProgress(job);
    const isOurs = job.requestedAt >= asked.requestedAt;
    if (isOurs && job.state === 'succeeded') return;
    if (isOurs && job.state === 'failed') {
      throw new RefreshFailure(
        `${job.problem?.title ?? 'Beräkningen misslyckades.'} ${job.problem?.detail ?? ''}`.trim(),
      );
    }
    await sleep(100);
  }
}
