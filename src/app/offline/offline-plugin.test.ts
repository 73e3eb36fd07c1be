import { expect, it } from 'vitest';
import { sortFiles } from './offline-plugin.ts';

const file = (path: string, size: number, fill = 0) => ({ path, bytes: new Uint8Array(size).fill(fill) });
const FILES = [
  file('index.html', 10),
  file('assets/world.worker-a.js', 600_000),
  file('assets/page-d.js', 800_000),
  file('assets/monaco-b.js', 700_000),
  file('assets/small-c.js', 5000),
];

it('keeps what the page begins with and what is small at once, the rest later', () => {
  const { shell, rest } = sortFiles(FILES);
  expect(shell).toEqual(['assets/page-d.js', 'assets/small-c.js', 'assets/world.worker-a.js', '']);
  expect(rest).toEqual(['assets/monaco-b.js']);
});

it('is another version whenever a file is another, in whatever order they are listed', () => {
  const { version } = sortFiles(FILES);
  expect(sortFiles([...FILES].reverse()).version).toBe(version);
  expect(sortFiles([file('index.html', 10, 1), ...FILES.slice(1)]).version).not.toBe(version);
  expect(sortFiles(FILES.slice(1)).version).not.toBe(version);
});
