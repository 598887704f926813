import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const model = readFileSync(join(root, 'docs/threat-model.md'), 'utf8');
const rows = model
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:Threat|-+) /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the threat model', () => {
  test('has a threat for each of its flows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(25);
    expect(model.match(/^## \d /gm)?.length).toBe(8);
  });

  test.each(rows.map(([, threat = '', , named = '']) => [threat, named]))(
    '“%s” names a test that is there',
    (_threat, named) => {
      const [, file = '', title = ''] = /^`([^`]+)` "([^"]+)"$/.exec(named) ?? [];
      expect(existsSync(join(root, file)), named).toBe(true);
      expect(readFileSync(join(root, file), 'utf8')).toContain(title);
    },
  );
});
