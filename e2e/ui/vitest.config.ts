import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  cacheDir: `${here}../dist/.vite`,
  resolve: { alias: { 'e2e-expectations': process.env.LEASHLINT_E2E_EXPECTATIONS ?? `${here}../expectations.ts` } },
  test: {
    include: ['*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    // A loaded machine may be too slow once.
    retry: 1,
    hookTimeout: 180_000,
    allowOnly: false,
    passWithNoTests: false,
    reporters: ['verbose', 'json'],
    outputFile: { json: process.env.LEASHLINT_E2E_RESULTS ?? `${here}../dist/ui.json` },
  },
});
