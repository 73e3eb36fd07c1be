import { CliError } from '../../cli-error.ts';
import type { ComposeHost } from '../load-options.ts';

/** A machine with nothing but these files, which are in /app, and the warnings that it was given. */
export function memoryHost(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): { readonly host: ComposeHost; readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  const texts = new Map(Object.entries(files).map(([name, text]) => [`/app/${name}`, text]));
  const isFolder = (path: string): boolean => [...texts.keys()].some((name) => name.startsWith(`${path}/`));
  const host: ComposeHost = {
    cwd: '/app',
    env,
    home: '/root',
    readFile: (path) => {
      const text = texts.get(path);
      if (text === undefined) throw new CliError(`open ${path}: no such file or directory`);
      return text;
    },
    kindOf: (path) => (texts.has(path) ? 'file' : isFolder(path) ? 'directory' : undefined),
    readStdin: () => Promise.resolve(''),
    warn: (message) => void warnings.push(message),
  };
  return { host, warnings };
}
