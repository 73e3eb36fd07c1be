import { isSysError } from '../../kernel/errno.ts';
import { joinPath, normalizePath } from '../../kernel/files/path.ts';
import { parseSignal, type Signal } from '../../kernel/signals.ts';
import { ExpansionError, FunctionReturn, LoopExit, ShellExit } from '../control-flow.ts';
import { findCommand } from '../run/find-command.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { SHELL_OPTIONS, type ShellOption } from '../shell-state.ts';
import { NAME_PATTERN, quoteWord, UNSET } from '../variables.ts';
import { declare } from './declare.ts';
import { bg, fg, jobs, kill, wait } from './jobs-builtins.ts';
import { printf, unescape } from './printf.ts';
import { read } from './read.ts';
import { test } from './test.ts';

/** A command the shell runs itself: words[0] is its name. */
export type Builtin = (shell: Interpreter, words: readonly string[]) => number | Promise<number>;

const echo: Builtin = async (shell, words) => {
  let index = 1;
  let newline = true;
  let escapes = false;
  for (; /^-[neE]+$/.test(words[index] ?? ''); index++) {
    for (const flag of (words[index] as string).slice(1)) {
      if (flag === 'n') newline = false;
      else escapes = flag === 'e';
    }
  }
  const text = words.slice(index).join(' ');
  const { text: plain, stop } = escapes ? unescape(text, true) : { text, stop: false };
  await shell.proc.out(plain + (newline && !stop ? '\n' : ''));
  return 0;
};

