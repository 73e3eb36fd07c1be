// `npm run screenshots [-- desk 1280x720 dark …]`: a picture of each screen, in both themes and two sizes (a laptop's and a projector's), of a phone and of a
// tablet, into screenshots/: of the walks whose names hold all of the words. For looking at with a critical eye; nothing compares them. Needs `npm run build`.
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { withBuiltPage } from '../bench/built-page.ts';
import { Workbench } from '../e2e/workbench.ts';
import { WALKS, type Walk } from './screens.ts';

const FOLDER = 'screenshots';

/** Goes from screen to screen; a picture that can't be had is told of, and the walk goes on. */
async function walk(browser: Browser, address: string, { name, screens, context }: Walk): Promise<void> {
  const opened = await browser.newContext({ baseURL: address, ...context });
  const page = await opened.newPage();
  page.setDefaultTimeout(15_000);
  const workbench = new Workbench(page);
  await page.goto('./?e2e&seed=3');
  await page.getByRole('dialog').waitFor();
  if (/^(desk|phone|tablet)/.test(name)) await shoot(page, `${name}-tour`);
  await page.getByRole('button', { name: 'Skip the tour' }).click();
  await workbench.prompt();
  for (const [screen, open] of screens) {
    try {
      await open(page, workbench);
    } catch (error) {
      console.error(`${name}-${screen}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      process.exitCode = 1;
    }
    await shoot(page, `${name}-${screen}`);
  }
  await opened.close();
}

async function shoot(page: Page, name: string): Promise<void> {
  // What is loaded on first use gets time to come; the picture is of a page at rest.
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`${FOLDER}/${name}.png`);
}

mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv.slice(2);
const rows = await withBuiltPage('screenshots', async (browser, address) => {
  for (const each of WALKS)
    if (wanted.every((word) => each.name.includes(word))) await walk(browser, address, each);
  return [];
});
for (const row of rows) if ('skipped' in row) console.error(`screenshots: ${row.skipped}`);
