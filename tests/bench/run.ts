import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './figure.ts';

/** `npm run bench [-- name …]`: one line per figure, and the same as JSON in dist/bench.json. */
const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown bench: ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`);
  process.exit(2);
}

const report = [];
for (const name of names.filter((candidate) => wanted.length === 0 || wanted.includes(candidate))) {
  const { bench } = (await import(`./${name}.bench.ts`)) as { bench: Bench };
  process.stdout.write(`# ${name}: ${bench.title}\n`);
  for (const figure of await bench.run()) {
    report.push({ bench: name, ...figure });
    const against = figure.baseline === null ? '' : ` × ${figure.baseline}`;
    process.stdout.write(`${figure.name}: ${Number(figure.value.toPrecision(4))} ${figure.unit}${against}\n`);
  }
}
const folder = join(import.meta.dirname, '../../dist');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
