import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsIn } from './bicep-check.ts';
import { declaredType, typeOf } from './bicep-infer.ts';
import { IN_MAIN, IN_MODULES } from './bicep-mistakes.ts';
import { readBicep, type BicepFile } from './bicep-reader.ts';
import { misfits, readResourceFacts } from './bicep-types.ts';
import { resourcesOf } from './bicep-walk.ts';

const infra = join(import.meta.dirname, '../../infra');
const sources = new Map(
  ['main.bicep', ...readdirSync(join(infra, 'modules')).map((name) => `modules/${name}`)].map((path) => [
    path,
    readFileSync(join(infra, path), 'utf8'),
  ]),
);
const facts = readResourceFacts(join(import.meta.dirname, 'resource-types'));

/** What is wrong in the whole of infra/, with one file's words exchanged where `change` says so. */
function faults(change?: { readonly path: string; readonly from: string; readonly to: string }) {
  const files = new Map<string, BicepFile>();
  for (const [path, source] of sources) {
    if (path !== change?.path) {
      files.set(path, readBicep(source));
      continue;
    }
    expect(source.split(change.from).length, `${change.from} stands once in ${path}`).toBe(2);
    files.set(path, readBicep(source.replace(change.from, () => change.to)));
  }
  return [...files.values()].flatMap((file) => faultsIn({ file, modules: files, facts }));
}

describe('infra/ against what Microsoft publishes on its resources', () => {
  test('has no fault', () => {
    expect(faults()).toEqual([]);
  });

  test('is known to the tables, which hold nothing that is not used', () => {
    const used = [...sources.values()].flatMap((source) =>
      resourcesOf(readBicep(source)).map(({ type }) => type),
    );
    expect(new Set(facts.keys())).toEqual(new Set(used));
  });

  test('uses stable versions, and the version of the Graph extension that the table is of', () => {
    const versions = [...facts.keys()].map((type) => type.split('@')[1]);
    expect(versions.filter((version = '') => !/^(?:\d{4}-\d\d-\d\d|v1\.0)$/.test(version))).toEqual([]);
    const config = JSON.parse(readFileSync(join(infra, 'bicepconfig.json'), 'utf8')) as {
      readonly extensions: { readonly microsoftGraph: string };
    };
    const version = config.extensions.microsoftGraph.split('/v1.0:')[1] ?? 'none';
    const table = readFileSync(join(import.meta.dirname, 'resource-types/graph.json'), 'utf8');
    expect(table).toContain(`/v1.0/${version}/types.json`);
  });
});

describe('infra/environments/', () => {
  const params = readBicep(sources.get('main.bicep') ?? '').declarations.filter(
    ({ kind }) => kind === 'param',
  );

  /** What is wrong with the values of a file of parameters. */
  function valueFaults(source: string): readonly string[] {
    return [...source.matchAll(/^param (\w+) = (.+)$/gm)].flatMap(([, name = '', written = '']) => {
      const [given] = readBicep(`var ${name} = ${written}`).declarations;
      const param = params.find((one) => one.name === name);
      if (!given?.value || !param) return [`${name}: there is no such parameter`];
      const type = typeOf(given.value, { typeOfName: () => ({ kind: 'any' }), tell: () => undefined });
      return misfits(type, declaredType(param), name);
    });
  }

  test.each(readdirSync(join(infra, 'environments')))('%s gives values that the parameters take', (name) => {
    expect(valueFaults(readFileSync(join(infra, 'environments', name), 'utf8'))).toEqual([]);
  });

  test('a value that no parameter takes is found', () => {
    const source = "param maximumInstances = 5\nparam telemetry = 'ja'\nparam loggRetention = 30";
    expect(valueFaults(source)).toEqual([
      'maximumInstances: not within 40..1000',
      'telemetry: must be bool, not string',
      'loggRetention: there is no such parameter',
    ]);
  });
});

describe('a fault is found:', () => {
  test.each(IN_MODULES)('%s', (_what, name, from, to, fault) => {
    const found = faults({ path: `modules/${name}.bicep`, from, to });
    expect(
      found.some((one) => one.endsWith(fault)),
      found.join('\n') || 'no fault',
    ).toBe(true);
  });

  test.each(IN_MAIN)('%s', (_what, from, to, fault) => {
    const found = faults({ path: 'main.bicep', from, to });
    expect(
      found.some((one) => one.endsWith(fault)),
      found.join('\n') || 'no fault',
    ).toBe(true);
  });

  test('any property of any resource misspelt, one after the other', () => {
    let misspelt = 0;
    for (const [path, source] of sources) {
      if (path === 'main.bicep') continue;
      const start = source.search(/^resource /m);
      const rest = source.slice(start);
      for (const { index, 1: name = '' } of rest.matchAll(/(?:^ +|\{ |, )([A-Za-z]\w*): /gm)) {
        if (isSetting(rest, index) || ['parent', 'scope'].includes(name)) continue;
        const at = start + index + rest.slice(index).indexOf(`${name}:`);
        const changed = `${source.slice(0, at)}x${source.slice(at)}`;
        const file = readBicep(changed);
        const found = faultsIn({ file, modules: new Map(), facts });
        expect(found, `${path}: x${name}`).not.toEqual([]);
        misspelt += 1;
      }
    }
    expect(misspelt).toBeGreaterThan(150);
  });

  test('a value that the tables cannot describe is never let through', () => {
    expect(misfits({ kind: 'any' }, { kind: 'unknown' }, 'x')).toEqual([
      'x: no table says what may stand here',
    ]);
  });
});

/** Names of app settings are ours: they stand in a variable between the resources. */
function isSetting(source: string, at: number): boolean {
  const before = source.slice(0, at);
  const open = before.lastIndexOf('\nvar ');
  return open > -1 && before.lastIndexOf('\nresource ') < open;
}
