import { endOnSignal } from '../kernel/end-on-signal.ts';
import { isSysError } from '../kernel/errno.ts';
import { baseName } from '../kernel/files/path.ts';
import type { Process, Program } from '../kernel/process.ts';
import { ExpansionError } from './control-flow.ts';
import { flavourOf, type Flavour } from './flavour.ts';
import { bashRelease, initializeState } from './initialize.ts';
import { readInputLine } from './input-line.ts';
import { interact } from './interactive.ts';
import { readInvocation, type Invocation } from './invocation.ts';
import { Interpreter } from './run/interpreter.ts';
import type { ShellState } from './shell-state.ts';
import { isComplete } from './split-commands.ts';
import { readSource } from './run/read-source.ts';

/** How the terminal's world takes part in an interactive shell. */
export interface ShellHooks {
  /** Earlier lines, oldest first; new ones are added to it. */
  readonly history?: string[];
  /** The shell waits for a line; `status` is that of the last one. */
  readonly onPrompt?: (cwd: string, status: number) => void;
  /** A line is about to run, there; `status` is that of the one before. */
  readonly onCommand?: (line: string, status: number, cwd: string) => void;
  /** False while Tab is to complete nothing. */
  readonly completes?: () => boolean;
  /** Candidates for the last of these words. */
  readonly completeArguments?: (words: readonly string[]) => readonly string[] | Promise<readonly string[]>;
}

/** sh, ash, dash and bash. */
export function createShellProgram(hooks: ShellHooks = {}): Program {
  return (proc) => run(proc, hooks);
}

/** The shell that image stubs name. */
export const shell: Program = createShellProgram();

async function run(proc: Process, hooks: ShellHooks): Promise<number> {
  const given = proc.argv[0] ?? 'sh';
  // `-bash` at a login, as it calls itself in its messages.
  const own = given.startsWith('-') ? `-${baseName(given.slice(1))}` : given;
  const state = initializeState(proc, own, given);
  const flavour = flavourOf(proc, given);
  const invocation = readInvocation(proc.argv, state, flavour);
  const wrong = invocation.error;
  if (wrong !== undefined) {
    await proc.err(`${own}: ${wrongOption(flavour, wrong)}\n`);
    return 2;
  }
  if (invocation.version) {
    await proc.out(`GNU bash, version ${bashRelease(proc)}(1)-release (x86_64-pc-linux-gnu)\n`);
    return 0;
  }
  state.parameters = invocation.args;
  state.login = invocation.login;
  state.name = invocation.name ?? invocation.script ?? own;
  const onTerminal = proc.fds.get(0)?.tty !== undefined && proc.fds.get(2)?.tty !== undefined;
  const batch = invocation.command ?? invocation.script;
  if (batch === undefined && (invocation.interactive || onTerminal) && onTerminal)
    return runInteractive(proc, state, hooks, invocation);
  const interpreter = new Interpreter(proc, state);
  // ash and dash catch it, so that it ends even a pid 1. @see dash trap.c setsignal, busybox ash.c
  if (proc.pid === 1 && interpreter.flavour !== 'bash' && batch !== undefined)
    endOnSignal(proc, 'SIGINT', 130);
  return interpreter.lifetime(async () => {
    if (invocation.login) await runStartup(interpreter, loginFiles(state, invocation));
    if (invocation.command !== undefined) return interpreter.runCommandText(invocation.command);
    if (invocation.script !== undefined) return runScriptFile(interpreter, invocation.script, own);
    state.sourceKind = 'input';
    return runInput(interpreter);
  });
}

/** `-Z: invalid option`, as this shell says it. */
function wrongOption(flavour: Flavour, text: string): string {
  if (flavour === 'bash') return text;
  const option = text.replace(/:.*/, '');
  return flavour === 'dash' ? `0: Illegal option ${option}` : `illegal option ${option}`;
}

