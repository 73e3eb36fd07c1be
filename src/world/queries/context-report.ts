import { createContextSource, dockerignoreNames } from '../../cli/build/context.ts';
import { parseDockerignore } from '../../cli/build/dockerignore.ts';
import type { FileSourceEntry } from '../../api/file-source.ts';
import { joinPath } from '../../kernel/files/path.ts';
import { sourceOf } from '../../kernel/files/tree.ts';
import { IgnorePatternError } from '../../lib/ignore-matcher.ts';
import { plainly, viewOf } from './place.ts';
import type { ContextReport } from './queries.ts';
import { QueryRefused, type QueryContext, type QueryHandler } from './query.ts';

/** So many files are named; the rest is counted. */
const MAX_NAMED = 100;

/** @throws QueryRefused for a pattern that makes no sense */
export const contextReport: QueryHandler<'contextReport'> = (context, { path, text }) => {
  const all = filesOf(select(context, folderOf(path), '', 'Dockerfile'));
  const sent = filesOf(select(context, folderOf(path), text, dockerfileOf(path)));
  const names = new Set(sent.map((file) => file.path));
  const ignored = all.filter((file) => !names.has(file.path));
  return {
    count: sent.length,
    sizeBytes: sumOf(sent),
    sent: sent.slice(0, MAX_NAMED),
    ignoredCount: ignored.length,
    ignoredBytes: sumOf(ignored),
    ignored: ignored.slice(0, MAX_NAMED),
  };
};

/** The entries that would be sent to the builder with a Dockerfile, its folder being the context; none where its ignore file makes no sense. */
export function contextOf(context: QueryContext, dockerfile: string): FileSourceEntry[] {
  const folder = folderOf(dockerfile);
  const name = dockerfile.slice(dockerfile.lastIndexOf('/') + 1);
  const view = viewOf(context, 'machine');
  const ignoreFile = dockerignoreNames(name)
    .map((candidate) => joinPath(folder, candidate))
    .find((candidate) => view.exists(candidate));
  try {
    return select(context, folder, ignoreFile === undefined ? '' : view.readText(ignoreFile), name);
  } catch (error) {
    if (error instanceof QueryRefused) return [];
    throw error;
  }
}

function select(
  context: QueryContext,
  folder: string,
  ignoreText: string,
  dockerfile: string,
): FileSourceEntry[] {
  const patterns = parseDockerignore(ignoreText);
  try {
    const source = sourceOf(viewOf(context, 'machine'), folder);
    return plainly(folder, () => [
      ...createContextSource(source, { patterns, dockerfile, classic: false }).entries(),
    ]);
  } catch (error) {
    if (error instanceof IgnorePatternError) throw new QueryRefused(error.message);
    throw error;
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** The Dockerfile an ignore file is for: `web.Dockerfile.dockerignore`, or any. */
const dockerfileOf = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/\.dockerignore$/, '') || 'Dockerfile';

const filesOf = (entries: readonly FileSourceEntry[]): ContextReport['sent'] =>
  entries.filter(({ type }) => type !== 'directory').map(({ path, size }) => ({ path, sizeBytes: size }));

const sumOf = (files: ContextReport['sent']): number =>
  files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
