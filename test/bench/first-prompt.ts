import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { preview } from 'vite';
import { median, type Benchmark, type Skipped } from './measure.ts';

const NAME = 'first prompt of the page, CPU throttled 4×';
const RUNS = 5;
const THROTTLING = 4;
const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** From the navigation's start to a prompt that takes input, in a fresh profile each time. */
export const firstPrompt: Benchmark = async () => {
  if (!existsSync('dist/index.html')) return [skipped('no dist/, run `npm run build` first')];
  const executablePath = findBrowser();
  if (executablePath === undefined) return [skipped('no Chromium found, set CHROMIUM_PATH')];
  const server = await preview({ logLevel: 'silent', preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error('the preview server has no address');
    const found: number[] = [];
    for (let run = 0; run < RUNS; run++) found.push(await openOnce(browser, address));
    return [{ name: NAME, median: median(found), unit: 'ms', runs: RUNS }];
  } finally {
    await browser.close();
    await server.close();
  }
};

function skipped(why: string): Skipped {
  return { name: NAME, skipped: why };
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

/** Looked at once a frame. (Playwright's own waiting evaluates text, which the page's policy forbids.) */
const WHEN_PROMPTED = `new Promise((resolve) => {
  const look = () =>
    /# ?$/.test(window.drydockTerminalText?.() ?? '') ? resolve(performance.now()) : requestAnimationFrame(look);
  look();
})`;

async function openOnce(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });
  await page.goto(`${address}?e2e&seed=1`, { waitUntil: 'commit' });
  const elapsedMs = await page.evaluate<number>(WHEN_PROMPTED);
  await context.close();
  return elapsedMs;
}
