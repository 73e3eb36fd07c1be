import type { Browser, Page } from '@playwright/test';
import { openPage, type } from './bench-page.ts';
import { withBuiltPage } from './built-page.ts';
import { median, percentile, type Benchmark } from './measure.ts';

const NAME = 'a command, docker rename, and saving after it';
const RUNS = 5;
const MANY = 1000;

/**
 * The worker's CPU time from Enter until the page says that all is saved, with a thousand containers and with one. Chromium's trace counts what the thread
 * computed: what else the machine is busy with is not in it, but the command itself is, and what the page asks after it.
 */
export const pageSave: Benchmark = () =>
  withBuiltPage(NAME, async (browser, address) => {
    const few = await savesOf(browser, address, 1);
    const many = await savesOf(browser, address, MANY);
    const name = `${NAME} with ${MANY} containers, the worker's CPU`;
    const baselines = [{ name: 'with one', median: median(few) }];
    return [
      { name, median: median(many), unit: 'ms', runs: RUNS, baselines },
      { name: `${name}, the worst`, median: percentile(many, 100), unit: 'ms', runs: RUNS },
    ];
  });

async function savesOf(browser: Browser, address: string, containers: number): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await openPage(page, address);
  await type(page, 'docker pull -q alpine; clear');
  await type(
    page,
    `for i in $(seq ${containers}); do docker run -d alpine sleep 1000000; done > /dev/null; clear`,
  );
  await type(page, 'docker run -d --name c0 alpine sleep 1000000 > /dev/null; clear');
  const found: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await page.locator('.sandbox-button[data-saved=true]').waitFor();
    await page.waitForTimeout(1000);
    await page.evaluate(MARK);
    found.push(await workOf(browser, page, `docker rename c${run} c${run + 1}`));
  }
  await context.close();
  return found;
}

/** Milliseconds that the worker computed for what came after the command. */
async function workOf(browser: Browser, page: Page, command: string): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] });
  await page.keyboard.type(`${command}\n`);
  await page.evaluate('window.saved');
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return computed(trace.traceEvents);
}

/** Of a Chromium trace; times in µs, `tdur` is the thread's own. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

function computed(events: readonly TraceEvent[]): number {
  const key = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const workers = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'DedicatedWorker thread')
      .map(key),
  );
  const at = (mark: string): number => events.find(({ name }) => name === mark)?.ts ?? NaN;
  const [from, to] = [at('bench: enter'), at('bench: saved')];
  const tasks = events.filter(
    (event) =>
      event.name.endsWith('RunTask') && workers.has(key(event)) && event.ts >= from && event.ts <= to,
  );
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
}

/** Marks the next Enter, and when the prompt stands again and the page has said for half a second that all is saved. */
const MARK = `void (window.saved = new Promise((resolve) => {
  const button = document.querySelector('.sandbox-button');
  let wasUnsaved = false, since;
  const look = () => {
    const isSaved = button.dataset.saved === 'true';
    wasUnsaved ||= !isSaved;
    const isDone = wasUnsaved && isSaved && /# ?$/.test(window.drydockTerminalText());
    since = isDone ? (since ?? performance.now()) : undefined;
    if (!(performance.now() - since > 500)) return setTimeout(look, 15);
    performance.mark('bench: saved');
    resolve();
  };
  addEventListener('keydown', function enter({ key }) {
    if (key !== 'Enter') return;
    removeEventListener('keydown', enter, true);
    performance.mark('bench: enter');
    look();
  }, true);
}))`;
