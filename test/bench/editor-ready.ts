import type { Browser } from '@playwright/test';
import { throttle } from './bench-page.ts';
import { WHEN_PROMPTED, withBuiltPage } from './built-page.ts';
import { median, type Benchmark, type Row } from './measure.ts';

const NAME = 'a file opened at the first prompt';
const RUNS = 3;
const RATES = [1, 4];

/** From opening a file, as early as one can, to a field that takes text, and to Monaco with the file in it, whose code is loaded meanwhile; and of another file after that. */
export const editorReady: Benchmark = () =>
  withBuiltPage(NAME, async (browser, address) => {
    const rows: Row[] = [];
    for (const rate of RATES) {
      const found: Opened[] = [];
      for (let run = 0; run < RUNS; run++) found.push(await openFiles(browser, address, rate));
      const row = (what: string, which: keyof Opened): void =>
        void rows.push({
          name: `${NAME}, ${rate}×: ${what}`,
          median: median(found.map((times) => times[which])),
          unit: 'ms',
          runs: RUNS,
        });
      row('a field that takes text', 'plain');
      row('Monaco, and keys show in it', 'monaco');
      row('another file in it', 'other');
    }
    return rows;
  });

/** Times in ms. */
type Opened = Readonly<Record<'plain' | 'monaco' | 'other', number>>;

async function openFiles(browser: Browser, address: string, rate: number): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(
    `localStorage.setItem('drydock.settings', '{"toured":true,"worldView":"list"}'); ${NOTE_FILES}`,
  );
  await throttle(page, rate);
  await page.goto(`${address}?e2e&seed=1`, { waitUntil: 'commit' });
  await page.evaluate(WHEN_PROMPTED);
  const file = (name: string) =>
    page.getByRole('navigation', { name: 'Files' }).getByRole('button', { name, exact: true });
  await file('index.html').click();
  const plain = await page.evaluate<number>('window.opened(PLAIN, "h")');
  await page.evaluate('window.opened(MONACO, "html")');
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.type('qzq');
  const monaco = await page.evaluate<number>('window.opened(MONACO, "qzq")');
  await file('Dockerfile').click();
  const other = await page.evaluate<number>('window.opened(MONACO, "FROM")');
  await context.close();
  return { plain, monaco, other };
}

/** `window.opened`: looks once a frame for an editor with such text in it; the time in ms since a file was pressed. */
const NOTE_FILES = `
window.MONACO = '[data-editor=monaco] .view-lines';
window.PLAIN = '.code-editor textarea, ' + MONACO;
addEventListener('click', (event) => {
  if (event.target.closest('.file-tree')) window.pressedAt = event.timeStamp;
}, true);
window.opened = (where, text) => new Promise((resolve) => {
  const look = () => {
    const element = document.querySelector(where);
    const shown = element?.value ?? element?.textContent ?? '';
    shown.includes(text) ? resolve(performance.now() - window.pressedAt) : requestAnimationFrame(look);
  };
  look();
})`;
