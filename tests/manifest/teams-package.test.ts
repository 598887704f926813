import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ACTIVITY_PARAMETER, ACTIVITY_TYPE } from '../../api/src/adapters/teams/activity-notice.ts';
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
      readonly activities: {
        readonly activityTypes: readonly { readonly type: string; readonly templateText: string }[];
      };
    };
    expect(`v${manifest.manifestVersion}`).toBe(newest);
    expect(manifest.staticTabs[0]?.scopes).toContain('personal');
    expect(manifest.configurableTabs[0]).toMatchObject({
      scopes: ['team', 'groupChat'],
      context: expect.arrayContaining(['channelTab', 'meetingSidePanel']) as unknown,
    });
    // Declares nothing that the product does not do.
    expect(manifest.bots).toBeUndefined();
    const [activity, ...others] = manifest.activities.activityTypes;
    expect(others).toEqual([]);
    expect(activity).toMatchObject({
      type: ACTIVITY_TYPE,
      templateText: expect.stringContaining(`{${ACTIVITY_PARAMETER}}`) as string,
    });
  });

  test('says everything that a person reads in English too', () => {
    const files = unzipSync(buildTeamsPackage(sample, '1.0.0'));
    const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as {
      readonly name: Record<string, string>;
      readonly description: Record<string, string>;
      readonly staticTabs: readonly { readonly name?: string }[];
      readonly activities: { readonly activityTypes: readonly object[] };
      readonly localizationInfo: { readonly additionalLanguages: readonly { readonly file: string }[] };
    };
    const read = [
      ...(['name', 'description'] as const).flatMap((part) =>
        Object.keys(manifest[part]).map((length) => `${part}.${length}`),
      ),
      ...manifest.staticTabs.flatMap(({ name }, at) =>
        name === undefined ? [] : [`staticTabs[${at}].name`],
      ),
      ...manifest.activities.activityTypes.flatMap((_type, at) =>
        ['description', 'templateText'].map((words) => `activities.activityTypes[${at}].${words}`),
      ),
    ];
    const [english] = manifest.localizationInfo.additionalLanguages;
    const { $schema, ...texts } = JSON.parse(strFromU8(files[english?.file ?? '']!)) as Record<
      string,
      string
    >;
    expect($schema).toContain('Localization');
    expect(Object.keys(texts).sort()).toEqual(read.sort());
  });

  test('has an outline that is white on nothing, as Teams draws it over any theme', () => {
    const { pixels, width } = pixelsOf(
      readFileSync(join(import.meta.dirname, '../../manifest/icons/outline.png')),
    );
    expect(width).toBe(32);
    const seen = pixels.filter(([, , , alpha]) => alpha > 0);
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.length).toBeLessThan(pixels.length / 2);
    expect(seen.filter(([red, green, blue]) => Math.min(red, green, blue) < 255)).toEqual([]);
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

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** Reads a PNG of eight bits RGBA, not interlaced: what our icons are. */
function pixelsOf(png: Buffer): { readonly width: number; readonly pixels: readonly Pixel[] } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([...png.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const rows = inflateSync(Buffer.concat(packed));
  const bytes = new Uint8Array(width * height * 4);
  const byte = (at: number, isThere: boolean) => (isThere ? (bytes[at] ?? 0) : 0);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (width * 4 + 1)] ?? 0;
    for (let x = 0; x < width * 4; x += 1) {
      const to = y * width * 4 + x;
      const left = byte(to - 4, x >= 4);
      const up = byte(to - width * 4, y > 0);
      const corner = byte(to - width * 4 - 4, x >= 4 && y > 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      bytes[to] = (rows[y * (width * 4 + 1) + 1 + x] ?? 0) + guess;
    }
  }
  const pixels = Array.from({ length: width * height }, (_, at): Pixel => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = bytes.subarray(at * 4, at * 4 + 4);
    return [red, green, blue, alpha];
  });
  return { width, pixels };
}

/** The neighbour that is nearest to left + up - corner, as PNG's fourth filter guesses. */
function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
