import { expect, it } from 'vitest';
import { downloadLayers } from './download-layers.ts';

/** Its messages, with the step in which each came; a step is 1000 bytes. */
async function follow(sizes: readonly number[]): Promise<string[]> {
  let step = 0;
  const layers = sizes.map((compressedBytes, index) => ({ id: `l${index + 1}`, compressedBytes }));
  const seen: string[] = [];
  const messages = downloadLayers(layers, 10_000, async () => void step++);
  for await (const { id, status, progressDetail } of messages)
    seen.push(`${step} ${id} ${status}${progressDetail ? ` ${progressDetail.current}` : ''}`);
  return seen;
}

it('downloads three at a time and unpacks from below', async () => {
  const seen = await follow([3000, 300, 300, 300]);
  const complete = seen.filter((line) => /complete/.test(line));
  expect(complete).toEqual([
    '1 l2 Download complete',
    '1 l3 Download complete',
    '2 l4 Download complete',
    '4 l1 Download complete',
    '4 l1 Pull complete',
    '4 l2 Pull complete',
    '4 l3 Pull complete',
    '4 l4 Pull complete',
  ]);
  expect(seen.filter((line) => line.includes('Downloading'))).toEqual([
    '1 l1 Downloading 366',
    '1 l4 Downloading 33',
    '2 l1 Downloading 1100',
    '3 l1 Downloading 2100',
  ]);
});

it('shares the line', async () => {
  const seen = await follow([2000, 2000]);
  expect(seen.slice(0, 2)).toEqual(['1 l1 Downloading 500', '1 l2 Downloading 500']);
  expect(seen.at(-1)).toBe('4 l2 Pull complete');
});
