import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    pool: 'threads',
    environment: 'node',
    // Both cores of a small machine: without it vitest leaves one for a watcher that isn't there.
    maxWorkers: 2,
    // Finds what hangs, not what is slow: speed is the bench's matter.
    testTimeout: 60_000,
    globalSetup: 'test/support/share-python-image.ts',
  },
});
