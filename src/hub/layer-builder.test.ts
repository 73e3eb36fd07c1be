import { expect, it } from 'vitest';
import { LayerBuilder } from './layer-builder.ts';

it('makes the folders on the way, and nothing else', () => {
  const layer = new LayerBuilder('2026-01-05T00:00:00Z').file('a.txt', 'a').file('usr/bin/b', 'b').build(1);
  expect([...layer.entries()].map(({ path, type }) => [path, type])).toEqual([
    ['a.txt', 'file'],
    ['usr', 'directory'],
    ['usr/bin', 'directory'],
    ['usr/bin/b', 'file'],
  ]);
});
