import { describe, expect, it } from 'vitest';
import { dockerignoreNames, selectContext, type ContextEntry } from './context.ts';

const directory = (path: string): ContextEntry => ({ path, type: 'directory' });
const file = (path: string): ContextEntry => ({ path, type: 'file' });
const TREE = [
  file('.dockerignore'),
  file('Dockerfile'),
  directory('src'),
  file('src/a.js'),
  directory('src/lib'),
  file('src/lib/b.js'),
];

const select = (patterns: string[], classic: boolean): string[] =>
  selectContext(TREE, { patterns, dockerfile: 'Dockerfile', classic }).map(({ path }) => path);

describe('selectContext', () => {
  it('sends everything without patterns', () => {
    expect(select([], false)).toEqual(TREE.map(({ path }) => path));
  });

  it('sends the parents of an exception with BuildKit', () => {
    expect(select(['*', '!src/lib/b.js'], false)).toEqual(['src', 'src/lib', 'src/lib/b.js']);
    expect(select(['src', '!**/b.js'], false)).toEqual([
      '.dockerignore',
      'Dockerfile',
      'src',
      'src/lib',
      'src/lib/b.js',
    ]);
  });

  it('sends Dockerfile and .dockerignore, but no excluded directory, with the classic builder', () => {
    expect(select(['*', '!src/a.js'], true)).toEqual(['.dockerignore', 'Dockerfile', 'src/a.js']);
    expect(select(['src', '!**/b.js'], true)).toEqual(['.dockerignore', 'Dockerfile']);
  });

  it("looks for the Dockerfile's own ignore file first", () => {
    expect(dockerignoreNames('dev.Dockerfile')).toEqual(['dev.Dockerfile.dockerignore', '.dockerignore']);
  });
});
