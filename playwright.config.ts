import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const executablePath = process.env.CHROMIUM_PATH ?? SYSTEM.find((path) => existsSync(path));

/** Another port lets two checkouts be tested on one machine. */
const origin = `http://localhost:${process.env.TEST_PORT ?? 4173}`;

/** Browser tests run over the built page: `npm run build` first. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  // For machines with a slow disk: what passes takes no longer for it.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  workers: 2,
  reporter: [['list']],
  use: {
    baseURL: origin,
    // Somebody who was here before and likes the world as a list: the tour and the picture have tests of their own.
    storageState: {
      cookies: [],
      origins: [
        { origin, localStorage: [{ name: 'drydock.settings', value: '{"toured":true,"worldView":"list"}' }] },
      ],
    },
    viewport: { width: 1440, height: 900 },
    // A trace doubles the time of each test: by hand, `--trace on`.
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      args: ['--no-sandbox'],
      ...(executablePath ? { executablePath } : {}),
    },
  },
  webServer: {
    command: `node_modules/.bin/vite preview --port ${new URL(origin).port} --strictPort`,
    url: origin,
    reuseExistingServer: true,
  },
});
