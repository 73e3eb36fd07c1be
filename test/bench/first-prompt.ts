import type { Browser } from '@playwright/test';
import { WHEN_PROMPTED, withBuiltPage } from './built-page.ts';
import { median, type Benchmark } from './measure.ts';

const NAME = 'first prompt of the page, CPU throttled 4×';
const RUNS = 5;
const THROTTLING = 4;

/** From the navigation's start to a prompt that takes input, in a fresh profile each time. */
export const firstPrompt: Benchmark = () =>
  withBuiltPage(NAME, async (browser, address) => {
    const found: number[] = [];
    for (let run = 0; run < RUNS; run++) found.push(await openOnce(browser, address));
    return [{ name: NAME, median: median(found), unit: 'ms', runs: RUNS }];
  });

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
