import type { Page } from '@playwright/test';
import { openPage, type } from './bench-page.ts';
import { withBuiltPage } from './built-page.ts';
import type { Benchmark } from './measure.ts';

const NAME = 'heap of a running container (sleep) in the page’s worker';
/** Before counting: code is compiled for the first of them. */
const FIRST = 500;
const COUNT = 2000;
/** As many clients at once: a start takes the time that the simulated one does. */
const AT_ONCE = 50;

/** What one more running container keeps in the worker that the page runs: Chromium's pointers are half as long as Node's. The goal is 12 kB. */
export const pageHeap: Benchmark = () =>
  withBuiltPage(NAME, async (browser, address) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const heapBytes = await attachToWorker(page);
    await openPage(page, address);
    await type(page, 'docker pull -q alpine; clear');
    const bytesAfter = async (count: number): Promise<number> => {
      await type(page, startOf(count));
      await page.locator('.sandbox-button[data-saved=true]').waitFor();
      return heapBytes();
    };
    const before = await bytesAfter(FIRST);
    const after = await bytesAfter(COUNT);
    const running = await type(page, 'docker ps -q | wc -l');
    if (running !== String(FIRST + COUNT)) throw new Error(`${running} containers run`);
    return [{ name: `${NAME}, of ${COUNT}`, median: (after - before) / COUNT / 1000, unit: 'kB', runs: 1 }];
  });

const startOf = (count: number): string =>
  `for i in $(seq ${count / AT_ONCE}); do for j in $(seq ${AT_ONCE}); do docker run -d alpine sleep 1000000 & done > /dev/null; wait; done 2> /dev/null; clear`;

/** Called before the page opens; the result tells the bytes in use by the world's worker, garbage left out. */
async function attachToWorker(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  let worker = '';
  devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.url.includes('world.worker')) worker = sessionId;
  });
  await devtools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  let sent = 0;
  const ask = (method: string): Promise<{ usedSize: number }> => {
    const id = ++sent;
    const answer = new Promise<{ usedSize: number }>((resolve) => {
      devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
        const told = JSON.parse(message) as { id?: number; result: { usedSize: number } };
        if (told.id === id) resolve(told.result);
      });
    });
    const message = JSON.stringify({ id, method });
    return devtools.send('Target.sendMessageToTarget', { sessionId: worker, message }).then(() => answer);
  };
  return async () => {
    await ask('HeapProfiler.collectGarbage');
    await ask('HeapProfiler.collectGarbage');
    return (await ask('Runtime.getHeapUsage')).usedSize;
  };
}
