import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { billOfMaterials, components, licenceList } from './bill-of-materials.ts';

/**
 * `npm run build:release` lays out dist/release from what the other builds made: `functions/` that Azure runs as it is (the
 * bundle and the tab, compressed), the bill of materials, the licences, and the hash of every file. The same sources give
 * the same bytes.
 */
const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    api: { type: 'string', default: 'dist/api' },
    tab: { type: 'string', default: 'dist/tab' },
    to: { type: 'string', default: 'dist/release' },
  },
});
const release = join(root, values.to);
const functions = join(release, 'functions');
const tab = join(functions, 'tab');

await rm(release, { recursive: true, force: true });
await mkdir(release, { recursive: true });
await cp(join(root, values.api), functions, { recursive: true });
// What begins with a dot is the tab's build talking to itself.
const isPartOfSite = (path: string) =>
  !relative(join(root, values.tab), path)
    .split(sep)
    .some((part) => part.startsWith('.') && part !== '');
await cp(join(root, values.tab), tab, { recursive: true, filter: isPartOfSite });
for (const path of await filesIn(tab)) await compress(join(tab, path));

const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string };
const parts = components(root);
await writeFile(
  join(release, 'sbom.cdx.json'),
  `${JSON.stringify(billOfMaterials(parts, own.version), null, 2)}\n`,
);
await writeFile(join(release, 'licences.md'), licenceList(parts));
const sums = [];
for (const path of await filesIn(release)) {
  sums.push(
    `${createHash('sha256')
      .update(await readFile(join(release, path)))
      .digest('hex')}  ${path}`,
  );
}
await writeFile(join(release, 'SHA256SUMS'), `${sums.join('\n')}\n`);

/** Every file below a folder, with slashes, in one order on every machine. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Writes a file's compressed forms beside it, where they are worth it. */
async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (!/\.(?:css|html|js|json|svg)$/.test(file) || bytes.byteLength < 1024) return;
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  await writeFile(`${file}.br`, brotli);
  await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
