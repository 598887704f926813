import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Environment } from './environment.ts';

const folder = import.meta.dirname;
const require = createRequire(import.meta.url);

/** Says what is wrong with a package and in which file, one line per fault. */
export class PackageError extends Error {
  override name = 'PackageError';
}

/**
 * Builds the Teams app package: manifest and texts filled in for one environment, checked against Microsoft's schema,
 * with its icons. The same input gives the same bytes.
 *
 * @param version semantic version that Teams compares to decide on an update
 * @throws PackageError naming each fault
 */
export function buildTeamsPackage(environment: Environment, version: string): Uint8Array {
  const values: Readonly<Record<string, string>> = { ...environment, version };
  const manifest = fill(readFileSync(join(folder, 'manifest.json'), 'utf8'), values);
  const english = fill(readFileSync(join(folder, 'en.json'), 'utf8'), values);
  const color = readFileSync(join(folder, 'icons/color.png'));
  const outline = readFileSync(join(folder, 'icons/outline.png'));
  const faults = [
    ...schemaFaults('manifest.json', manifest, 'MicrosoftTeams.schema.json'),
    ...schemaFaults('en.json', english, 'MicrosoftTeams.Localization.schema.json'),
    ...iconFaults('icons/color.png', color, 192),
    ...iconFaults('icons/outline.png', outline, 32),
  ];
  if (faults.length > 0) throw new PackageError(faults.join('\n'));
  const files: Zippable = {
    'manifest.json': strToU8(manifest),
    'en.json': strToU8(english),
    'color.png': new Uint8Array(color),
    'outline.png': new Uint8Array(outline),
  };
  // A fixed time, so that two builds of one commit are the same file.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  const filled = template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
  });
  const left = filled.match(/\{\{\w+\}\}/g);
  if (left) throw new PackageError(`manifest: no value for ${[...new Set(left)].join(', ')}`);
  return filled;
}

function schemaFaults(file: string, text: string, schemaName: string): string[] {
  const schema = require(`@microsoft/app-manifest/build/json-schemas/teams/v1.30/${schemaName}`) as Record<
    string,
    unknown
  >;
  const ajv = new AjvDraft04({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(
    (error) => `${file} ${error.instancePath}: ${error.message ?? 'not valid'}`,
  );
}

/** Teams refuses a package whose icons are not PNG of exactly these sizes. */
function iconFaults(file: string, png: Buffer, size: number): string[] {
  const isPng = png.subarray(1, 4).toString('latin1') === 'PNG';
  if (!isPng) return [`${file}: not a PNG`];
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return width === size && height === size
    ? []
    : [`${file}: ${width} × ${height} pixels, must be ${size} × ${size}`];
}
