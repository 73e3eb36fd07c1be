import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import type { BuildFiles } from './build-files.ts';

/** Files up to this size are kept with the shell. */
const SMALL = 256 * 1024;
/** Of no use to the page: what hosts read, pictures of the documents, and the service worker itself. */
const LEFT_OUT = /^(_headers|offline\.js|offline-files\.js|docs\/.*\.png)$/;
/** What the page begins with, whatever its size. */
const BEGINS = /^assets\/(index|page|world\.worker)-[^/]*\.js$/;

/** Builds the service worker beside the page, with the list of the build's files. */
export const offlinePlugin: Plugin = {
  name: 'offline',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'src/app/offline/service-worker.ts', fileName: 'offline.js' });
  },
  writeBundle({ dir = 'dist' }) {
    const files = filesBelow(dir).filter(({ path }) => !LEFT_OUT.test(path));
    writeFileSync(
      join(dir, 'offline-files.js'),
      `self.DRYDOCK_FILES = ${JSON.stringify(sortFiles(files))};\n`,
    );
  },
};

interface BuiltFile {
  /** With `/`, below the build's folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Which files are kept at once, which later; the version is another one whenever a file is. */
export function sortFiles(files: readonly BuiltFile[]): BuildFiles {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const hash = createHash('sha256');
  for (const { path, bytes } of sorted) hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  const isShell = ({ path, bytes }: BuiltFile): boolean => bytes.length <= SMALL || BEGINS.test(path);
  const names = (kept: readonly BuiltFile[]): string[] =>
    kept.map(({ path }) => (path === 'index.html' ? '' : path));
  return {
    version: hash.digest('hex').slice(0, 16),
    shell: names(sorted.filter(isShell)),
    rest: names(sorted.filter((file) => !isShell(file))),
  };
}

function filesBelow(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), bytes: readFileSync(file) }));
}
