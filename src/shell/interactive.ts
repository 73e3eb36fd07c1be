import { isSysError } from '../kernel/errno.ts';
import { createEditorMemory, readLine, type EditorMemory } from '../kernel/readline/read-line.ts';
import type { Tty, TtyMode } from '../kernel/tty/tty.ts';
import { logicalCwd } from './builtins/directories.ts';
import { completeLine } from './completion.ts';
import { ExpansionError, FunctionReturn, LoopExit, ShellExit, ShellInterrupt } from './control-flow.ts';
import { expandHistory, HistoryError } from './expand-history.ts';
import { joinHistoryLines } from './history-lines.ts';
import { hangUpStoppedJobs, reportJobs, warnOfStoppedJobs } from './job-messages.ts';
import { expandPrompt } from './prompt.ts';
import type { Interpreter } from './run/interpreter.ts';
import type { ShellHooks } from './shell-program.ts';
import { isComplete, splitCommands } from './split-commands.ts';

const MAX_HISTORY = 1000;

/** What was read at the prompt. `nothing`: it was given up, or came to no command. */
type Input =
  | { readonly kind: 'end' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'lines'; readonly lines: readonly string[] };

/** Reads and runs lines at a prompt until `exit` or Ctrl-D. */
export async function interact(shell: Interpreter, hooks: ShellHooks): Promise<number> {
  const { proc, state } = shell;
  takeTerminal(shell);
  const memory = createEditorMemory();
  let mode = proc.tty?.getMode();
  let warned = false;
  for (;;) {
    await reportJobs(shell);
    hooks.onPrompt?.(logicalCwd(shell), state.status);
    const input = await readCommand(shell, hooks, memory);
    if (input.kind === 'nothing') continue;
    let exited: number | undefined;
    if (input.kind === 'end') {
      await proc.err(
        proc.busybox ? '\n' : shell.flavour !== 'bash' ? '' : state.login ? 'logout\n' : 'exit\n',
      );
      exited = state.status;
    } else {
      exited = await runCommands(shell, hooks, input.lines);
      mode = keepMode(proc.tty, mode, state.status);
    }
    if (exited === undefined) warned &&= input.kind === 'lines' && input.lines[0] === 'jobs';
    else if (warned || !(await warnOfStoppedJobs(shell))) {
      hangUpStoppedJobs(shell);
      return exited;
    } else warned = true;
  }
}

/** A program that a signal ended may have left the terminal in a state of its own. */
function keepMode(tty: Tty | undefined, mode: TtyMode | undefined, status: number): TtyMode | undefined {
  if (status <= 128 || !mode) return tty?.getMode();
  tty?.setMode(mode);
  return mode;
}

/** The shell leads its own group, owns the terminal, and Ctrl-C stops what it runs instead of it. */
function takeTerminal(shell: Interpreter): void {
  const { proc } = shell;
  proc.onSignal('SIGINT', () => shell.traps.add('SIGINT'));
  for (const signal of ['SIGTSTP', 'SIGTTOU', 'SIGTTIN', 'SIGQUIT', 'SIGTERM'] as const)
    proc.onSignal(signal, () => undefined);
  if (proc.pgid !== proc.pid && proc.sid !== proc.pid) proc.setPgid(0, 0);
  proc.tty?.setForeground(proc.pgid);
}

async function readCommand(shell: Interpreter, hooks: ShellHooks, memory: EditorMemory): Promise<Input> {
  const { proc, state } = shell;
  const history = shell.options.history ?? [];
  const lines: string[] = [];
  for (;;) {
    shell.interrupted = false;
    const result = await readLine(proc, {
      prompt: lines.length > 0 ? (state.get('PS2') ?? '> ') : expandPrompt(shell),
      history,
      memory,
      keepsPastes: shell.flavour === 'bash',
      keepsSignals: shell.flavour !== 'ash',
      complete:
        hooks.completes?.() === false
          ? undefined
          : (line, cursor) => completeLine(shell, hooks, line, cursor),
    });
    if (result === 'interrupted') {
      state.status = 130;
      await shell.traps.runNamed('INT');
      return { kind: 'nothing' };
    }
    if (result === 'eof') return lines.length > 0 ? { kind: 'lines', lines } : { kind: 'end' };
    const line = await recall(shell, result.line, history);
    if (line === undefined) return { kind: 'nothing' };
    lines.push(line);
    if (lines.every((text) => text.trim() === '')) return { kind: 'nothing' };
    if (isComplete(lines.join('\n'))) return { kind: 'lines', lines };
  }
}

/** The line with its history references replaced, and shown then; undefined where it is not to run. */
async function recall(
  shell: Interpreter,
  line: string,
  history: readonly string[],
): Promise<string | undefined> {
  if (shell.flavour !== 'bash') return line;
  try {
    const expanded = expandHistory(line, history);
    if (!expanded) return line;
    await shell.proc.err(`${expanded.text}\n`);
    if (!expanded.onlyShow) return expanded.text;
    remember(shell, expanded.text);
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    await shell.complain(error.message);
  }
  return undefined;
}

function remember(shell: Interpreter, source: string): void {
  const { history } = shell.options;
  if (!history || source.startsWith(' ') || history.at(-1) === source) return;
  history.push(source);
  if (history.length > MAX_HISTORY) history.shift();
}

/** Runs what was read, command by command; a status where the shell ends with it. */
async function runCommands(
  shell: Interpreter,
  hooks: ShellHooks,
  lines: readonly string[],
): Promise<number | undefined> {
  const source = lines.join('\n');
  const commands = splitCommands(source);
  for (const command of commands) {
    const kept = joinHistoryLines(command.split('\n'));
    remember(shell, kept);
    hooks.onCommand?.(kept, shell.state.status, logicalCwd(shell));
    const status = await runLine(shell, command);
    if (status !== undefined) return status;
    if (shell.interrupted) break;
  }
  return undefined;
}

/** Runs one command; a status where the shell ends with it. */
async function runLine(shell: Interpreter, source: string): Promise<number | undefined> {
  try {
    await shell.runText(source);
  } catch (error) {
    if (error instanceof ShellExit) return error.status;
    if (error instanceof ShellInterrupt || isSysError(error, 'EINTR')) shell.interrupted = true;
    else if (error instanceof ExpansionError) {
      await shell.complain(error.message);
      shell.state.status = 1;
    } else if (!(error instanceof LoopExit) && !(error instanceof FunctionReturn)) throw error;
  } finally {
    shell.state.tested = 0;
    shell.state.loopDepth = 0;
  }
  if (shell.interrupted) await endInterrupted(shell);
  return undefined;
}

async function endInterrupted({ proc, state }: Interpreter): Promise<void> {
  state.status = 130;
  if ((proc.tty?.getColumn() ?? 0) > 0) await proc.err('\n');
}
