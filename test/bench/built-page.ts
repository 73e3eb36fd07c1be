import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { preview } from 'vite';
import type { Row, Skipped } from './measure.ts';

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Serves the built page, starts a Chromium and measures with both; a row that says why where that can't be. */
export async function withBuiltPage(
  name: string,
  measure: (browser: Browser, address: string) => Promise<readonly Row[]>,
): Promise<readonly (Row | Skipped)[]> {
  if (!existsSync('dist/index.html')) return [{ name, skipped: 'no dist/, run `npm run build` first' }];
  const executablePath = findBrowser();
  if (executablePath === undefined) return [{ name, skipped: 'no Chromium found, set CHROMIUM_PATH' }];
  const server = await preview({ logLevel: 'silent', preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error('the preview server has no address');
    return await measure(browser, address);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** CHROMIUM_PATH, the system's, or Playwright's download; a benchmark installs nothing. */
function findBrowser(): string | undefined {
  const onPath = SYSTEM.map((name) =>
    spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim(),
  );
  return [process.env.CHROMIUM_PATH ?? '', ...onPath, chromium.executablePath()].find(
    (path) => path !== '' && existsSync(path),
  );
}

/** Looked at once a frame; resolves with the page's time. (Playwright's own waiting evaluates text, which the page's policy forbids.) */
export const WHEN_PROMPTED = `new Promise((resolve) => {
  const look = () =>
    /# ?$/.test(window.drydockTerminalText?.() ?? '') ? resolve(performance.now()) : requestAnimationFrame(look);
  look();
})`;
