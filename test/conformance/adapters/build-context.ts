import { selectContext, type ContextEntry } from '../../../src/cli/build/context.ts';
import { parseDockerignore } from '../../../src/cli/build/dockerignore.ts';
import { createCaseAdapter } from '../suite.ts';

interface Input {
  readonly files: readonly string[];
  readonly dockerignore: string | null;
  readonly dockerfile: string;
}

/** Files and the directories they are in, parents first; a path that ends in a slash is an empty directory. */
function toEntries(files: readonly string[]): ContextEntry[] {
  const entries = new Map<string, ContextEntry>();
  for (const file of [...files].sort()) {
    const parts = file.replace(/\/$/, '').split('/');
    parts.forEach((_, index) => {
      const path = parts.slice(0, index + 1).join('/');
      const isFile = index === parts.length - 1 && !file.endsWith('/');
      entries.set(path, { path, type: isFile ? 'file' : 'directory' });
    });
  }
  return [...entries.values()];
}

/** The client's own choice of files for the classic builder. */
export const buildContext = createCaseAdapter('build-context', ({ input, expected }) => {
  const { files, dockerignore, dockerfile } = input as Input;
  const patterns = dockerignore === null ? [] : parseDockerignore(dockerignore);
  const selected = selectContext(toEntries(files), { patterns, dockerfile, classic: true });
  const sent = selected.map(({ path, type }) => (type === 'directory' ? `${path}/` : path)).sort();
  return { actual: { sent }, expected: { sent: [...(expected as { sent: string[] }).sent].sort() } };
});
