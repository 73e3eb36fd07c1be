import type { Browser, Page } from '@playwright/test';
import { openPage, throttle, type } from './bench-page.ts';
import { withBuiltPage } from './built-page.ts';
import { percentile, type Benchmark, type Row } from './measure.ts';

const NAME = 'a key to the frame that shows it';
const CONTAINERS = 200;
/** Of so many the second pane shows the logs as they come. */
const FOLLOWED = 50;
const KEYS = 60;
/** Between two keys in ms, at random: no step with the frames. */
const PAUSE = { least: 40, most: 120 };
const RATES = [1, 4];

/** Typing at the prompt: with nothing there, while two hundred containers log, and while a second pane shows what fifty of them log. */
export const typing: Benchmark = () =>
  withBuiltPage(NAME, async (browser, address) => {
    const bare = await typeInBarePage(browser);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await openPage(page, address);
    await page.evaluate(WATCH_KEYS);
    await type(page, 'docker pull -q alpine; clear');
    const rows = await measureAtRates(page, bare, 'nothing runs');
    const loop = 'while true; do echo hi; sleep 1; done';
    await type(
      page,
      `for i in $(seq ${CONTAINERS}); do docker run -d alpine sh -c '${loop}'; done > /dev/null; clear`,
    );
    rows.push(...(await measureAtRates(page, bare, `${CONTAINERS} containers log`)));
    await page.keyboard.press('Control+Alt+p');
    await page.locator('.terminal-view:not([hidden])').nth(1).waitFor();
    const second = page.getByRole('textbox', { name: 'Terminal input' }).locator('visible=true').nth(1);
    await second.focus();
    await page.waitForTimeout(500);
    await page.keyboard.type(
      `for c in $(docker ps -q | head -${FOLLOWED}); do docker logs -f --tail 1 $c & done\n`,
    );
    await page.waitForTimeout(3000);
    await page.getByRole('textbox', { name: 'Terminal input' }).locator('visible=true').first().focus();
    rows.push(...(await measureAtRates(page, bare, `and the other pane follows ${FOLLOWED} of them`)));
    return rows;
  });

/** The least that a browser takes at this moment: a page with nothing but a worker that sends the key back, drawn in a frame as a terminal does. */
async function typeInBarePage(browser: Browser): Promise<number[]> {
  const page = await browser.newPage();
  await page.setContent(BARE);
  await page.evaluate(WATCH_KEYS);
  await page.locator('textarea').focus();
  const found = await typeKeys(page);
  await page.close();
  return found;
}

const BARE = `<body><div class="terminal-view"><textarea></textarea><div class="xterm-rows"></div></div><script>
  const code = 'onmessage = ({ data }) => postMessage(data)';
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  const rows = document.querySelector('.xterm-rows');
  worker.onmessage = ({ data }) => requestAnimationFrame(() => {
    rows.textContent = data === 'u' ? '' : rows.textContent + data;
  });
  document.querySelector('textarea').onkeydown = (event) => {
    event.preventDefault();
    if (event.key === 'x' || (event.ctrlKey && event.key === 'u')) worker.postMessage(event.key);
  };
</script>`;

async function measureAtRates(page: Page, bare: readonly number[], what: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const rate of RATES) {
    await throttle(page, rate);
    const found = await typeKeys(page);
    for (const percent of [50, 95])
      rows.push({
        name: `${NAME}, ${percent}th percentile: ${what}, ${rate}×`,
        median: percentile(found, percent),
        unit: 'ms',
        runs: KEYS,
        baselines: [{ name: 'a bare page with a worker', median: percentile(bare, percent) }],
      });
  }
  await throttle(page, 1);
  return rows;
}

async function typeKeys(page: Page): Promise<number[]> {
  const found: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press('x');
    found.push(await page.evaluate<number>('window.shownAfter'));
    await page.waitForTimeout(PAUSE.least + Math.random() * (PAUSE.most - PAUSE.least));
    // A line that wraps would be looked for in vain.
    if (key % 20 === 19) await page.keyboard.press('Control+u');
    if (key % 20 === 19) await page.waitForTimeout(500);
  }
  return found;
}

/**
 * On each `x`, `window.shownAfter` is the time in ms until the terminal that has the focus drew one more of them, and that frame was handed on: a message
 * posted while a frame is made comes after it.
 */
const WATCH_KEYS = `addEventListener('keydown', (event) => {
  if (event.key !== 'x') return;
  const rows = document.activeElement.closest('.terminal-view').querySelector('.xterm-rows');
  const count = () => /x*(?=\\s*$)/.exec(rows.textContent)[0].length;
  const before = count();
  window.shownAfter = new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now() - event.timeStamp);
    const observer = new MutationObserver(() => {
      if (count() <= before) return;
      observer.disconnect();
      port2.postMessage('');
    });
    observer.observe(rows, { subtree: true, childList: true, characterData: true });
    setTimeout(() => reject(new Error('a key was not shown')), 10000);
  });
}, true)`;
