import { withoutEnd } from '../../lib/trim-end.ts';
import type { FileSourceEntry } from '../../api/file-source.ts';
import { dirName, normalizePath } from '../../kernel/files/path.ts';
import { compileGlob } from '../../lib/glob.ts';
import { createIgnoreMatcher, IgnorePatternError, type IgnoreMatcher } from '../../lib/ignore-matcher.ts';
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

/** What a COPY instruction asks for. */
export interface CopyRequest {
  /** Paths in the source, perhaps with wildcards. */
  readonly sources: readonly string[];
  /** Patterns as of a `.dockerignore`, for paths relative to the folder that is copied. */
  readonly exclude: readonly string[];
  /** An absolute path; a slash at its end makes it a folder. */
  readonly destination: string;
  /** The destination is a folder already. */
  readonly isFolder: boolean;
  /** Keep the folders above what is copied; of a source with `/./` those after it. `**` stands for any number of folders then. */
  readonly parents?: boolean;
}

/** A source that is not there, or a pattern that can never match. */
export class CopyPlanError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CopyPlanError';
  }
}

/**
 * What COPY and ADD write, parents first. A folder's content goes into the destination; several sources, or a destination that ends with a slash,
 * make it a folder. A source that is a file itself is never excluded, even if a wildcard found it.
 * @throws CopyPlanError, GlobSyntaxError
 * @see buildkit v0.22 dockerfile2llb/convert.go dispatchCopy; fsutil copy/copy.go; github.com/moby/buildkit/issues/5489
 */
export function planCopy(source: CopySource, request: CopyRequest): CopyItem[] {
  const { sources, destination } = request;
  const ignored = readExclude(request.exclude);
  if (request.parents) return itemsWithParents(source, sources, destination, ignored);
  const found = sources.flatMap((pattern) => findSources(source, pattern));
  const intoFolder = destination.endsWith('/') || request.isFolder || found.length > 1 || sources.length > 1;
  const base = withoutEnd(destination, '/');
  return found.flatMap((path) => {
    const entry = source.entries.get(path);
    if (path === '' || entry?.type === 'directory') return folderItems(source, path, base, ignored);
    if (!entry) return [];
    const name = path.slice(path.lastIndexOf('/') + 1);
    return [{ entry, target: intoFolder ? `${base}/${name}` : base || '/' }];
  });
}

function readExclude(patterns: readonly string[]): IgnoreMatcher {
  try {
    return createIgnoreMatcher(patterns);
  } catch (error) {
    if (!(error instanceof IgnorePatternError)) throw error;
    throw new CopyPlanError(`invalid excludepatterns: [${patterns.join(' ')}]: ${error.message}`);
  }
}

/** The paths a COPY source names. @throws CopyPlanError, GlobSyntaxError */
function findSources(source: CopySource, pattern: string): string[] {
  const path = normalizePath(pattern).slice(1);
  if (path === '' || source.entries.has(path)) return [path];
  if (!/[*?[]/.test(path)) throw new CopyPlanError(`"/${path}": not found`);
  const matcher = compileGlob(path);
  return [...source.entries.keys()].filter((candidate) => matcher.test(candidate)).sort();
}

function folderItems(source: CopySource, folder: string, base: string, ignored: IgnoreMatcher): CopyItem[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = new Map<string, FileSourceEntry>();
  for (const [path, entry] of source.entries)
    if (path.startsWith(prefix) && path !== folder) below.set(path.slice(prefix.length), entry);
  const wanted = wantedPaths(below.keys(), ignored);
  return [...below]
    .filter(([path]) => wanted.has(path))
    .map(([path, entry]) => ({ entry, target: `${base}/${path}` }));
}

/** Paths that are not excluded, with the folders they are in. */
function wantedPaths(paths: Iterable<string>, ignored: IgnoreMatcher): Set<string> {
  const wanted = new Set<string>();
  for (const path of paths) {
    if (ignored.excludes(path)) continue;
    for (let at = path; at !== '.' && !wanted.has(at); at = dirName(at)) wanted.add(at);
  }
  return wanted;
}

/** @throws CopyPlanError, GlobSyntaxError */
function itemsWithParents(
  source: CopySource,
  patterns: readonly string[],
  destination: string,
  ignored: IgnoreMatcher,
): CopyItem[] {
  const base = withoutEnd(destination, '/');
  const items = new Map<string, CopyItem>();
  for (const pattern of patterns) {
    const pivot = pattern.indexOf('/./');
    const root = pivot < 0 ? '' : normalizePath(pattern.slice(0, pivot)).slice(1);
    const above = root === '' ? '' : `${root}/`;
    for (const found of findWithParents(source, normalizePath(pattern).slice(1))) {
      const wanted = [...source.entries.keys()].filter((path) => path === found || isBelow(path, found));
      for (const path of wantedPaths(wanted, ignored)) {
        const entry = path.startsWith(above) ? source.entries.get(path) : undefined;
        const target = `${base}/${path.slice(above.length)}`;
        if (entry) items.set(target, { entry, target });
      }
    }
  }
  return [...items.values()].sort((one, other) => (one.target < other.target ? -1 : 1));
}

const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/** @throws CopyPlanError, GlobSyntaxError */
function findWithParents(source: CopySource, pattern: string): string[] {
  if (!pattern.includes('**')) return findSources(source, pattern);
  const matcher = createIgnoreMatcher([pattern]);
  return [...source.entries.keys()].filter((path) => matcher.excludes(path));
}

const contentHashes = new WeakMap<FileSourceEntry, string>();

/** What of the copied files counts for the cache: place, type, mode, owner, content; not the time. */
export function copyChecksum(items: readonly CopyItem[], owner: string): string {
  const lines = items.map(({ entry, target }) => {
    const content = entry.type === 'file' ? contentHashOf(entry) : (entry.target ?? '');
    return `${target} ${entry.type} ${entry.mode.toString(8)} ${owner} ${content}`;
  });
  return sha256Hex(lines.join('\n'));
}

/** The digest of a file's content, computed once. */
export function contentHashOf(entry: FileSourceEntry): string {
  const known = contentHashes.get(entry) ?? sha256Hex(entry.read());
  contentHashes.set(entry, known);
  return known;
}