const cd: Builtin = async (shell, words) => {
  const args = words.slice(1).filter((word) => word !== '-L' && word !== '-P' && word !== '--');
  const { state, proc } = shell;
  if (args.length > 1) {
    await shell.complain('cd: too many arguments');
    return 1;
  }
  const target = args[0] === '-' ? state.get('OLDPWD') : (args[0] ?? state.get('HOME'));
  if (target === undefined) {
    await shell.complain(args[0] === '-' ? 'cd: OLDPWD not set' : 'cd: HOME not set');
    return 1;
  }
  const old = logicalCwd(shell);
  try {
    const path = target === '' ? old : normalizePath(target, old);
    proc.files.chdir(path);
    state.set('OLDPWD', old);
    state.set('PWD', path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    await shell.complain(
      proc.busybox ? `cd: can't cd to ${target}: ${error.message}` : `cd: ${target}: ${error.message}`,
    );
    return 1;
  }
  if (args[0] === '-') await proc.out(`${state.get('PWD') ?? ''}\n`);
  return 0;
};

/** `$PWD` where it still is the current directory (it may go through symlinks), else the real path. */
export function logicalCwd({ state, proc }: Interpreter): string {
  const pwd = state.get('PWD');
  const [here, there] = [
    proc.files.statIfAny('.'),
    pwd?.startsWith('/') ? proc.files.statIfAny(pwd) : undefined,
  ];
  return pwd && here && there && here.ino === there.ino && here.dev === there.dev ? pwd : proc.files.cwd;
}

const pwd: Builtin = async (shell, words) => {
  await shell.proc.out(`${words.includes('-P') ? shell.proc.files.cwd : logicalCwd(shell)}\n`);
  return 0;
};

const exit: Builtin = async (shell, words) => {
  const [, status] = words;
  if (status !== undefined && !/^-?\d+$/.test(status)) {
    await shell.complain(
      shell.proc.busybox
        ? `exit: line ${shell.state.line}: Illegal number: ${status}`
        : `exit: ${status}: numeric argument required`,
    );
    throw new ShellExit(2);
  }
  if (status?.startsWith('-') && shell.proc.busybox) {
    await shell.complain(`exit: line ${shell.state.line - 1}: Illegal number: ${status}`);
    throw new ShellExit(2);
  }
  throw new ShellExit(status === undefined ? shell.state.status : Number(status) & 0xff);
};

const returnBuiltin: Builtin = async (shell, words) => {
  if (shell.state.functionNames.length === 0 && shell.state.sourceDepth === 0) {
    await shell.complain("return: can only `return' from a function or sourced script");
    return 2;
  }
  throw new FunctionReturn(words[1] === undefined ? shell.state.status : Number(words[1]) & 0xff);
};

const leaveLoop =
  (kind: 'break' | 'continue'): Builtin =>
  async (shell, words) => {
    if (shell.state.loopDepth === 0) {
      if (!shell.proc.busybox)
        await shell.complain(`${kind}: only meaningful in a \`for', \`while', or \`until' loop`);
      return 0;
    }
    const levels = Number(words[1] ?? 1);
    if (!(levels >= 1)) {
      await shell.complain(`${kind}: ${words[1] ?? ''}: loop count out of range`);
      return 1;
    }
    throw new LoopExit(kind, levels);
  };

const set: Builtin = async (shell, words) => {
  const { state } = shell;
  if (words.length === 1) {
    for (const name of [...state.variables.keys()].filter((key) => NAME_PATTERN.test(key)).sort()) {
      const variable = state.variables.get(name);
      if (variable?.value !== undefined) await shell.proc.out(`${name}=${quoteWord(variable.value)}\n`);
    }
    return 0;
  }
  for (let index = 1; index < words.length; index++) {
    const word = words[index] as string;
    if (word === '--' || word === '-') {
      state.parameters = words.slice(index + 1);
      return 0;
    }
    if (!/^[-+]./.test(word)) {
      state.parameters = words.slice(index);
      return 0;
    }
    for (const letter of word.slice(1)) {
      const name =
        letter === 'o'
          ? words[++index]
          : Object.entries(SHELL_OPTIONS).find(([, flag]) => flag === letter)?.[0];
      if (name === undefined || !(name in SHELL_OPTIONS)) {
        if (letter === 'o' && name === undefined) return printOptions(shell);
        if (['h', 'B', 'H', 'b', 'm', 'posix', 'vi', 'emacs', 'history'].includes(name ?? letter)) continue;
        await shell.complain(
          letter === 'o'
            ? `set: ${name ?? ''}: invalid option name`
            : `set: ${word[0] ?? ''}${letter}: invalid option`,
        );
        return letter === 'o' ? 1 : 2;
      }
      if (word.startsWith('-')) state.options.add(name as ShellOption);
      else state.options.delete(name as ShellOption);
    }
  }
  return 0;
};

async function printOptions(shell: Interpreter): Promise<number> {
  for (const name of Object.keys(SHELL_OPTIONS).sort()) {
    await shell.proc.out(
      `${name.padEnd(15)}\t${shell.state.options.has(name as ShellOption) ? 'on' : 'off'}\n`,
    );
  }
  return 0;
}

const shift: Builtin = async (shell, words) => {
  const count = Number(words[1] ?? 1);
  const { parameters } = shell.state;
  if (!Number.isInteger(count) || count > parameters.length || count < 0) return 1;
  shell.state.parameters = parameters.slice(count);
  return 0;
};

const unset: Builtin = async (shell, words) => {
  const onlyFunctions = words[1] === '-f';
  const { state } = shell;
  for (const name of words.slice(1).filter((word) => word !== '-v' && word !== '-f')) {
    const element = /^(\w+)\[(.+)\]$/.exec(name);
    const variable = element ? state.variables.get(element[1] as string) : undefined;
    if (element && variable?.indexed) {
      const indexed = new Map(variable.indexed);
      indexed.delete(shell.expander.plainIndex(element[2] as string));
      state.put(element[1] as string, { ...variable, indexed });
    } else if (element && variable?.keyed) {
      const keyed = new Map(variable.keyed);
      keyed.delete(element[2] as string);
      state.put(element[1] as string, { ...variable, keyed });
    } else if (onlyFunctions || !state.variables.has(name)) state.functions.delete(name);
    else {
      try {
        state.unset(name);
      } catch (error) {
        if (!(error instanceof ExpansionError)) throw error;
        await shell.complain(`unset: ${error.message}`);
        return 1;
      }
    }
  }
  return 0;
};

const evalBuiltin: Builtin = (shell, words) => shell.runText(words.slice(1).join(' '));

const source: Builtin = async (shell, words) => {
  const [name, path, ...args] = words;
  const { state, proc } = shell;
  if (path === undefined) {
    await shell.complain(`${name ?? ''}: filename argument required`);
    return 2;
  }
  let text: string;
  try {
    text = proc.files.readText(
      path.includes('/') || proc.files.exists(path) ? path : joinPath('/usr/bin', path),
    );
  } catch (error) {
    if (!isSysError(error)) throw error;
    await shell.complain(
      proc.busybox ? `${name ?? ''}: can't open '${path}': ${error.message}` : `${path}: ${error.message}`,
    );
    return 1;
  }
  const { parameters } = state;
  if (args.length) state.parameters = args;
  state.sourceDepth++;
  try {
    return await shell.runText(text);
  } catch (error) {
    if (error instanceof FunctionReturn) return error.status;
    throw error;
  } finally {
    state.sourceDepth--;
    state.parameters = parameters;
  }
};

const trap: Builtin = async (shell, words) => {
  const { state, proc } = shell;
  const args = words.slice(1).filter((word) => word !== '--');
  if (args.length === 0 || args[0] === '-p') {
    for (const [name, action] of state.traps) {
      const label = name === 'EXIT' || name === 'ERR' || proc.busybox ? name : `SIG${name}`;
      await proc.out(`trap -- '${action.replaceAll("'", "'\\''")}' ${label}\n`);
    }
    return 0;
  }
  const single = args.length === 1;
  const [action = '-', ...names] = single ? ['-', ...args] : args;
  for (const spec of names) {
    const name = trapName(spec);
    if (name === undefined) {
      await shell.complain(`trap: ${spec}: invalid signal specification`);
      return 1;
    }
    const signal = parseSignal(name);
    if (action === '-') state.traps.delete(name);
    else state.traps.set(name, action);
    if (signal && name !== 'EXIT') proc.onSignal(signal, trapAction(shell, signal, action));
  }
  return 0;
};

function trapName(spec: string): string | undefined {
  const upper = spec.toUpperCase().replace(/^SIG/, '');
  if (upper === 'EXIT' || upper === '0') return 'EXIT';
  if (upper === 'ERR' || upper === 'DEBUG' || upper === 'RETURN') return upper;
  return parseSignal(spec)?.slice(3);
}

function trapAction(shell: Interpreter, signal: Signal, action: string): 'default' | 'ignore' | (() => void) {
  if (action === '-') return 'default';
  return action === '' ? 'ignore' : () => shell.trapSignal(signal);
}

const type: Builtin = async (shell, words) => {
  let status = 0;
  const brief = words.includes('-t');
  const onlyPath = words.includes('-p') || words.includes('-P');
  for (const name of words.slice(1).filter((word) => !word.startsWith('-'))) {
    const description = describe(shell, name);
    if (!description) {
      if (!brief && !onlyPath) await shell.complain(`type: ${name}: not found`);
      status = 1;
    } else if (brief) await shell.proc.out(`${description.kind}\n`);
    else if (onlyPath) await shell.proc.out(description.kind === 'file' ? `${description.path}\n` : '');
    else await shell.proc.out(`${description.text}\n`);
  }
  return status;
};

const KEYWORDS = new Set(
  'if then else elif fi for while until do done case esac in function select time { } ! [[ ]]'.split(' '),
);

function describe(
  shell: Interpreter,
  name: string,
): { kind: string; text: string; path: string } | undefined {
  const { state } = shell;
  const alias = state.aliases.get(name);
  if (alias !== undefined) return { kind: 'alias', text: `${name} is aliased to \`${alias}'`, path: '' };
  if (KEYWORDS.has(name)) return { kind: 'keyword', text: `${name} is a shell keyword`, path: '' };
  const found = state.functions.get(name);
  if (found) return { kind: 'function', text: `${name} is a function`, path: '' };
  if (BUILTINS.has(name)) return { kind: 'builtin', text: `${name} is a shell builtin`, path: '' };
  const path = findCommand(shell, name, state.get('PATH'));
  return typeof path === 'string' ? { kind: 'file', text: `${name} is ${path}`, path } : undefined;
}

const command: Builtin = async (shell, words) => {
  const query = words[1] === '-v' || words[1] === '-V';
  const args = words.slice(words[1]?.startsWith('-') ? 2 : 1);
  const [name] = args;
  if (name === undefined) return 0;
  if (query) {
    const description = describe(shell, name);
    if (!description) return 1;
    await shell.proc.out(`${words[1] === '-V' ? description.text : description.path || name}\n`);
    return 0;
  }
  const builtin = BUILTINS.get(name);
  if (builtin) return builtin(shell, args);
  return shell.runText(args.map(quoteWord).join(' '));
};

const builtinCommand: Builtin = async (shell, words) => {
  const found = BUILTINS.get(words[1] ?? '');
  if (found) return found(shell, words.slice(1));
  await shell.complain(`builtin: ${words[1] ?? ''}: not a shell builtin`);
  return 1;
};

const alias: Builtin = async (shell, words) => {
  const { aliases } = shell.state;
  if (words.length === 1)
    for (const [name, value] of [...aliases].sort()) await shell.proc.out(`alias ${name}='${value}'\n`);
  for (const word of words.slice(1)) {
    const match = /^([^=]+)=([\s\S]*)$/.exec(word);
    if (match) aliases.set(match[1] as string, match[2] as string);
    else if (aliases.has(word)) await shell.proc.out(`alias ${word}='${aliases.get(word) ?? ''}'\n`);
    else {
      await shell.complain(`alias: ${word}: not found`);
      return 1;
    }
  }
  return 0;
};

const unalias: Builtin = (shell, words) => {
  if (words[1] === '-a') shell.state.aliases.clear();
  for (const word of words.slice(1)) shell.state.aliases.delete(word);
  return 0;
};

const letBuiltin: Builtin = async (shell, words) => {
  let value = 0n;
  for (const word of words.slice(1)) value = await shell.expander.arithmetic(word);
  return value === 0n ? 1 : 0;
};

const umask: Builtin = async (shell, words) => {
  if (words[1] === undefined) await shell.proc.out(`${shell.proc.umask.toString(8).padStart(4, '0')}\n`);
  else shell.proc.umask = Number.parseInt(words[1], 8);
  return 0;
};

const getopts: Builtin = async (shell, words) => {
  const [, spec = '', name = 'opt', ...given] = words;
  const { state } = shell;
  const args = given.length ? given : state.parameters;
  const silent = spec.startsWith(':');
  const index = Number(state.get('OPTIND') ?? 1);
  if (index === 1 && state.getoptsOffset > 1 && !/^-./.test(args[0] ?? '')) state.getoptsOffset = 1;
  const arg = args[index - 1];
  if (arg === undefined || !/^-./.test(arg) || arg === '--') {
    if (arg === '--') state.set('OPTIND', String(index + 1));
    state.set(name, '?');
    state.getoptsOffset = 1;
    return 1;
  }
  const letter = arg[state.getoptsOffset] as string;
  const last = state.getoptsOffset + 1 >= arg.length;
  const advance = (by: number): void => {
    state.set('OPTIND', String(index + by));
    state.getoptsOffset = 1;
  };
  const at = letter === ':' ? -1 : spec.indexOf(letter, silent ? 1 : 0);
  if (at < 0) {
    if (last) advance(1);
    else state.getoptsOffset++;
    state.set(name, '?');
    if (silent) state.set('OPTARG', letter);
    else await shell.proc.err(`${state.name}: illegal option -- ${letter}\n`);
    return 0;
  }
  state.set(name, letter);
  if (spec[at + 1] !== ':') {
    state.variables.delete('OPTARG');
    if (last) advance(1);
    else state.getoptsOffset++;
    return 0;
  }
  const value = last ? args[index] : arg.slice(state.getoptsOffset + 1);
  advance(last ? 2 : 1);
  if (value !== undefined) state.set('OPTARG', value);
  else {
    state.set(name, silent ? ':' : '?');
    if (silent) state.set('OPTARG', letter);
    else await shell.proc.err(`${state.name}: option requires an argument -- ${letter}\n`);
  }
  return 0;
};

const history: Builtin = async (shell, words) => {
  const lines = shell.options.history ?? [];
  if (words[1] === '-c') lines.splice(0);
  else {
    const first = words[1] === undefined ? 0 : Math.max(0, lines.length - Number(words[1]));
    for (const [index, line] of lines.entries())
      if (index >= first) await shell.proc.out(`${String(index + 1).padStart(5)}  ${line}\n`);
  }
  return 0;
};

const mapfile: Builtin = async (shell, words) => {
  const strip = words.includes('-t');
  const name = words.slice(1).find((word) => !word.startsWith('-')) ?? 'MAPFILE';
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = await shell.proc.stdin.read(65536); bytes; bytes = await shell.proc.stdin.read(65536))
    text += decoder.decode(bytes, { stream: true });
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  shell.state.put(name, {
    ...UNSET,
    indexed: new Map(lines.map((line, index) => [index, strip ? line.replace(/\n$/, '') : line])),
  });
  return 0;
};

