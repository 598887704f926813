import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test('a test or a hook that writes to the console fails', async () => {
  const config = join(root, 'tests/setup/loud/vitest.config.ts');
  const options = ['run', '--root', root, '--config', config, '--reporter', 'default'];
  const env = { ...process.env, NO_COLOR: '1' };
  const { failed, output } = await new Promise<{ failed: boolean; output: string }>((resolve) => {
    const runner = join(root, 'node_modules/vitest/vitest.mjs');
    execFile(process.execPath, [runner, ...options], { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, output: stdout + stderr }),
    );
  });
  expect(failed).toBe(true);
  expect(output).toContain('console.warn: a warning in a test');
  expect(output).toContain('console.info: a word in a hook');
  expect(output).toMatch(/Tests +1 failed \| 1 passed \(2\)/);
});
