import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { environmentOfAzd, environmentSchema, type Environment } from '../../manifest/environment.ts';
import { buildTeamsPackage } from '../../manifest/teams-package.ts';

const sample = environmentSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../manifest/environments/sample.json'), 'utf8')),
);

interface Manifest {
  readonly version: string;
  readonly validDomains: readonly string[];
  readonly configurableTabs: readonly { readonly configurationUrl: string }[];
  readonly webApplicationInfo: { readonly resource: string };
}

describe('the Teams package', () => {
  test('holds manifest, English texts and both icons, filled in for the environment', () => {
    const files = unzipSync(buildTeamsPackage(sample, '1.2.3'));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as Manifest;
    expect(manifest.version).toBe('1.2.3');
    expect(manifest.validDomains).toEqual(['index.ekviken.example']);
    expect(manifest.configurableTabs[0]?.configurationUrl).toBe(
      'https://index.ekviken.example/tab/#/configure',
    );
    expect(manifest.webApplicationInfo.resource).toBe(
      'api://index.ekviken.example/8a1f6c2d-3b4e-4f5a-8c7d-9e0b1a2c3d4e',
    );
  });

  test('is the environment that azd deployed', () => {
    const variables = {
      TEAMS_APP_ID: sample.teamsAppId,
      API_CLIENT_ID: sample.clientId,
      TAB_HOST: 'func-index-abc.azurewebsites.net',
      ORGANISATION_NAME: 'Ekvikens kommun',
    };
    expect(environmentSchema.safeParse(environmentOfAzd(variables)).success).toBe(true);
    expect(environmentSchema.safeParse(environmentOfAzd({})).success).toBe(false);
  });

  test('is checked against the newest schema that Microsoft ships, and works in every place a tab can be', () => {
    const schemas = join(
      import.meta.dirname,
      '../../node_modules/@microsoft/app-manifest/build/json-schemas/teams',
    );
    const newest = readdirSync(schemas)
      .filter((name) => /^v\d+\.\d+$/.test(name))
      .sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]))
      .at(-1);
    const text = strFromU8(unzipSync(buildTeamsPackage(sample, '1.0.0'))['manifest.json']!);
    const manifest = JSON.parse(text) as Manifest & {
      readonly manifestVersion: string;
      readonly staticTabs: readonly { readonly scopes: readonly string[] }[];
      readonly bots?: unknown;
      readonly activities?: unknown;
    };
    expect(`v${manifest.manifestVersion}`).toBe(newest);
    expect(manifest.staticTabs[0]?.scopes).toContain('personal');
    expect(manifest.configurableTabs[0]).toMatchObject({
      scopes: ['team', 'groupChat'],
      context: expect.arrayContaining(['channelTab', 'meetingSidePanel']) as unknown,
    });
    // Declares nothing that the product does not do.
    expect([manifest.bots, manifest.activities]).toEqual([undefined, undefined]);
  });

  test('is the same file when built twice', () => {
    expect(buildTeamsPackage(sample, '1.0.0')).toEqual(buildTeamsPackage(sample, '1.0.0'));
  });

  test('refuses a value that breaks the schema and names the place', () => {
    expect(() => buildTeamsPackage({ ...sample, developerName: 'x'.repeat(33) }, '1.0.0')).toThrow(
      /manifest\.json \/developer\/name/,
    );
  });

  test('refuses a placeholder that nothing fills', () => {
    const { tabHost, ...withoutHost } = sample;
    expect(tabHost).toBeTruthy();
    expect(() => buildTeamsPackage(withoutHost as Environment, '1.0.0')).toThrow(
      /no value for \{\{tabHost\}\}/,
    );
  });

  test.each([
    ['an address where a host belongs', { tabHost: 'https://index.example' }],
    ['a port', { tabHost: 'localhost:4280' }],
    ['an id that is no GUID', { clientId: 'klient' }],
    ['http for a page', { privacyUrl: 'http://index.example/' }],
    ['a misspelt key', { teamsAppID: 'x' }],
    ['an id of nothing but zeros', { teamsAppId: '00000000-0000-0000-0000-000000000000' }],
    ['an id of nothing but ones', { clientId: '11111111-1111-1111-1111-111111111111' }],
    ['a placeholder for a host', { tabHost: 'your-app.azurewebsites.net' }],
    ['a placeholder for a name', { developerName: '<kommunens namn>' }],
    ['somebody else’s example', { websiteUrl: 'https://contoso.com/' }],
  ])('an environment with %s is refused', (_what, change) => {
    expect(environmentSchema.safeParse({ ...sample, ...change }).success).toBe(false);
  });
});
