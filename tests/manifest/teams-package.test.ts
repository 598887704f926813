import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { environmentSchema, type Environment } from '../../manifest/environment.ts';
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
  ])('an environment with %s is refused', (_what, change) => {
    expect(environmentSchema.safeParse({ ...sample, ...change }).success).toBe(false);
  });
});
