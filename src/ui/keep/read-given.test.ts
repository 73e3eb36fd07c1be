// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { toBytes, toText } from '../../lib/bytes.ts';
import { readGiven } from './read-given.ts';

const file = (name: string, content: string | Uint8Array<ArrayBuffer>): File => {
  const made = new File([content], name);
  made.arrayBuffer ??= () =>
    Promise.resolve((typeof content === 'string' ? toBytes(content) : content).slice().buffer as ArrayBuffer);
  return made;
};
const noZip = vi.fn();

/** A folder as a browser gives one that was dropped: its entries in pieces. */
function folder(name: string, entries: unknown[]): FileSystemDirectoryEntry {
  const pieces = [entries.slice(0, 1), entries.slice(1), []];
  const createReader = () => ({
    readEntries: (give: (some: unknown[]) => void) => give(pieces.shift() ?? []),
  });
  return { name, isDirectory: true, createReader } as unknown as FileSystemDirectoryEntry;
}
const entry = (made: File): unknown => ({
  name: made.name,
  isDirectory: false,
  file: (give: (it: File) => void) => give(made),
});

it('reads bytes as they are, and folders with all that is in them', async () => {
  const binary = new Uint8Array([0, 0xff, 0xfe, 13, 10]);
  const app = folder('app', [
    entry(file('run.sh', '#!/bin/sh\n')),
    folder('img', [entry(file('logo.png', binary))]),
    folder('.git', [entry(file('config', 'x'))]),
  ]);
  const read = await readGiven([file('Dockerfile', 'FROM nginx\n'), app], noZip);
  expect(read.map(({ path, executable }) => [path, executable ?? false])).toEqual([
    ['Dockerfile', false],
    ['app/run.sh', true],
    ['app/img/logo.png', false],
  ]);
  expect([...read[2]!.bytes]).toEqual([...binary]);
});

it('unpacks a zip where it is', async () => {
  const unzip = (bytes: Uint8Array) => Promise.resolve([{ path: `in-${toText(bytes)}`, bytes }]);
  const read = await readGiven([file('a.zip', 'a'), folder('sub', [entry(file('b.ZIP', 'b'))])], unzip);
  expect(read.map(({ path }) => path)).toEqual(['in-a', 'sub/in-b']);
});

it('refuses what is too large before it reads it, and nothing at all', async () => {
  const huge = file('huge.iso', 'x');
  Object.defineProperty(huge, 'size', { value: 65 * 1024 * 1024 });
  huge.arrayBuffer = vi.fn();
  await expect(readGiven([huge], noZip)).rejects.toThrow('huge.iso is too large: over 64 MB.');
  expect(huge.arrayBuffer).not.toHaveBeenCalled();
  await expect(readGiven([folder('empty', [])], noZip)).rejects.toThrow('no files');
  await expect(readGiven([file('a\u202eb', 'x')], noZip)).rejects.toThrow('can’t be used');
});
