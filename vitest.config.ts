import { defineConfig } from 'vitest/config';

const EXCLUDED = ['test/e2e/**', 'node_modules/**'];

/** Layers without state of their own: their tests share what is imported, which was more than half of their time. */
const PURE = ['lib', 'kernel', 'shell', 'engine', 'cli', 'programs', 'world', 'lessons', 'hub', 'state'].map(
  (layer) => `src/${layer}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    pool: 'threads',
    environment: 'node',
    // Both cores of a small machine: without it vitest leaves one for a watcher that isn't there.
    maxWorkers: 2,
    // Finds what hangs, not what is slow: speed is the bench's matter.
    testTimeout: 60_000,
    globalSetup: 'test/support/share-python-image.ts',
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, exclude: EXCLUDED, isolate: false } },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [...EXCLUDED, ...PURE],
        },
      },
    ],
  },
});
