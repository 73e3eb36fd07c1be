import { describe, expect, it } from 'vitest';
import type { BuildMessage } from '../../api/build-types.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { toBytes, toText } from '../../lib/bytes.ts';
import { PlainDisplay } from './plain-display.ts';

/** What is printed of messages that come at these seconds, with a look every 0.1 s in between. */
async function show(end: 'finish' | 'cancel', ...told: [number, BuildMessage][]): Promise<string> {
  let text = '';
  let nowMs = 0;
  const out = { write: (bytes: Uint8Array) => Promise.resolve((text += toText(bytes)).length) };
  const display = new PlainDisplay(out as unknown as OpenFile, () => nowMs);
  for (const [second, message] of told) {
    for (; nowMs + 100 <= second * 1000; nowMs += 100) await display.redraw();
    nowMs = second * 1000;
    await display.take(message);
  }
  await display[end]();
  return text;
}

const begin = (digest: string, startedMs = 0): BuildMessage => ({
  vertexes: [{ digest, name: `[${digest}] RUN`, startedMs }],
});
const done = (digest: string, completedMs: number): BuildMessage => ({
  vertexes: [{ digest, name: `[${digest}] RUN`, startedMs: 0, completedMs }],
});
const log = (vertex: string, second: number, text: string): BuildMessage => ({
  logs: [{ vertex, stream: 1, data: toBytes(text), timeMs: second * 1000 }],
});

describe('PlainDisplay', () => {
  it('gives one step the floor until it ends, and shows then what others said', async () => {
    const text = await show(
      'finish',
      [0, begin('a')],
      [0, begin('b')],
      [1, log('b', 1, 'b says\nmore')],
      [1.5, log('a', 1.5, 'a says\n')],
      [2, done('a', 2000)],
      [3, done('b', 3000)],
    );
    expect(text).toBe(
      '#1 [a] RUN\n#1 1.500 a says\n#1 DONE 2.0s\n\n#2 [b] RUN\n#2 1.000 b says\n#2 1.000 more\n#2 DONE 3.0s\n',
    );
  });

  it('names a step again that comes back after another one', async () => {
    const text = await show(
      'cancel',
      [0, begin('a')],
      [0, begin('b')],
      [1, log('a', 1, '1\n')],
      [2, done('b', 2000)],
      [3, log('a', 3, '2\n')],
    );
    expect(text).toBe(
      '#1 [a] RUN\n#1 1.000 1\n#1 ...\n\n#2 [b] RUN\n#2 DONE 2.0s\n\n#1 [a] RUN\n#1 3.000 2\n#1 CANCELED\n',
    );
  });

  it('lets nobody wait for longer than ten seconds', async () => {
    const seconds = Array.from({ length: 12 }, (_, index) => index + 1);
    const text = await show(
      'cancel',
      [0, begin('a')],
      [0, begin('b')],
      [0.5, log('b', 0.5, 'b\n')],
      ...seconds.map((second): [number, BuildMessage] => [second, log('a', second, 'a\n')]),
    );
    expect(text).toContain('\n#1 ...\n\n#2 [b] RUN\n#2 0.500 b\n');
  });

  it('tells of a layer that is fetched when much more of it is there', async () => {
    const status = (current: number): BuildMessage => ({
      statuses: [{ id: 'x', vertex: 'a', name: 'x', current, total: 100_000_000, startedMs: 0 }],
    });
    const text = await show(
      'finish',
      [0, begin('a')],
      [0.2, status(2e6)],
      [0.4, status(4e6)],
      [0.6, status(8e6)],
      [0.8, done('a', 800)],
    );
    expect(text).toBe('#1 [a] RUN\n#1 x 2MB / 100MB\n#1 x 8MB / 100MB\n#1 DONE 0.8s\n');
  });

  it('shows warnings where they were found', async () => {
    const warning = {
      vertex: 'a',
      rule: 'FromAsCasing',
      message: 'differs',
      url: '',
      startLine: 3,
      endLine: 3,
    };
    const text = await show('finish', [0, begin('a')], [0, { warnings: [warning] }], [0, done('a', 0)]);
    expect(text).toBe(
      '#1 [a] RUN\n#1 WARN: FromAsCasing: differs (line 3)\n#1 DONE 0.0s\n\n 1 warning found (use docker --debug to expand):\n - FromAsCasing: differs (line 3)\n',
    );
  });
});
