import { describe, expect, it } from 'vitest';
import { depthFirst } from './depth-first.ts';

const follow = (starts: string, ways: Record<string, string>) => {
  const { order, cycle } = depthFirst(starts, (node) => ways[node] ?? '');
  return `${order.join('')}${cycle ? `, circle ${cycle.join('')}` : ''}`;
};

describe('depthFirst', () => {
  it.each([
    ['ab', {}, 'ab'],
    ['ab', { a: 'b' }, 'ba'],
    ['a', { a: 'bc', b: 'd', c: 'd' }, 'dbca'],
    ['aa', { a: 'bb' }, 'ba'],
    ['a', { a: 'a' }, 'a, circle aa'],
    ['xa', { a: 'b', b: 'c', c: 'db', d: '' }, 'xdcba, circle bcb'],
    ['ab', { a: 'c', b: 'ac', c: '' }, 'cab'],
  ])('%s by %j', (starts, ways, found) => {
    expect(follow(starts, ways)).toBe(found);
  });

  it('follows a chain of a hundred thousand', () => {
    const { order } = depthFirst([0], (node) => (node < 100_000 ? [node + 1] : []));
    expect([order.length, order[0], order.at(-1)]).toEqual([100_001, 100_000, 0]);
  });
});
