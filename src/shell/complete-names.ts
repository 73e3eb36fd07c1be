import { isSysError } from '../kernel/errno.ts';
import type { Candidate } from '../kernel/readline/candidates.ts';
import type { CursorWord } from './cursor-word.ts';
import type { Interpreter } from './run/interpreter.ts';

/** Words of the grammar that begin or go on a command. */
export const SHELL_KEYWORDS = [
  'case',
  'do',
  'done',
  'elif',
  'else',
  'esac',
  'fi',
  'for',
  'function',
  'if',
  'select',
  'then',
  'until',
  'while',
];

export function completeVariable(shell: Interpreter, head: string, name: string): Candidate[] {
  const close = head.endsWith('{') ? '}' : '';
  return [...shell.state.variables.keys()]
    .filter((key) => /^\w/.test(key) && key.startsWith(name))
    .map((key) => {
      const directory = head !== '' && statOf(shell, shell.state.get(key) ?? '')?.type === 'directory';
      return { text: `${head}${key}${close}`, label: key, end: directory ? '/' : ' ' };
    });
}

export function completeCommand(shell: Interpreter, begun: string): Candidate[] {
  const names = [
    ...SHELL_KEYWORDS,
    ...shell.builtins.keys(),
    ...shell.state.functions.keys(),
    ...shell.state.aliases.keys(),
  ];
  for (const directory of (shell.state.get('PATH') ?? '').split(':'))
    names.push(...listDirectory(shell, directory));
  return names
    .filter((name) => name.startsWith(begun))
    .map((name) => ({ text: name, label: name, end: ' ' }));
}

/** Files whose names go on from the word; a directory before them stays as it was typed. */
export function completeFile(
  shell: Interpreter,
  word: CursorWord,
  kind: 'any' | 'directory' | 'executable',
): Candidate[] {
  const { quote } = word;
  const option = /^[-\w]+=/.exec(word.value)?.[0].length ?? 0;
  const head = word.raw.slice(
    0,
    Math.max(word.raw.lastIndexOf('/') + 1, option && word.raw.indexOf('=') + 1),
  );
  const path = word.value.slice(option);
  const slash = path.lastIndexOf('/') + 1;
  const [directory, begun] = [expandHead(shell, path.slice(0, slash)), path.slice(slash)];
  const open = head === '' ? quote : '';
  return listDirectory(shell, directory || '.')
    .filter((name) => name.startsWith(begun) && (begun.startsWith('.') || !name.startsWith('.')))
    .flatMap((name) => {
      const { type, mode = 0 } = statOf(shell, `${directory || './'}${name}`) ?? {};
      const isDirectory = type === 'directory';
      if (!isDirectory && (kind === 'directory' || (kind === 'executable' && (mode & 0o111) === 0)))
        return [];
      const mark = isDirectory ? '/' : '';
      return [
        {
          text: head + open + quoted(name, quote) + mark,
          label: name + mark,
          end: isDirectory ? '' : `${quote} `,
        },
      ];
    });
}

/** `~/` and `$NAME` at the front of a path. */
function expandHead({ state }: Interpreter, directory: string): string {
  return directory
    .replace(/^~(?=\/)/, state.get('HOME') ?? '/root')
    .replace(
      /^\$(?:(\w+)|\{(\w+)\})/,
      (_all, name?: string, braced?: string) => state.get(name ?? braced ?? '') ?? '',
    );
}

function quoted(name: string, quote: CursorWord['quote']): string {
  if (quote === "'") return name.replaceAll("'", "'\\''");
  return name.replace(quote === '"' ? /["\\$`]/g : /[\s\\$"'`*?[\]{}&;|<>()!#~]/g, '\\$&');
}

function statOf(shell: Interpreter, path: string): { type: string; mode?: number } | undefined {
  try {
    return shell.proc.files.statIfAny(path);
  } catch (error) {
    if (isSysError(error)) return undefined;
    throw error;
  }
}

/** Names in a folder; none where it can't be read. */
export function listDirectory(shell: Interpreter, path: string): string[] {
  try {
    return shell.proc.files.readDir(path).map(({ name }) => name);
  } catch (error) {
    if (isSysError(error)) return [];
    throw error;
  }
}
