import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that is part of what is deployed. */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** As the lockfile has it, `sha512-…`. */
  readonly integrity: string;
}

/** A package as package-lock.json has it. */
export interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Licences that let a municipality run and change the product, without more than naming the author. */
export const ACCEPTED_LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** The packages of a lockfile by their folder. */
export function lockedPackages(root: string): Readonly<Record<string, LockedPackage>> {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  // The entry without a folder is the product itself.
  return Object.fromEntries(Object.entries(lock.packages).filter(([folder]) => folder !== ''));
}

/** What is deployed: every package that a dependency brings, as installed, by name and version. */
export function components(root: string): readonly Component[] {
  return Object.entries(lockedPackages(root))
    .filter(([folder, { dev, devOptional }]) => !dev && !devOptional && existsSync(join(root, folder)))
    .map(([folder, locked]) => {
      const own = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
        readonly name: string;
        readonly version: string;
        readonly license?: string | { readonly type?: string };
      };
      const licence = typeof own.license === 'string' ? own.license : (own.license?.type ?? 'unknown');
      return { name: own.name, version: own.version, licence, integrity: locked.integrity ?? '' };
    })
    .sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

/**
 * The bill of materials as CycloneDX 1.6. It holds no time and its serial number comes from its contents, so that the same
 * packages give the same bytes. @see https://cyclonedx.org/docs/1.6/json/
 */
export function billOfMaterials(
  parts: readonly Component[],
  version: string,
): Readonly<Record<string, unknown>> {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const uuid = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuid}`,
    version: 1,
    metadata: { component: { type: 'application', name: 'digitaliseringsindex', version } },
    components: parts.map(({ name, version: of, licence, integrity }) => ({
      type: 'library',
      'bom-ref': `pkg:npm/${name.replace('@', '%40')}@${of}`,
      purl: `pkg:npm/${name.replace('@', '%40')}@${of}`,
      name,
      version: of,
      licenses: [{ license: { id: licence } }],
      hashes: [
        { alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') },
      ],
    })),
  };
}

/** The licences for people to read: how many packages have which, and every package. */
export function licenceList(parts: readonly Component[]): string {
  const byLicence = Map.groupBy(parts, ({ licence }) => licence);
  const groups = [...byLicence].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '# Licences of what is deployed',
    '',
    ...groups.flatMap(([licence, of]) => [
      `## ${licence} (${of.length})`,
      '',
      ...of.map(({ name, version }) => `- ${name} ${version}`),
      '',
    ]),
  ].join('\n');
}
