import type { Page } from '@playwright/test';
import { openPage, throttle, type } from './bench-page.ts';
import { withBuiltPage } from './built-page.ts';
import { median, type Benchmark, type Row } from './measure.ts';

const NAME = 'a sandbox of 5 MB';
const RUNS = 5;
const RATES = [1, 4];
/** Random bytes: 250 files of 20 kB. */
const FILES = 'for i in $(seq 250); do head -c 20000 /dev/urandom > part$i; done; clear';
const CONTAINERS = 'for i in $(seq 10); do docker run -d nginx; done > /dev/null; clear';

/** From a reload to the prompt of a sandbox that was saved with 5 MB of files and ten containers, beside one with nothing in it. */
export const restore: Benchmark = () =>
  withBuiltPage(NAME, async (browser, address) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(NOTE_START);
    await openPage(page, address);
    await type(page, 'touch one; clear');
    const empty = await reload(page);
    await type(page, 'docker pull -q nginx; clear');
    await type(page, FILES);
    await type(page, CONTAINERS);
    const rows: Row[] = [];
    for (const rate of RATES) {
      await throttle(page, rate);
      const found: Reload[] = [];
      for (let run = 0; run < RUNS; run++) found.push(await reload(page));
      const row = (what: string, which: keyof Reload): void =>
        void rows.push({
          name: `${NAME}, ${rate}×: ${what}`,
          median: median(found.map((times) => times[which])),
          unit: 'ms',
          runs: RUNS,
          baselines: [{ name: 'an empty one at 1×', median: empty[which] }],
        });
      row('from the navigation to the prompt', 'page');
      row('from the start of the restore to the prompt', 'restore');
      row('of that, reading it', 'read');
    }
    return rows;
  });

/** Times in ms: from the navigation; from when the worker's code runs and begins to read; and until that is read. */
type Reload = Readonly<Record<'page' | 'restore' | 'read', number>>;

async function reload(page: Page): Promise<Reload> {
  await page.locator('.sandbox-button[data-saved=true]').waitFor();
  await page.waitForTimeout(500);
  await page.reload({ waitUntil: 'commit' });
  return page.evaluate<Reload>('window.restored');
}

/** The worker says that it lives when it begins, and that it is ready when all is read; then its shell prints a prompt. */
const NOTE_START = `{
  let begun, ready, settle;
  window.restored = new Promise((resolve) => (settle = resolve));
  const look = () => {
    const now = performance.now();
    if (!/# ?$/.test(window.drydockTerminalText?.() ?? '')) return requestAnimationFrame(look);
    settle({ page: now, restore: now - begun, read: ready - begun });
  };
  const note = ({ data }) => {
    begun ??= performance.now();
    if (data.kind === 'ready') ready = performance.now();
    if (data.kind === 'terminal.output' && ready !== undefined) requestAnimationFrame(look);
  };
  window.Worker = class extends Worker {
    constructor(...how) {
      super(...how);
      if (String(how[0]).includes('world.worker')) this.addEventListener('message', note);
    }
  };
}`;
