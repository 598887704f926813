import type { Settings } from '#core/settings/settings-schema.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { ApiClient } from '../../local/api-client.ts';
import { refreshYear, seedSettings } from '../../local/seed.ts';
import { CHANNEL, startEmptyStack, type RunningStack } from '../support/running-stack.ts';
import { TENANT_A, TENANT_B, TENANT_OUTSIDE } from './attack-tokens.ts';
import { TokenLab } from './token-lab.ts';

/** Stands in everything that tenant A writes, so that its data is known wherever it turns up. */
export const CANARY = 'Kanariekommunen';
export const YEAR = 2024;
export const WEBHOOK_SIGNATURE = 'lokal-signatur-utan-varde';
const ADMINS = {
  [TENANT_A]: '44444444-0000-4000-8000-00000000000a',
  [TENANT_B]: '44444444-0000-4000-8000-00000000000b',
};

/** One product that two municipalities share, each with settings, a result, a channel and a delivery. */
export interface TwoTenants {
  readonly lab: TokenLab;
  readonly stack: RunningStack;
  readonly deliveryOfA: string;
  admin(tenantId: keyof typeof ADMINS): ApiClient;
  token(tenantId: string, userId: string, roles?: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

/** Settings that need no list: the year is typed in as published. */
export function typedSettings(organisationName: string, index: string): Settings {
  const figure = (id: string, value: string) => ({
    year: YEAR,
    figure: id,
    value,
    source: `${organisationName}, årsredovisning`,
  });
  return settingsSchema.parse({
    organisationName,
    years: [YEAR],
    sources: [],
    publishedFigures: [figure('index', index), figure('delivery', '8.5'), figure('benefit', '8.8')],
  });
}

/** Starts it. @param environment settings beside those of the two tenants */
export async function startTwoTenants(
  environment: Readonly<Record<string, string>> = {},
): Promise<TwoTenants> {
  const lab = new TokenLab();
  await lab.start();
  for (const tenantId of [TENANT_A, TENANT_B, TENANT_OUTSIDE]) await lab.addKey(tenantId);
  const stack = await startEmptyStack({ ...lab.environment([TENANT_A, TENANT_B]), ...environment });
  const token = (tenantId: string, userId: string, roles: readonly string[] = []) =>
    lab.sign(lab.v2(tenantId, userId, { roles }), lab.key(tenantId));
  const admin = (tenantId: keyof typeof ADMINS) =>
    new ApiClient(stack.url, () => token(tenantId, ADMINS[tenantId], ['Index.Admin']));
  const channelOfA = {
    ...CHANNEL,
    name: `${CANARY} kanal`,
    webhookUrl: stack.workflows.addressOf(CHANNEL.id),
  };
  await seedSettings(admin(TENANT_A), typedSettings(CANARY, '8.1'), [channelOfA]);
  await seedSettings(admin(TENANT_B), typedSettings('Bokommunen', '5.5'), []);
  for (const tenantId of [TENANT_A, TENANT_B] as const) await refreshYear(admin(tenantId), YEAR);
  const { body } = await admin(TENANT_A).call<{ readonly deliveryId: string }>('POST', '/digests', {
    year: YEAR,
    targetId: CHANNEL.id,
    language: 'sv',
  });
  return {
    lab,
    stack,
    deliveryOfA: body.deliveryId,
    admin,
    token,
    stop: async () => {
      await stack.stop();
      await lab.stop();
    },
  };
}
