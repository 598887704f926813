import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROBLEM_CODES } from '#core/contracts/problem.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);
const unique = (words: readonly string[]) => [...new Set(words)].sort();

/** All that the tab says in a language, each text with its placeholders cut off. */
function tabTexts(language: 'sv' | 'en'): ReadonlySet<string> {
  const folder = join(root, 'tab/src/texts', language);
  const source = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const texts = matches(source, /^ {2}'[^']+':\s*'((?:[^'\\]|\\.)*)',$/gm);
  return new Set(texts.map((text) => text.replace(/\s*\{[^{}]*\}$/, '')));
}

/** Names of what an alert is called, from infra/modules/alerts.bicep. */
const alerts = read('infra/modules/alerts.bicep');
const alertNames = matches(alerts, /^ {4}name: '([a-z-]+)'$/gm);
const api = readdirSync(join(root, 'api/src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(join('api/src', name)))
  .join('\n');

describe('the runbook', () => {
  const runbook = read('docs/runbook.md');

  test('says what to do at each alert, and knows no other', () => {
    expect(alertNames.length).toBeGreaterThanOrEqual(5);
    expect(unique(matches(runbook, /\*\*([a-z]+(?:-[a-z]+)*)\*\*/g))).toEqual(unique(alertNames));
  });

  test('names only problems, queues and log lines that there are', () => {
    const queues = matches(read('infra/modules/storage.bicep'), /^ {2}'([a-z-]+)'$/gm);
    const events = matches(api, /log\.(?:info|warn|error)\(\s*'([a-z-]+)'/g);
    const known = new Set<string>([...PROBLEM_CODES, ...queues, ...events]);
    const named = matches(runbook, /`([a-z]+(?:-[a-z]+)+|internal)`/g);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test('has the ten likeliest failures', () => {
    expect(matches(runbook, /^\| (\d+) +\|/gm)).toEqual(
      Array.from({ length: 10 }, (_, at) => String(at + 1)),
    );
  });

  test('names only settings that there are', () => {
    const known = `${read('api/src/config.ts')}${read('infra/main.parameters.json')}`;
    const settings = matches(runbook, /`([A-Z]+(?:_[A-Z]+)+)`/g);
    expect(settings.length).toBeGreaterThan(2);
    expect(settings.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('alerts', () => {
  test('watch every line that the app logs as an error', () => {
    // What the API answers with as a problem of ours.
    const watched = new Set([...matches(alerts, /"([a-z]+(?:-[a-z]+)+)"/g), 'problem']);
    const errors = unique(matches(api, /log\.error\(\s*'([a-z-]+)'/g));
    expect(errors.length).toBeGreaterThan(5);
    expect(errors.filter((event) => !watched.has(event))).toEqual([]);
    expect(alerts).toContain('has "\\\\"event\\\\":\\\\"problem\\\\""');
  });

  test('are as many as their cost is reckoned for', () => {
    expect(alertNames.length).toBe(5);
    expect(read('docs/cost.md')).toContain('Five alert rules');
  });

  test('take an index that had not changed for a fresh one', () => {
    const fresh = alerts.slice(alerts.indexOf("'stale-index'"), alerts.indexOf("'failed-refresh'"));
    expect(matches(fresh, /"([a-z-]+)"/g)).toEqual(['refresh-succeeded', 'refresh-unchanged']);
  });
});

describe.each([
  ['sv', /Inställningar → ([A-ZÅÄÖ][^→*.,:(\n]*[a-zåäö])/g],
  ['en', /Settings → ([A-Z][^→*.,:(\n]*[a-z])/g],
] as const)('the install guide (%s)', (language, settingsPath) => {
  const guide = read(`docs/install.${language}.md`);
  const texts = tabTexts(language);
  const section = (from: number, to: number) =>
    guide.slice(guide.indexOf(`## ${from} `), to > 10 ? guide.length : guide.indexOf(`## ${to} `));

  test('calls what is pressed in the app what the app calls it', () => {
    // Words of Microsoft's own pages in the same sections.
    const ofMicrosoft = new Set(['Run query', 'Digitaliseringsindex …']);
    const pressed = matches(section(7, 11), /\*\*([^*]+)\*\*/g).filter((word) => !ofMicrosoft.has(word));
    expect(pressed.length).toBeGreaterThan(15);
    const known = [...pressed].filter((word) => texts.has(word.replace(/ …$/, '')));
    expect(pressed.filter((word) => !known.includes(word))).toEqual([]);
  });

  test('finds its way in Settings', () => {
    const sections = unique(matches(guide, settingsPath).map((name) => name.trim()));
    expect(sections.length).toBeGreaterThan(3);
    expect(
      sections.filter((name) => ![...texts].some((text) => name === text || name.startsWith(`${text} `))),
    ).toEqual([]);
  });

  test('names the permissions and roles of the registration, and no other delegated one', () => {
    const registration = read('infra/modules/registration.bicep');
    const delegated = matches(registration, /^ {2}'([A-Za-z]+\.[A-Za-z.]+)': '/gm);
    expect(delegated).toContain('User.Read');
    const consented = matches(section(4, 5), /\b((?:User|Sites|ChannelMessage)\.[A-Za-z.]+[a-z])/g);
    const asApplication = ['Sites.Selected', 'Sites.ReadWrite.All'];
    expect(unique(consented)).toEqual(unique([...delegated, ...asApplication]));
    for (const name of [...matches(registration, /value: '(Index\.\w+)'/g), 'Chef', 'Administratör'])
      expect(section(5, 6)).toContain(name);
  });

  test('lists every setting of the deployment, with the default that it has', () => {
    const azd = matches(read('infra/main.parameters.json'), /\$\{(\w+(?:=\w*)?)\}/g);
    const rows = new Map(
      [...section(3, 4).matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\|/gm)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    const asked = ['AZURE_ENV_NAME', 'AZURE_LOCATION', 'ORGANISATION_NAME', 'API_CLIENT_ID'];
    const optional = azd.map((each) => each.split('=')).filter(([name = '']) => !asked.includes(name));
    expect(unique([...rows.keys()])).toEqual(unique(optional.map(([name = '']) => name)));
    for (const [name = '', value = ''] of optional)
      if (value !== '') expect(rows.get(name), name).toBe(`\`${value}\``);
  });

  test('runs only scripts that there are, and links only to what is there', () => {
    const { scripts } = JSON.parse(read('package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const run = matches(guide, /npm run ([a-z:]+)/g);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
    for (const path of [
      'docs/install.sv.md',
      'docs/install.en.md',
      'docs/runbook.md',
      'docs/upgrade.md',
      'docs/cost.md',
    ]) {
      const links = matches(read(path), /\]\((?!https:)([^)#]+)\)/g);
      expect(
        links.filter((link) => !existsSync(join(root, dirname(path), link))),
        path,
      ).toEqual([]);
    }
  });
});

test('both install guides take the same steps with the same commands', () => {
  const [sv, en] = (['sv', 'en'] as const).map((language) => {
    const guide = read(`docs/install.${language}.md`);
    const commands = matches(guide, /^ {4,6}(\S.*)$/gm).map((line) =>
      line
        .replace(/KATALOG-ID|DIRECTORY-ID/, 'ID')
        .replace(/PNP-KLIENT-ID|CLIENT-ID-OF-PNP/, 'ID')
        .replace(/--language \w\w/, ''),
    );
    return { sections: matches(guide, /^## (\d+) /gm), commands };
  });
  expect(sv?.sections).toEqual(Array.from({ length: 10 }, (_, at) => String(at + 1)));
  expect(en).toEqual(sv);
  expect(sv?.commands.length).toBeGreaterThan(12);
});
