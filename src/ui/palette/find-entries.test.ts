import { describe, expect, it } from 'vitest';
import { findEntries, type PaletteEntry } from './find-entries.ts';

const entry = (title: string, group: PaletteEntry['group'] = 'Do'): PaletteEntry => ({
  id: title,
  group,
  title,
  run: () => undefined,
});
const titles = (entries: PaletteEntry[]): string[] => entries.map(({ title }) => title);

const ENTRIES = [
  entry('Undo'),
  entry('docker stop web', 'Type a command'),
  entry('Stop time'),
  entry('Unstoppable', 'Begin a lesson'),
  entry('Dockerfile', 'Open a file'),
];

describe('entries of the palette', () => {
  it('are all there before anything is typed, in their order', () => {
    expect(titles(findEntries(ENTRIES, '  '))).toEqual(titles(ENTRIES));
  });

  it('begin with what is typed, or a word of them does, or it is inside', () => {
    expect(titles(findEntries(ENTRIES, 'stop'))).toEqual(['Stop time', 'docker stop web', 'Unstoppable']);
  });

  it('have every word, in any order, in their title or their group', () => {
    expect(titles(findEntries(ENTRIES, 'web docker'))).toEqual(['docker stop web']);
    expect(titles(findEntries(ENTRIES, 'open file'))).toEqual(['Dockerfile']);
    expect(findEntries(ENTRIES, 'web nothing')).toEqual([]);
  });

  it('are not too many to look over', () => {
    const many = Array.from({ length: 500 }, (_, index) => entry(`file ${index}`));
    expect(findEntries(many, 'file').length).toBe(40);
  });
});