const directories =
  (kind: 'pushd' | 'popd' | 'dirs'): Builtin =>
  async (shell, words) => {
    const { state } = shell;
    const here = logicalCwd(shell);
    if (kind === 'popd') {
      const target = state.directories.shift();
      if (target === undefined) {
        await shell.complain('popd: directory stack empty');
        return 1;
      }
      if ((await cd(shell, ['cd', target])) !== 0) return 1;
    } else if (kind === 'pushd') {
      const target = words[1] ?? state.directories.shift();
      if (target === undefined) {
        await shell.complain('pushd: no other directory');
        return 1;
      }
      if ((await cd(shell, ['cd', target])) !== 0) return 1;
      state.directories.unshift(here);
    }
    const home = state.get('HOME') ?? '';
    const short = (path: string): string =>
      home && (path === home || path.startsWith(`${home}/`)) ? `~${path.slice(home.length)}` : path;
    await shell.proc.out(`${[logicalCwd(shell), ...state.directories].map(short).join(' ')}\n`);
    return 0;
  };

const times: Builtin = async (shell) => {
  const { userMicros, childMicros } = shell.proc.usage();
  const format = (micros: number): string =>
    `${Math.floor(micros / 6e7)}m${((micros / 1e6) % 60).toFixed(3)}s`;
  await shell.proc.out(`${format(userMicros)} 0m0.000s\n${format(childMicros)} 0m0.000s\n`);
  return 0;
};

