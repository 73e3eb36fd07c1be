import { tableOf } from '../lib/table.ts';
import { SIGNALS } from '../kernel/signals.ts';
import { completeCommand, listDirectory, SHELL_KEYWORDS } from './complete-names.ts';
import { ExpansionError, ShellInterrupt } from './control-flow.ts';
import { patternToRegExp } from './expand/pattern.ts';
import { drive, type Maybe } from './maybe.ts';
import { callFunction } from './run/call-function.ts';
import type { Interpreter } from './run/interpreter.ts';
import { DEFAULT_SHOPTS, SHELL_OPTIONS } from './shell-state.ts';
import { UNSET } from './variables.ts';

/** What `complete` says of a command's arguments, and `compgen` asks for. @see bash(1), Programmable Completion */
export interface CompletionSpec {
  /** `default`, `nospace` and the others of -o. */
  readonly options: readonly string[];
  /** Letters of the kinds that were asked for, in order: `d` for directories. */
  readonly actions: readonly string[];
  readonly words?: string | undefined;
  readonly functionName?: string | undefined;
  readonly filter?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** Names of -A and the letters that say the same; the others have only a name. */
export const ACTION_LETTERS: Readonly<Record<string, string>> = tableOf({
  alias: 'a', builtin: 'b', command: 'c', directory: 'd', export: 'e', file: 'f', group: 'g', job: 'j', keyword: 'k', service: 's',
  user: 'u', variable: 'v',
}); // prettier-ignore
export const OTHER_ACTIONS = [
  'arrayvar',
  'disabled',
  'enabled',
  'function',
  'helptopic',
  'hostname',
  'running',
  'setopt',
  'shopt',
  'signal',
  'stopped',
];

/** What a spec offers for a word that was begun. `line` is what has been typed, for functions. */
export async function completionsOf(
  shell: Interpreter,
  spec: CompletionSpec,
  word: string,
  line: readonly string[],
): Promise<string[]> {
  const found = spec.actions
    .flatMap((action) => namesOf(shell, action, word))
    .filter((name) => name.startsWith(word));
  if (spec.words !== undefined)
    found.push(...(await splitWords(shell, spec.words)).filter((name) => name.startsWith(word)));
  if (spec.functionName !== undefined) found.push(...(await replies(shell, spec.functionName, word, line)));
  return decorate(spec, word, found);
}

/** -X takes out what matches (with `!`, what does not), -P and -S stand around the rest. */
function decorate(
  { filter, prefix = '', suffix = '' }: CompletionSpec,
  word: string,
  names: string[],
): string[] {
  const negated = filter?.startsWith('!');
  const pattern = filter?.replace(/^!/, '').replace(/(?<!\\)&/g, () => word);
  const matcher = pattern === undefined ? undefined : patternToRegExp(pattern);
  return names
    .filter((name) => !matcher || matcher.test(name) === (negated ?? false))
    .map((name) => `${prefix}${name}${suffix}`);
}

async function splitWords({ expander, state }: Interpreter, text: string): Promise<string[]> {
  const separators = state.get('IFS') ?? ' \t\n';
  const expanded = /[$`]/.test(text) ? await drive(expander.expandText(text)) : text;
  const words: string[] = [''];
  for (const char of expanded)
    if (separators.includes(char)) words.push('');
    else words[words.length - 1] += char;
  return words.filter((word) => word !== '');
}

/** Runs something while a line is being typed: Ctrl-C ends it, whatever goes wrong is said, and the line stays. */
async function runOverLine(shell: Interpreter, run: () => Maybe<number>): Promise<void> {
  const { tty } = shell.proc;
  const mode = tty?.getMode();
  if (mode) tty?.setMode({ ...mode, signals: true, mapNewline: true });
  try {
    await run();
  } catch (error) {
    if (error instanceof ExpansionError) await shell.reportExpansion(error);
    else if (!(error instanceof ShellInterrupt)) throw error;
  } finally {
    if (mode) tty?.setMode(mode);
  }
}

/** Runs the function of -F: it finds the words in COMP_WORDS and leaves its answer in COMPREPLY. */
async function replies(
  shell: Interpreter,
  name: string,
  word: string,
  line: readonly string[],
): Promise<string[]> {
  const { state } = shell;
  const before = line.at(-2) ?? '';
  const text = line.join(' ');
  const variables: Record<string, string> = {
    COMP_LINE: text, COMP_POINT: String(text.length), COMP_CWORD: String(Math.max(0, line.length - 1)), COMP_TYPE: '9', COMP_KEY: '9',
  }; // prettier-ignore
  for (const [key, value] of Object.entries(variables)) state.set(key, value);
  state.variables.set('COMP_WORDS', { ...UNSET, indexed: new Map(line.entries()) });
  state.variables.delete('COMPREPLY');
  const status = state.status;
  await runOverLine(shell, () => callFunction(shell, name, [line[0] ?? '', word, before]));
  state.status = status;
  const reply = state.find('COMPREPLY');
  for (const key of [...Object.keys(variables), 'COMP_WORDS', 'COMPREPLY']) state.variables.delete(key);
  return [...(reply?.indexed?.values() ?? (reply?.value === undefined ? [] : [reply.value]))];
}

function namesOf(shell: Interpreter, action: string, word: string): string[] {
  const { state, proc } = shell;
  switch (action) {
    case 'a':
      return [...state.aliases.keys()].sort();
    case 'b':
    case 'enabled':
      return [...shell.builtins.keys()].filter((name) => !state.disabled.has(name)).sort();
    case 'disabled':
      return [...state.disabled].sort();
    case 'c':
      return [...new Set(completeCommand(shell, word).map(({ text }) => text))];
    case 'd':
    case 'f':
      return fileNames(shell, word, action === 'd');
    case 'v':
      return [...state.variables.keys()].sort();
    case 'e':
      return [...state.environment().keys()].sort();
    case 'arrayvar':
      return [...state.variables]
        .flatMap(([name, { indexed, keyed }]) => ((indexed ?? keyed) ? [name] : []))
        .sort();
    case 'function':
      return [...state.functions.keys()].sort();
    case 'k':
      return [...SHELL_KEYWORDS];
    case 'u':
    case 'g':
      return accountNames(shell, action === 'u' ? '/etc/passwd' : '/etc/group');
    case 'j':
      return shell.jobs.jobs.map(({ command }) => command.split(' ')[0] ?? '');
    case 'setopt':
      return Object.keys(SHELL_OPTIONS).sort();
    case 'shopt':
      return [...new Set([...DEFAULT_SHOPTS, ...state.shopts])].sort();
    case 'signal':
      return ['EXIT', ...SIGNALS, 'DEBUG', 'ERR', 'RETURN'];
    case 'helptopic':
      return [...shell.builtins.keys()].sort();
    case 'hostname':
      return [proc.hostname, 'localhost'];
    default:
      return [];
  }
}

function accountNames({ proc }: Interpreter, path: string): string[] {
  const text = proc.files.exists(path) ? proc.files.readText(path) : '';
  return text
    .split('\n')
    .flatMap((row) => row.split(':').slice(0, 1))
    .filter(Boolean);
}

function fileNames(shell: Interpreter, word: string, onlyFolders: boolean): string[] {
  const folder = word.slice(0, word.lastIndexOf('/') + 1);
  return listDirectory(shell, folder || '.')
    .map((name) => `${folder}${name}`)
    .filter((path) => !onlyFolders || shell.proc.files.statIfAny(path)?.type === 'directory');
}
