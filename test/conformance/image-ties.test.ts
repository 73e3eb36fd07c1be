import { expect, it } from 'vitest';
import { sortImageTies } from './image-ties.ts';

const HEADER = 'REPOSITORY   TAG       IMAGE ID       CREATED                  SIZE\n';
const row = (name: string, id: string, age: string): string =>
  `${name.padEnd(13)}latest    ${id.padEnd(15)}${age.padEnd(25)}1MB\n`;

it('puts images of one second, and names of one image, into one order', () => {
  const [b, a] = [row('b', '111', 'Less than a second ago'), row('a', '222', 'Less than a second ago')];
  expect(sortImageTies('docker images', HEADER + b + a)).toBe(HEADER + a + b);
  const [y, x] = [row('y', '333', '2 weeks ago'), row('x', '333', '2 weeks ago')];
  expect(sortImageTies('docker image ls', HEADER + y + x)).toBe(HEADER + x + y);
});

it('leaves the newest first, and other commands alone', () => {
  const rows = row('b', '111', '1 second ago') + row('a', '222', '2 seconds ago') + row('d', '4', '2 weeks ago') + row('c', '5', '2 weeks ago');
  expect(sortImageTies('docker images', HEADER + rows)).toBe(HEADER + rows);
  expect(sortImageTies('docker ps', 'b\na\n')).toBe('b\na\n');
}); // prettier-ignore
