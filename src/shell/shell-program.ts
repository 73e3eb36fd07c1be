import { isSysError } from '../kernel/errno.ts';
import { baseName } from '../kernel/files/path.ts';
import type { Process, Program } from '../kernel/process.ts';
import { ExpansionError } from './control-flow.ts';
import { initializeState } from './initialize.ts';
import { interact } from './interactive.ts';
import { Interpreter } from './run/interpreter.ts';
import { SHELL_OPTIONS, type ShellOption, type ShellState } from './shell-state.ts';
import { isComplete } from './split-commands.ts';

/** How the terminal's world takes part in an interactive shell. */
export interface ShellHooks {
  /** Earlier lines, oldest first; new ones are added to it. */
  readonly history?: string[];
  /** The shell waits for a line. */
  readonly onPrompt?: (cwd: string) => void;
  /** A line is about to run. */
  readonly onCommand?: (line: string) => void;
  /** Candidates for the last of these words. */
  readonly completeArguments?: (words: readonly string[]) => readonly string[] | Promise<readonly string[]>;
}

interface Invocation {
  command?: string;
  script?: string;
  args: string[];
  interactive: boolean;
  login: boolean;
  error?: string;
}

/** sh, ash and bash. */
export function createShellProgram(hooks: ShellHooks = {}): Program {
  return (proc) => run(proc, hooks);
}

/** The shell that image stubs name. */
export const shell: Program = createShellProgram();

async function run(proc: Process, hooks: ShellHooks): Promise<number> {
  const own = baseName(proc.argv[0] ?? 'sh').replace(/^-/, '');
  const state = initializeState(proc, proc.argv[0]?.startsWith('-') ? own : (proc.argv[0] ?? own));
  const invocation = readArguments(proc, state);
  if (invocation.error !== undefined) {
    await proc.err(`${own}: ${invocation.error}\n`);
    return 2;
  }
  state.parameters = invocation.args;
  if (invocation.command !== undefined) return runCommand(proc, state, invocation.command);
  if (invocation.script !== undefined) return runScriptFile(proc, state, invocation.script);
  const onTerminal = proc.stdin.tty !== undefined && proc.fds.get(2)?.tty !== undefined;
  if (invocation.interactive || onTerminal)
    return runInteractive(proc, state, hooks, onTerminal, invocation.login);
  return runInput(proc, state);
}

function readArguments(proc: Process, state: ShellState): Invocation {
  const queue = proc.argv.slice(1);
  const result: Invocation = { args: [], interactive: false, login: proc.argv[0]?.startsWith('-') ?? false };
  let command = false;
  let fromInput = false;
  while (/^[-+]./.test(queue[0] ?? '')) {
    const flag = queue.shift() as string;
    if (flag === '--') break;
    if (flag.startsWith('--')) {
      if (flag === '--login') result.login = true;
      continue;
    }
    for (const letter of flag.slice(1)) {
      if (letter === 'c') command = true;
      else if (letter === 'i') result.interactive = true;
      else if (letter === 'l') result.login = true;
      else if (letter === 's') fromInput = true;
      else {
        const name =
          letter === 'o'
            ? queue.shift()
            : Object.entries(SHELL_OPTIONS).find(([, value]) => value === letter)?.[0];
        if (name !== undefined && name in SHELL_OPTIONS) {
          if (flag.startsWith('-')) state.options.add(name as ShellOption);
          else state.options.delete(name as ShellOption);
        } else return { ...result, error: `-${letter}: invalid option` };
      }
    }
  }
  if (command) {
    const text = queue.shift();
    if (text === undefined) return { ...result, error: '-c: option requires an argument' };
    const name = queue.shift();
    if (name !== undefined) state.name = name;
    return { ...result, command: text, args: queue };
  }
  const script = fromInput ? undefined : queue.shift();
  return { ...result, args: queue, ...(script === undefined ? {} : { script }) };
}

function runCommand(proc: Process, state: ShellState, command: string): Promise<number> {
  const interpreter = new Interpreter(proc, state, { lineNumbers: true });
  return interpreter.lifetime(() => interpreter.runText(command));
}

async function runScriptFile(proc: Process, state: ShellState, path: string): Promise<number> {
  state.name = path;
  let text: string;
  try {
    text = proc.files.readText(path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    const own = baseName(proc.argv[0] ?? 'sh');
    await proc.err(
      proc.busybox
        ? `${own}: can't open '${path}': ${error.message}\n`
        : `${own}: ${path}: ${error.message}\n`,
    );
    return error.code === 'ENOENT' ? (proc.busybox ? 2 : 127) : 126;
  }
  const interpreter = new Interpreter(proc, state, { lineNumbers: true });
  return interpreter.lifetime(() => interpreter.runText(text));
}

/** A script on stdin: each complete command runs before the next one is read, so that it can read what follows. */
function runInput(proc: Process, state: ShellState): Promise<number> {
  const interpreter = new Interpreter(proc, state, { lineNumbers: true });
  return interpreter.lifetime(async () => {
    let source = '';
    for (;;) {
      const line = await readInputLine(proc);
      if (line === undefined) break;
      source += line;
      if (!isComplete(source.replace(/\n$/, ''))) continue;
      const complete = source;
      source = '';
      await runTolerant(interpreter, complete);
    }
    if (source) await interpreter.runText(source);
    return state.status;
  });
}

async function runTolerant(interpreter: Interpreter, source: string): Promise<void> {
  try {
    await interpreter.runText(source);
  } catch (error) {
    if (!(error instanceof ExpansionError) || error.fatal) throw error;
    await interpreter.complain(error.message);
  }
}

async function readInputLine(proc: Process): Promise<string | undefined> {
  const bytes: number[] = [];
  for (;;) {
    const byte = await proc.stdin.read(1);
    if (!byte) return bytes.length ? new TextDecoder().decode(Uint8Array.from(bytes)) : undefined;
    bytes.push(byte[0] as number);
    if (byte[0] === 10) return new TextDecoder().decode(Uint8Array.from(bytes));
  }
}

async function runInteractive(
  proc: Process,
  state: ShellState,
  hooks: ShellHooks,
  onTerminal: boolean,
  login: boolean,
): Promise<number> {
  if (!onTerminal) return runInput(proc, state);
  const interpreter = new Interpreter(proc, state, { interactive: true, history: hooks.history ?? [] });
  const home = state.get('HOME') ?? '/root';
  const startup = [...(login ? ['/etc/profile'] : []), ...(proc.busybox ? [] : [`${home}/.bashrc`])];
  return interpreter.lifetime(async () => {
    for (const file of startup)
      if (proc.files.exists(file)) await runTolerant(interpreter, proc.files.readText(file));
    return interact(interpreter, hooks);
  });
}
