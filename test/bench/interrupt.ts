import type { Page } from '@playwright/test';
import { WHEN_PROMPTED, withBuiltPage } from './built-page.ts';
import { median, percentile, type Benchmark, type Row } from './measure.ts';

const RUNS = 20;
/** What keeps the shell busy: computing alone, output of the shell, output as fast as it goes. */
const COMMANDS = ['while :; do :; done', 'while :; do echo hi; done', 'yes'];
/** So long each runs, with frames counted, before it is interrupted. */
const BUSY_MS = 400;

/** From the press of Ctrl-C to the frame that shows the prompt, and frames a second before it, in the built page. */
export const interrupt: Benchmark = () =>
  withBuiltPage('Ctrl-C to prompt', async (browser, address) => {
    const page = await browser.newPage();
    await page.goto(`${address}?e2e&seed=1`, { waitUntil: 'commit' });
    await page.evaluate(WHEN_PROMPTED);
    await page.getByRole('textbox', { name: 'Terminal input' }).focus();
    await page.evaluate(NOTE_INTERRUPTS);
    const idle: number[] = [];
    for (let run = 0; run < RUNS; run++) idle.push(await page.evaluate<number>(FRAMES_A_SECOND));
    const rows: Row[] = [];
    for (const command of COMMANDS) rows.push(...(await measureCommand(page, command, median(idle))));
    return rows;
  });

async function measureCommand(page: Page, command: string, idle: number): Promise<Row[]> {
  const [delays, rates]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    await page.keyboard.type(`${command}\n`);
    rates.push(await page.evaluate<number>(FRAMES_A_SECOND));
    await page.keyboard.press('Control+c');
    delays.push(await page.evaluate<number>('window.interrupted'));
    await page.keyboard.type('clear\n');
    await page.evaluate(WHEN_PROMPTED);
  }
  const baselines = [{ name: 'at the prompt', median: idle }];
  return [
    {
      name: `Ctrl-C to prompt, 95th percentile: ${command}`,
      median: percentile(delays, 95),
      unit: 'ms',
      runs: RUNS,
    },
    { name: `the page under ${command}`, median: median(rates), unit: 'frames/s', runs: RUNS, baselines },
  ];
}

/** On each Ctrl-C begins to look, once a frame, for a prompt that stands last; `window.interrupted` is how long that took. */
const NOTE_INTERRUPTS = `addEventListener('keydown', (event) => {
  if (!event.ctrlKey || event.key !== 'c') return;
  window.interrupted = new Promise((resolve, reject) => {
    const look = () => {
      const elapsed = performance.now() - event.timeStamp;
      if (/# ?$/.test(window.drydockTerminalText())) resolve(elapsed);
      else if (elapsed > 10000) reject(new Error('no prompt after Ctrl-C'));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}, true)`;

const FRAMES_A_SECOND = `new Promise((resolve) => {
  let frames = -1, begin = 0;
  const frame = (now) => {
    begin ||= now;
    frames++;
    now - begin < ${BUSY_MS} ? requestAnimationFrame(frame) : resolve(frames * 1000 / (now - begin));
  };
  requestAnimationFrame(frame);
})`;
