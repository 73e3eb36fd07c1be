import type { Flavour } from './flavour.ts';
import { SHELL_OPTIONS, type ShellOption, type ShellState } from './shell-state.ts';

/** What a shell was started to do. */
export interface Invocation {
  /** Text of `-c`. */
  command?: string;
  script?: string;
  /** `$0`, where the arguments give it. */
  name?: string;
  args: string[];
  interactive: boolean;
  login: boolean;
  rcFile?: string;
  noRc?: boolean;
  noProfile?: boolean;
  version?: boolean;
  /** Why it can't start. */
  error?: string;
}

/** Reads a shell's arguments; options go into `state`. @see bash(1) OPTIONS */
export function readInvocation(argv: readonly string[], state: ShellState, flavour: Flavour): Invocation {
  const queue = argv.slice(1);
  const result: Invocation = { args: [], interactive: false, login: argv[0]?.startsWith('-') ?? false };
  const seen = { command: false, input: false };
  while (/^[-+]./.test(queue[0] ?? '')) {
    const flag = queue.shift() ?? '';
    if (flag === '--') break;
    if (flag.startsWith('--')) readLong(flag, queue, result, flavour);
    else for (const letter of flag.slice(1)) readLetter(flag.slice(0, 1), letter, queue, state, result, seen);
    if (result.error !== undefined) return result;
  }
  if (queue[0] === '-') queue.shift();
  if (seen.command) {
    const [command, name, ...args] = queue;
    if (command === undefined) return { ...result, error: '-c: option requires an argument' };
    return { ...result, command, args, ...(name === undefined ? {} : { name }) };
  }
  if (seen.input) return { ...result, args: queue };
  const [script, ...args] = queue;
  return script === undefined ? result : { ...result, script, args };
}

function readLong(flag: string, queue: string[], result: Invocation, flavour: Flavour): void {
  if (flavour === 'dash') {
    result.error = '--: no long options';
    return;
  }
  // ash passes over every long option but --login. @see busybox ash.c options()
  if (flavour === 'ash' && flag !== '--login') return;
  switch (flag) {
    case '--login':
      result.login = true;
      break;
    case '--norc':
      result.noRc = true;
      break;
    case '--noprofile':
      result.noProfile = true;
      break;
    case '--version':
      result.version = true;
      break;
    case '--rcfile':
    case '--init-file':
      result.rcFile = queue.shift() ?? '';
      break;
    case '--posix':
    case '--noediting':
    case '--verbose':
    case '--debugger':
      break;
    default:
      result.error = `${flag}: invalid option`;
  }
}

function readLetter(
  sign: string,
  letter: string,
  queue: string[],
  state: ShellState,
  result: Invocation,
  seen: { command: boolean; input: boolean },
): void {
  switch (letter) {
    case 'c':
      seen.command = true;
      return;
    case 's':
      seen.input = true;
      return;
    case 'i':
      result.interactive = true;
      return;
    case 'l':
      result.login = true;
      return;
    case 'O':
      state.shopts.add(queue.shift() ?? '');
      return;
  }
  const name =
    letter === 'o' ? queue.shift() : Object.entries(SHELL_OPTIONS).find(([, value]) => value === letter)?.[0];
  if (name === undefined || !(name in SHELL_OPTIONS))
    result.error = letter === 'o' ? `${name ?? ''}: invalid option name` : `${sign}${letter}: invalid option`;
  else if (sign === '-') state.options.add(name as ShellOption);
  else state.options.delete(name as ShellOption);
}
