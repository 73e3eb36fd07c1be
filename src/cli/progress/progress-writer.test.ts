import { expect, it } from 'vitest';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { toText } from '../../lib/bytes.ts';
import { ProgressWriter, type ProgressLine } from './progress-writer.ts';

async function show(columns: number | undefined, ...looks: ProgressLine[][]): Promise<string> {
  let text = '';
  const file = {
    ...(columns === undefined ? {} : { tty: { getSize: () => ({ columns, rows: 24 }) } }),
    write: (bytes: Uint8Array) => Promise.resolve((text += toText(bytes)).length),
  } as unknown as OpenFile;
  const writer = new ProgressWriter(file);
  for (const lines of looks) await writer.write(lines);
  return text;
}

const OVERALL = { id: 'overall progress', text: '0 out of 1 tasks' };
const TASK = { id: '1/1', text: 'starting ', bar: { current: 8, total: 9 } };

it('elsewhere than on a terminal every change is a line, and bars are left out', async () => {
  expect(await show(undefined, [OVERALL, TASK], [OVERALL])).toBe(
    'overall progress: 0 out of 1 tasks\noverall progress: 0 out of 1 tasks\n',
  );
});

it('on a terminal each id has a row that is drawn anew', async () => {
  expect(await show(80, [OVERALL, TASK], [OVERALL])).toBe(
    '\n\x1b[1A\x1b[2K\roverall progress: 0 out of 1 tasks \r\x1b[1B' +
      '\n\x1b[1A\x1b[2K\r1/1: starting  \r\x1b[1B' +
      '\x1b[2A\x1b[2K\roverall progress: 0 out of 1 tasks \r\x1b[2B',
  );
});

it('a wide terminal has room for bars', async () => {
  expect(await show(120, [TASK])).toContain(`1/1: starting  [${'='.repeat(44)}>${' '.repeat(6)}] \r`);
});
