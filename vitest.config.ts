import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['development', 'import', 'module', 'default'] },
  ssr: { resolve: { conditions: ['development', 'node', 'import', 'module', 'default'] } },
  test: {
    include: ['rules/test/**/*.test.ts', 'server/test/**/*.test.ts', 'client/test/**/*.test.ts'],
    testTimeout: 120_000,
  },
});
