import { expect, it } from 'vitest';
import { alignImageTies } from './image-ties.ts';

const HEADER = 'REPOSITORY   TAG       IMAGE ID       CREATED                  SIZE\n';
const NOW = 'Less than a second ago';
const row = (name: string, id: string, age: string): string =>
  `${name.padEnd(13)}latest    ${id.padEnd(15)}${age.padEnd(25)}1MB\n`;

it('puts images of one second, and names of one image, into one order', () => {
  const [b, a] = [row('b', '111', NOW), row('a', '222', NOW)];
  const [left, right] = alignImageTies('docker images', HEADER + b + a, HEADER + a + b);
  expect(left).toBe(right);
  const [y, x] = [row('y', '333', '2 weeks ago'), row('x', '333', '2 weeks ago')];
  const [one, other] = alignImageTies('docker image ls', HEADER + x + y, HEADER + y + x);
  expect(one).toBe(other);
});

it('finds the tied ones among more that are tied on one side only', () => {
  const recorded = row('b', '1', NOW) + row('a', '2', NOW) + row('c', '3', '1 second ago');
  const ours = row('a', '2', NOW) + row('b', '1', NOW) + row('c', '3', NOW);
  const [left, right] = alignImageTies('docker images', HEADER + recorded, HEADER + ours);
  expect(left.replace('1 second ago          ', NOW)).toBe(right);
});

it('leaves the newest first where one side tells which that is, and other commands alone', () => {
  const recorded = HEADER + row('b', '1', '1 second ago') + row('a', '2', '3 seconds ago');
  const ours = HEADER + row('a', '2', NOW) + row('b', '1', NOW);
  expect(alignImageTies('docker images', recorded, ours)).toEqual([recorded, ours]);
  const old = HEADER + row('d', '4', '2 weeks ago') + row('c', '5', '2 weeks ago');
  expect(alignImageTies('docker images', old, ours)).toEqual([old, ours]);
  expect(alignImageTies('docker ps', 'b\na\n', 'a\nb\n')).toEqual(['b\na\n', 'a\nb\n']);
});
