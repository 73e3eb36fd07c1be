import { describe, expect, it } from 'vitest';
import { completeDockerfile, type CompletionSources } from './complete.ts';

const FILES: Readonly<Record<string, { name: string; isFolder: boolean }[]>> = {
  '': [
    { name: 'src', isFolder: true },
    { name: 'package.json', isFolder: false },
  ],
  src: [{ name: 'app.js', isFolder: false }],
};

const SOURCES: CompletionSources = {
  images: async () => ['alpine', 'node'],
  tags: async (repository) => (repository === 'node' ? ['22', '22-alpine'] : []),
  files: (folder) => FILES[folder] ?? [],
};

/** Labels offered where `|` stands, and what is typed of them. */
async function offered(marked: string): Promise<{ typed: string; labels: string[] }> {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const current = before.at(-1) ?? '';
  const { startColumn, items } = await completeDockerfile(
    marked.replace('|', ''),
    before.length,
    current.length + 1,
    SOURCES,
  );
  return { typed: current.slice(startColumn - 1), labels: items.map(({ label }) => label) };
}

describe('completeDockerfile', () => {
  it('offers instructions, in the letters of the file', async () => {
    const { typed, labels } = await offered('FROM alpine\nWO|');
    expect(typed).toBe('WO');
    expect(labels).toContain('WORKDIR');
    expect(labels).not.toContain('MAINTAINER');
    expect((await offered('from alpine\n|')).labels).toContain('workdir');
    expect((await offered('FROM alpine\nONBUILD R|')).labels).toContain('RUN');
  });

  it.each([
    ['images and stages', 'FROM node AS deps\nFROM no|', 'no', ['deps', 'alpine', 'node']],
    ['tags', 'FROM node:22|', '22', ['22', '22-alpine']],
    ['AS', 'FROM node:22 a|', 'a', ['AS']],
    ['flags', 'FROM alpine\nRUN --n|', '--n', ['--mount', '--network']],
    ['flags only before arguments', 'FROM alpine\nRUN ls -|', '', []],
    ['values of flags', 'FROM alpine\nRUN --network=|', '', ['default', 'none', 'host']],
    ['where to copy from', 'FROM node AS deps\nFROM alpine\nCOPY --from=d|', 'd', ['deps', 'alpine', 'node']],
    ['files', 'FROM alpine\nCOPY p|', 'p', ['src/', 'package.json']],
    ['files of a folder', 'FROM alpine\nCOPY ./src/a|', 'a', ['app.js']],
    ['files in JSON', 'FROM alpine\nCOPY ["s|', 's', ['src/', 'package.json']],
    ['no files of a stage', 'FROM alpine\nCOPY --from=x |', '', []],
    ['files on a continued line', 'FROM alpine\nCOPY package.json \\\n  |', '', ['src/', 'package.json']],
  ])('offers %s', async (_, marked, typed, labels) => {
    expect(await offered(marked)).toEqual({ typed, labels });
  });

  it('offers the variables that can be used', async () => {
    const file = 'ARG TAG=1\nFROM node AS a\nENV ONE=1\nFROM alpine\nENV NOT=1\nFROM a\nARG TWO=2\n';
    expect((await offered(`${file}LABEL x=$T|`)).labels).toEqual(['ONE', 'TWO']);
    expect((await offered(`${file}FROM alpine:\${T|`)).labels).toContain('TAG');
    expect((await offered(`${file}FROM alpine:$|`)).labels).not.toContain('ONE');
  });

  it('offers nothing in comments and here-documents', async () => {
    expect((await offered('# F|')).labels).toEqual([]);
    expect((await offered('FROM alpine\nRUN <<EOF\nec|')).labels).toEqual([]);
    expect((await offered('FROM alpine\nRUN <<EOF\nls\nEOF\nRU|')).labels).toContain('RUN');
  });
});
