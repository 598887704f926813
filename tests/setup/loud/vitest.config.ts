import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/setup/loud/loud.fixture.ts'], setupFiles: ['./tests/setup/no-console.ts'] },
});
