import type { CDPSession, Page } from '@playwright/test';
import { WHEN_PROMPTED } from './built-page.ts';

/** Opens the page with the world shown so, and waits for its prompt. */
export async function openPage(
  page: Page,
  address: string,
  worldView: 'picture' | 'list' = 'list',
): Promise<void> {
  await page.addInitScript(
    `localStorage.setItem('drydock.settings', '{"toured":true,"worldView":"${worldView}"}')`,
  );
  await page.goto(`${address}?e2e&seed=1`);
  await page.evaluate(WHEN_PROMPTED);
}

const devtools = new WeakMap<Page, CDPSession>();

/** Slows the page's own thread so many times, until told otherwise. Chromium has no such thing for a worker: "only supported for pages, not workers". */
export async function throttle(page: Page, rate: number): Promise<void> {
  // A session that ends takes its throttling with it.
  const session = devtools.get(page) ?? (await page.context().newCDPSession(page));
  devtools.set(page, session);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Types a command into the terminal that shows first, waits for the next prompt; the last line it printed. */
export async function type(page: Page, command: string): Promise<string> {
  const terminal = page.getByRole('textbox', { name: 'Terminal input' }).locator('visible=true').first();
  await terminal.focus();
  await page.keyboard.type(`${command}\n`);
  await page.waitForTimeout(300);
  await page.evaluate(WHEN_PROMPTED);
  const text = await page.evaluate<string>('window.drydockTerminalText()');
  return text.trimEnd().split('\n').at(-2)?.trim() ?? '';
}

/** Frames of a while. */
export interface Frames {
  readonly aSecond: number;
  /** From one to the next, in ms. */
  readonly intervals: readonly number[];
}

/** The frames of the page for so long. */
export async function countFrames(page: Page, forMs: number): Promise<Frames> {
  const intervals = await page.evaluate<number[]>(`new Promise((resolve) => {
    const intervals = [];
    let began, before;
    const frame = (now) => {
      began ??= now;
      if (before !== undefined) intervals.push(now - before);
      before = now;
      now - began < ${forMs} ? requestAnimationFrame(frame) : resolve(intervals);
    };
    requestAnimationFrame(frame);
  })`);
  return { aSecond: (intervals.length * 1000) / intervals.reduce((sum, ms) => sum + ms, 0), intervals };
}
