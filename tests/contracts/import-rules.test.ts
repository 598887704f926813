import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const RULES_FILE = join(import.meta.dirname, '../../.dependency-cruiser.mjs');
const { forbidden = [], options: ruleOptions } = (
  (await import(RULES_FILE)) as { readonly default: IConfiguration }
).default;

/** A file that breaks each rule, and what it imports. */
const BROKEN: Readonly<Record<string, readonly [file: string, imported: string]>> = {
  'no-circles': ['core/circle/one.ts', './two.ts'],
  'core-is-pure': ['core/impure.ts', '../local/part.ts'],
  'core-uses-few-packages': ['core/reads-files.ts', 'node:fs'],
  'app-knows-no-sdk': ['api/src/app/knows-adapter.ts', '../adapters/graph/part.ts'],
  'adapters-know-ports-only': ['api/src/adapters/graph/knows-tables.ts', '../tables/part.ts'],
  'http-knows-contracts-and-errors': ['api/src/http/knows-adapter.ts', '../adapters/tables/part.ts'],
  'functions-are-thin': ['api/src/functions/fat.ts', '../adapters/tables/part.ts'],
  'main-only-registers': ['api/src/main.ts', './app/part.ts'],
  'features-do-not-import-features': ['tab/src/features/one/knows-two.ts', '../two/part.ts'],
  'parts-do-not-import-pages': ['tab/src/lib/knows-page.ts', '../features/two/part.ts'],
  'api-and-tab-never-meet': ['tab/src/lib/knows-api.ts', '../../../api/src/app/part.ts'],
  'local-uses-the-built-product': ['local/knows-source.ts', '../api/src/app/part.ts'],
  'nothing-imports-tests': ['manifest/knows-tests.ts', '../tests/part.ts'],
  'no-undeclared-packages': ['api/src/app/undeclared.ts', 'a-package-nobody-declared'],
};

/** What the rules let pass. */
const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ['core/fine.ts', './part.ts'],
  ['api/src/app/fine.ts', '../../../core/part.ts'],
  ['api/src/adapters/graph/fine.ts', '../../app/ports/part.ts'],
  ['api/src/functions/fine.ts', '../app/part.ts'],
  ['tab/src/features/one/fine.ts', '../../lib/part.ts'],
  ['tab/src/app/fine.ts', '../features/two/part.ts'],
  ['tests/fine.ts', '../api/src/app/part.ts'],
];

const PARTS = ['core', 'local', 'tests', 'api/src/app', 'api/src/app/ports', 'api/src/adapters/graph'].concat(
  ['api/src/adapters/tables', 'tab/src/features/two', 'tab/src/lib'],
);

let folder: string;
let violations: readonly { readonly rule: string; readonly from: string }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-imports-'));
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  for (const part of PARTS) await write(`${part}/part.ts`, 'export const part = 1;\n');
  await write('core/circle/two.ts', "import './one.ts';\n");
  await write('package.json', '{}');
  for (const [file, imported] of [...Object.values(BROKEN), ...ALLOWED])
    await write(file, `import '${imported}';\n`);
  // All but where the product's own files are.
  const options = Object.fromEntries(Object.entries(ruleOptions ?? {}).filter(([key]) => key !== 'tsConfig'));
  const { output } = await cruise(['core', 'api', 'tab', 'local', 'manifest', 'tests'], {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden },
  });
  violations = (output as ICruiseResult).summary.violations.map(({ rule, from }) => ({
    rule: rule.name,
    from,
  }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  test('each have a case here that breaks them', () => {
    expect(Object.keys(BROKEN).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
  });

  test.each(Object.entries(BROKEN))('catch what breaks %s', (rule, [file]) => {
    expect(violations).toContainEqual({ rule, from: file });
  });

  test.each(ALLOWED)('let %s import %s', (file) => {
    expect(violations.filter(({ from }) => from === file)).toEqual([]);
  });

  test('carry their reason, as errors', () => {
    for (const { severity, comment } of forbidden) {
      expect(severity).toBe('error');
      expect(comment).toMatch(/\w/);
    }
  });
});
