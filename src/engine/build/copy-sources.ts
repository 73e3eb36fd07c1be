import type { FileSourceEntry } from '../../api/file-source.ts';
import { compileGlob } from '../../lib/glob.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { sha256Hex } from '../../lib/sha256.ts';

/** Something COPY takes files from: paths without leading slash. */
export interface CopySource {
  readonly entries: ReadonlyMap<string, FileSourceEntry>;
}

/** One file to be written: where from, where to. */
export interface CopyItem {
  readonly entry: FileSourceEntry;
  readonly target: string;
}

/** A source that is not there. */
export class SourceNotFound extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`"${path}": not found`);
    this.path = path;
  }
}

/** The paths a COPY source names. @throws SourceNotFound */
function findSources(source: CopySource, pattern: string): string[] {
  const path = normalizePath(pattern).slice(1);
  if (path === '' || source.entries.has(path)) return [path];
  if (!/[*?[]/.test(path)) throw new SourceNotFound(`/${path}`);
  const matcher = compileGlob(path);
  const found = [...source.entries.keys()].filter((candidate) => matcher.test(candidate)).sort();
  return found;
}

/**
 * What COPY and ADD write, parents first. A folder's content goes into the destination; several sources, or a destination that ends with a slash,
 * make it a folder. `isDirectory` tells what the destination is now.
 * @throws SourceNotFound
 * @see buildkit v0.22 dockerfile2llb/convert.go dispatchCopy
 */
export function planCopy(
  source: CopySource,
  patterns: readonly string[],
  destination: string,
  isDirectory: boolean,
): CopyItem[] {
  const found = patterns.flatMap((pattern) => findSources(source, pattern));
  const intoFolder = destination.endsWith('/') || isDirectory || found.length > 1 || patterns.length > 1;
  const base = destination.replace(/\/+$/, '');
  return found.flatMap((path) => {
    const entry = source.entries.get(path);
    if (path === '' || entry?.type === 'directory') return folderItems(source, path, base);
    if (!entry) return [];
    const name = path.slice(path.lastIndexOf('/') + 1);
    return [{ entry, target: intoFolder ? `${base}/${name}` : base || '/' }];
  });
}

function folderItems(source: CopySource, folder: string, base: string): CopyItem[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const items: CopyItem[] = [];
  for (const [path, entry] of source.entries)
    if (path.startsWith(prefix) && path !== folder)
      items.push({ entry, target: `${base}/${path.slice(prefix.length)}` });
  return items;
}

const contentHashes = new WeakMap<FileSourceEntry, string>();

/** What of the copied files counts for the cache: place, type, mode, owner, content; not the time. */
export function copyChecksum(items: readonly CopyItem[], owner: string): string {
  const lines = items.map(({ entry, target }) => {
    const content = entry.type === 'file' ? hashOf(entry) : (entry.target ?? '');
    return `${target} ${entry.type} ${entry.mode.toString(8)} ${owner} ${content}`;
  });
  return sha256Hex(lines.join('\n'));
}

function hashOf(entry: FileSourceEntry): string {
  const known = contentHashes.get(entry) ?? sha256Hex(entry.read());
  contentHashes.set(entry, known);
  return known;
}
