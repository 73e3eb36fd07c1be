import { expect, it } from 'vitest';
import type { BuildMessage } from '../../api/build-types.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { toText } from '../../lib/bytes.ts';
import { TerminalDisplay } from './terminal-display.ts';

const WIDTH = 60;

/** A display on a terminal of 12 rows, and what it wrote last. */
function open(): { display: TerminalDisplay; clock: { ms: number }; last: () => string[] } {
  const clock = { ms: 0 };
  let written = '';
  const out = {
    tty: { getSize: () => ({ columns: WIDTH, rows: 12 }) },
    write: (bytes: Uint8Array) => {
      written = toText(bytes);
    },
  };
  const display = new TerminalDisplay(out as unknown as OpenFile, () => clock.ms, false);
  return {
    display,
    clock,
    last: () =>
      written
        .replace(/^.*\x1b\[J/s, '')
        .split('\n')
        .slice(0, -1),
  };
}

const vertex = (name: string, more: object = {}): BuildMessage => ({
  vertexes: [{ digest: name, name, startedMs: 0, ...more }],
});

it('shows the builder at the right, and each step with its time', async () => {
  const { display, clock, last } = open();
  await display.take(vertex('[1/2] FROM a', { completedMs: 10, cached: true }));
  clock.ms = 1234;
  await display.take(vertex('[2/2] RUN b'));
  const line = (left: string, right: string): string => left + right.padStart(WIDTH - 1 - left.length);
  expect(last()).toEqual([
    line('[+] Building 1.2s (1/2)', 'docker:default'),
    line(' => CACHED [1/2] FROM a', '0.0s'),
    line(' => [2/2] RUN b', '1.2s'),
  ]);
});

it('says what was cancelled, and what failed', async () => {
  const cancelled = open();
  await cancelled.display.take(vertex('RUN a'));
  await cancelled.display.cancel();
  expect(cancelled.last().map((line) => line.split(/  +/)[0])).toEqual([
    '[+] Building 0.0s (1/1) FINISHED',
    ' => CANCELED RUN a',
  ]);
  const failed = open();
  await failed.display.take(vertex('RUN a', { completedMs: 5, error: 'exit code: 1' }));
  expect(failed.last()[1]).toMatch(/^ => ERROR RUN a +0\.0s$/);
  await failed.display.fail();
  expect(failed.last()).toEqual(['------', ' > RUN a:', '------']);
});

it('keeps what goes on in sight where there are more rows than the terminal has', async () => {
  const { display, last } = open();
  await display.take(vertex('slow'));
  for (let index = 0; index < 20; index++) await display.take(vertex(`done ${index}`, { completedMs: 1 }));
  const names = last()
    .slice(1)
    .map((line) => line.trim().split(/  +/)[0]);
  expect(names).toHaveLength(10);
  expect([names[0], names.at(-1)]).toEqual(['=> slow', '=> done 19']);
});
