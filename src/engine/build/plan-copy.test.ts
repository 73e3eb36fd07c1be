import { describe, expect, it } from 'vitest';
import type { FileSourceEntry } from '../../api/file-source.ts';
import { CopyPlanError, planCopy, type CopyRequest, type CopySource } from './plan-copy.ts';

/** Paths that end with a slash are folders. */
function sourceOf(...paths: string[]): CopySource {
  const entries = paths.map((path): FileSourceEntry => {
    const type = path.endsWith('/') ? 'directory' : 'file';
    const data = new Uint8Array();
    const numbers = { mode: 0o644, uid: 0, gid: 0, mtimeMs: 0, size: 0 };
    return { path: path.replace(/\/$/, ''), type, ...numbers, read: () => data };
  });
  return { entries: new Map(entries.map((entry) => [entry.path, entry])) };
}

const MEDIA = sourceOf(
  ...['dir1/', 'dir1/1.png', 'dir1/1.txt', 'dir1/sub/', 'dir1/sub/2.png', 'dir1/sub/2.txt'],
  ...['dir2/', 'dir2/3.png', 'dir2/3.txt', 'home.png', 'home.txt'],
);

function targets(request: Partial<CopyRequest>, source = MEDIA): string[] {
  const whole = { sources: ['.'], exclude: [], destination: '/to/', isFolder: true, ...request };
  return planCopy(source, whole).map(({ target }) => target);
}

describe('planCopy', () => {
  it('puts the content of folders and the files themselves into a folder', () => {
    expect(targets({ sources: ['dir2', 'home.txt'] })).toEqual(['/to/3.png', '/to/3.txt', '/to/home.txt']);
    expect(targets({ sources: ['home.txt'], destination: '/to', isFolder: false })).toEqual(['/to']);
    expect(targets({ sources: ['home.*'], destination: '/to', isFolder: false })).toEqual([
      '/to/home.png',
      '/to/home.txt',
    ]);
  });

  it('keeps the folders above with --parents, or those after the pivot', () => {
    const parents = true;
    const all = { destination: '/to', isFolder: false, parents };
    expect(targets({ ...all, sources: ['dir1/sub/2.txt', 'home.txt'] })).toEqual([
      ...['/to/dir1', '/to/dir1/sub', '/to/dir1/sub/2.txt', '/to/home.txt'],
    ]);
    expect(targets({ ...all, sources: ['dir1/./sub'] })).toEqual([
      ...['/to/sub', '/to/sub/2.png', '/to/sub/2.txt'],
    ]);
    expect(targets({ ...all, sources: ['**/*.txt'], exclude: ['dir2'] })).toEqual([
      ...['/to/dir1', '/to/dir1/1.txt', '/to/dir1/sub', '/to/dir1/sub/2.txt', '/to/home.txt'],
    ]);
  });

  it('names a source that is missing', () => {
    expect(() => targets({ sources: ['gone'] })).toThrow(new CopyPlanError('"/gone": not found'));
  });
});

describe('planCopy with exclude', () => {
  it('matches paths relative to the folder that is copied', () => {
    expect(targets({ sources: ['dir1'], exclude: ['1.png'] })).toEqual([
      '/to/1.txt',
      '/to/sub',
      '/to/sub/2.png',
      '/to/sub/2.txt',
    ]);
    expect(targets({ sources: ['dir2'], exclude: ['dir2/3.png'] })).toEqual(['/to/3.png', '/to/3.txt']);
    expect(targets({ exclude: ['dir1', 'dir2/3.png'] })).toEqual([
      '/to/dir2',
      '/to/dir2/3.txt',
      '/to/home.png',
      '/to/home.txt',
    ]);
  });

  it('looks into folders only with **', () => {
    expect(targets({ sources: ['dir1'], exclude: ['*.png'] })).toContain('/to/sub/2.png');
    expect(targets({ sources: ['dir1'], exclude: ['**/*.png'] })).toEqual([
      '/to/1.txt',
      '/to/sub',
      '/to/sub/2.txt',
    ]);
    expect(targets({ exclude: ['*/*.txt'], sources: ['.'] })).toContain('/to/dir1/sub/2.txt');
  });

  it('applies to every folder that a wildcard finds, and to no file', () => {
    expect(targets({ sources: ['dir*'], exclude: ['*.png', 'sub'] })).toEqual(['/to/1.txt', '/to/3.txt']);
    expect(targets({ sources: ['home.*'], exclude: ['*.png'] })).toEqual(['/to/home.png', '/to/home.txt']);
    expect(targets({ sources: ['home.png'], exclude: ['home.png'] })).toEqual(['/to/home.png']);
  });

  it('keeps what an exception names, with the folders around it', () => {
    expect(targets({ sources: ['dir1'], exclude: ['*', '!sub/2.txt'] })).toEqual([
      '/to/sub',
      '/to/sub/2.txt',
    ]);
    expect(targets({ sources: ['dir*'], exclude: ['*', '!1.txt'] })).toEqual(['/to/1.txt']);
  });

  it('refuses patterns that can never be right', () => {
    expect(() => targets({ exclude: ['a', '['] })).toThrow(
      new CopyPlanError('invalid excludepatterns: [a []: syntax error in pattern'),
    );
  });
});
