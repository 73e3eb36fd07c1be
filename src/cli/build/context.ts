import type { FileSource, FileSourceEntry } from '../../api/file-source.ts';
import { createIgnoreMatcher, type IgnoreMatcher } from '../../lib/ignore-matcher.ts';

/** What decides about an entry: where it is, and whether it is a directory. */
export type ContextEntry = Pick<FileSourceEntry, 'path' | 'type'>;

export interface ContextOptions {
  /** Lines of the ignore file, as `parseDockerignore` gives them. */
  readonly patterns: readonly string[];
  /** Path of the Dockerfile in the context. */
  readonly dockerfile: string;
  /** The classic builder's rules: it always sends the Dockerfile and `.dockerignore`, and no directory that a pattern excludes. */
  readonly classic: boolean;
}

/**
 * The ignore files to look for, in this order: BuildKit first takes one beside the Dockerfile with its name.
 * @see docs.docker.com/build/concepts/context/#filename-and-location
 */
export function dockerignoreNames(dockerfile: string): string[] {
  return [`${dockerfile}.dockerignore`, '.dockerignore'];
}

/**
 * The entries that are sent to the builder, in the order given (parents before children).
 * @throws IgnorePatternError
 * @see docker/cli v28 cli/command/image/build/dockerignore.go, moby pkg/archive; fsutil filter.go for BuildKit
 */
export function selectContext<T extends ContextEntry>(entries: Iterable<T>, options: ContextOptions): T[] {
  const matcher = createIgnoreMatcher(effectivePatterns(options));
  const selected: T[] = [];
  const parents = new Map<string, T>();
  const skipped = new Set<string>();
  for (const entry of entries) {
    if (isBelow(entry.path, skipped)) continue;
    const isDirectory = entry.type === 'directory';
    if (!matcher.excludes(entry.path)) {
      if (!options.classic) selected.push(...takeParents(entry.path, parents));
      selected.push(entry);
    } else if (isDirectory && mayContainExceptions(entry.path, matcher, options))
      parents.set(entry.path, entry);
    else if (isDirectory) skipped.add(entry.path);
  }
  return selected;
}

/** The context as it is sent. @throws IgnorePatternError */
export function createContextSource(source: FileSource, options: ContextOptions): FileSource {
  createIgnoreMatcher(options.patterns);
  return { entries: () => selectContext(source.entries(), options) };
}

function effectivePatterns({ patterns, dockerfile, classic }: ContextOptions): string[] {
  if (!classic || patterns.length === 0) return [...patterns];
  const matcher = createIgnoreMatcher(patterns);
  const files = ['.dockerignore', dockerfile].filter((file) => matcher.excludes(file));
  return [...patterns, ...files.map((file) => `!${file}`)];
}

function isBelow(path: string, directories: ReadonlySet<string>): boolean {
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    if (directories.has(path.slice(0, slash))) return true;
  }
  return false;
}

/** Excluded parents of a wanted file, which BuildKit sends so that the file has a place. Each is taken once. */
function takeParents<T>(path: string, parents: Map<string, T>): T[] {
  const taken: T[] = [];
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const parent = path.slice(0, slash);
    const entry = parents.get(parent);
    if (entry !== undefined) taken.push(entry);
    parents.delete(parent);
  }
  return taken;
}

/** The classic client only looks into an excluded directory where an exception's path begins with it. */
function mayContainExceptions(path: string, matcher: IgnoreMatcher, options: ContextOptions): boolean {
  return matcher.exceptions.some((exception) => {
    const plain = options.classic ? exception : exception.replace(/\/\*+$/, '');
    if (!options.classic && /[*?[\]\\]/.test(plain)) return true;
    return `${plain}/`.startsWith(`${path}/`);
  });
}
