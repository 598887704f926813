import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '#core/settings/settings-schema.ts';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { createSampleTenant } from '../../local/sample-tenant/sample-tenant.ts';
import { refreshYear, seedSettings } from '../../local/seed.ts';
import { startStack, type Stack } from '../../local/start-stack.ts';

/** A whole product on free ports in a folder of its own, with what the functions host logged. */
export interface RunningStack extends Stack {
  readonly log: readonly string[];
}

/** Starts an empty product: storage without settings, the sample tenant's lists behind Graph. */
export async function startEmptyStack(
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningStack> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'index-stack-'));
  const log: string[] = [];
  const stack = await startStack({
    tenant: createSampleTenant(),
    port: 0,
    dataFolder,
    fresh: true,
    // A change that a test makes is read when the test asks for it, unless it is about being told.
    environment: { LIST_CHANGE_DELAY_SECONDS: '3600', ...environment },
    onLog: (line) => log.push(line),
  });
  return {
    ...stack,
    log,
    stop: async () => {
      await stack.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The channel of the sample tenant that has a flow. */
export const CHANNEL = { id: 'digitalisering', name: 'Digitalisering' };

/** Starts the product as `npm start` leaves it: the sample settings saved, its years read and computed. */
export async function startSeededStack(
  options: { readonly settings?: Settings; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<RunningStack> {
  const { settings = sampleSettings } = options;
  const stack = await startEmptyStack(options.environment);
  try {
    const admin = stack.api(ADMIN);
    await seedSettings(admin, settings, [{ ...CHANNEL, webhookUrl: stack.workflows.addressOf(CHANNEL.id) }]);
    // Oldest first: a year is compared with the one before.
    for (const year of [...settings.years].sort((a, b) => a - b)) await refreshYear(admin, year);
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