const disown: Builtin = (shell) => {
  const { current } = shell.jobs;
  if (current) shell.jobs.remove(current);
  return 0;
};

const succeed: Builtin = () => 0;

/** Builtins by name. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [':', succeed],
  ['true', succeed],
  ['false', () => 1],
  ['.', source],
  ['source', source],
  ['[', test],
  ['test', test],
  ['alias', alias],
  ['unalias', unalias],
  ['bg', bg],
  ['fg', fg],
  ['jobs', jobs],
  ['wait', wait],
  ['kill', kill],
  ['disown', disown],
  ['break', leaveLoop('break')],
  ['continue', leaveLoop('continue')],
  ['builtin', builtinCommand],
  ['command', command],
  ['cd', cd],
  ['pwd', pwd],
  ['dirs', directories('dirs')],
  ['pushd', directories('pushd')],
  ['popd', directories('popd')],
  ['declare', declare],
  ['typeset', declare],
  ['local', declare],
  ['export', declare],
  ['readonly', declare],
  ['echo', echo],
  ['printf', printf],
  ['eval', evalBuiltin],
  ['exec', succeed],
  ['exit', exit],
  ['return', returnBuiltin],
  ['getopts', getopts],
  ['hash', succeed],
  ['history', history],
  ['let', letBuiltin],
  ['mapfile', mapfile],
  ['readarray', mapfile],
  ['read', read],
  ['set', set],
  ['shift', shift],
  ['shopt', succeed],
  ['times', times],
  ['trap', trap],
  ['type', type],
  ['ulimit', succeed],
  ['umask', umask],
  ['unset', unset],
]);

/** Builtins whose failure ends a POSIX shell. */
export function isSpecialBuiltin(name: string): boolean {
  return [
    '.',
    ':',
    'break',
    'continue',
    'eval',
    'exec',
    'exit',
    'export',
    'readonly',
    'return',
    'set',
    'shift',
    'trap',
    'unset',
  ].includes(name);
}
