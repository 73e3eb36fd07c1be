import { describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../world/mirror.ts';
import { layerTree } from './layer-tree.ts';

/** An image with these layers, lowest first; `-` is an empty one. */
function image(id: string, chain: string): ImageRecord {
  const layers = chain.split(' ').map((chainId) => ({
    chainId,
    createdBy: `RUN ${chainId}`,
    sizeBytes: 10,
    empty: chainId === '-',
  }));
  return { id, tags: [`${id}:latest`], layers } as unknown as ImageRecord;
}

const IMAGES = [image('two', 'a b - d'), image('base', 'a b'), image('other', 'x'), image('one', 'a b c')];

describe('layerTree', () => {
  it('draws a shared layer once, over the images that have it', () => {
    const tree = layerTree(IMAGES, 'two');
    expect(tree?.images).toEqual([
      { id: 'base', name: 'base:latest', column: 0, depth: 2, own: false },
      { id: 'one', name: 'one:latest', column: 1, depth: 3, own: false },
      { id: 'two', name: 'two:latest', column: 2, depth: 3, own: true },
    ]);
    expect(
      tree?.boxes.map(({ chainId, depth, start, end, own }) => [chainId, depth, start, end, own]),
    ).toEqual([
      ['a', 0, 0, 3, true],
      ['b', 1, 0, 3, true],
      ['c', 2, 1, 2, false],
      ['d', 2, 2, 3, true],
    ]);
    expect(tree?.rows).toBe(4);
  });

  it('keeps images that branch at different heights together', () => {
    const tree = layerTree([image('p', 'a z'), image('q', 'a b c'), image('r', 'a b d')], 'p');
    const columns = tree?.boxes.map(({ chainId, start, end }) => `${chainId} ${start}-${end}`);
    expect(columns).toEqual(['a 0-3', 'b 0-2', 'c 0-1', 'd 1-2', 'z 2-3']);
  });

  it('is not there where nothing is shared', () => {
    expect(layerTree(IMAGES, 'other')).toBeUndefined();
    expect(layerTree(IMAGES, 'gone')).toBeUndefined();
  });
});