/** The file where it is, else (bash) by PATH. */
function scriptPath({ proc, state, flavour }: Interpreter, path: string): string {
  if (path.includes('/') || proc.files.exists(path) || flavour !== 'bash') return path;
  const directories = (state.get('PATH') ?? '').split(':');
  return (
    directories.map((directory) => `${directory}/${path}`).find((file) => proc.files.exists(file)) ?? path
  );
}

async function runScriptFile(interpreter: Interpreter, path: string, own: string): Promise<number> {
  const { proc, state, flavour } = interpreter;
  state.sourceKind = 'file';
  let text: string;
  try {
    text = await readSource(proc, scriptPath(interpreter, path));
  } catch (error) {
    if (!isSysError(error)) throw error;
    const missing = error.code === 'ENOENT';
    const message = {
      ash: `${own}: can't open '${path}': ${error.message}`,
      dash: `${own}: 0: cannot open ${path}: ${missing ? 'No such file' : error.message}`,
      bash: `${own}: ${path}: ${error.message}`,
    }[flavour];
    await proc.err(`${message}\n`);
    return flavour !== 'bash' ? 2 : missing ? 127 : 126;
  }
  if (text.slice(0, 80).includes('\0')) {
    await proc.err(`${path}: ${path}: cannot execute binary file\n`);
    return 126;
  }
  return interpreter.runText(text);
}

/** A script on stdin: each complete command runs before the next one is read, so that it can read what follows. */
async function runInput(interpreter: Interpreter): Promise<number> {
  const { proc, state } = interpreter;
  let source = '';
  let line = 1;
  for (;;) {
    const text = await readInputLine(proc);
    if (text === undefined) break;
    source += text;
    if (!isComplete(source.replace(/\n$/, ''))) continue;
    const complete = source;
    const firstLine = line;
    line += complete.split('\n').length - 1;
    source = '';
    if (complete.trim() !== '') await runTolerant(interpreter, complete, { firstLine });
  }
  if (source) await interpreter.runText(source, { firstLine: line });
  return state.status;
}

async function runTolerant(
  interpreter: Interpreter,
  source: string,
  options: { firstLine?: number; name?: string } = {},
): Promise<void> {
  try {
    await interpreter.runText(source, options);
  } catch (error) {
    if (!(error instanceof ExpansionError) || error.reach === 'shell') throw error;
    interpreter.state.status = await interpreter.reportExpansion(error);
  }
}

/** What a login shell reads: the system's profile, then the first of the user's own. */
function loginFiles(state: ShellState, { noProfile }: Invocation): string[][] {
  if (noProfile) return [];
  const home = state.get('HOME') ?? '/root';
  return [['/etc/profile'], [`${home}/.bash_profile`, `${home}/.bash_login`, `${home}/.profile`]];
}

async function runStartup(interpreter: Interpreter, choices: readonly (readonly string[])[]): Promise<void> {
  const { files } = interpreter.proc;
  for (const choice of choices) {
    const file = choice.find((path) => files.exists(path));
    if (file !== undefined) await runTolerant(interpreter, files.readText(file), { name: file });
  }
}

async function runInteractive(
  proc: Process,
  state: ShellState,
  hooks: ShellHooks,
  invocation: Invocation,
): Promise<number> {
  state.interactive = true;
  state.sourceKind = 'input';
  state.shopts.add('expand_aliases');
  state.options.add('monitor');
  const interpreter = new Interpreter(proc, state, { interactive: true, history: hooks.history ?? [] });
  const home = state.get('HOME') ?? '/root';
  const rc = invocation.rcFile ?? `${home}/.bashrc`;
  return interpreter.lifetime(async () => {
    if (invocation.login) await runStartup(interpreter, loginFiles(state, invocation));
    const profile = invocation.login && proc.files.exists(`${home}/.bash_profile`);
    if (interpreter.flavour === 'bash' && !invocation.noRc && !profile) await runStartup(interpreter, [[rc]]);
    const env = state.get('ENV');
    if (interpreter.flavour !== 'bash' && env) await runStartup(interpreter, [[env]]);
    return interact(interpreter, hooks);
  });
}
