import { isSysError } from '../kernel/errno.ts';
import type { Key } from '../kernel/readline/keys.ts';
import { readLine } from '../kernel/readline/read-line.ts';
import { collectChildren } from './builtins/jobs.ts';
import { logicalCwd } from './builtins/directories.ts';
import { completeLine } from './completion.ts';
import { ExpansionError, FunctionReturn, LoopExit, ShellExit, ShellInterrupt } from './control-flow.ts';
import type { Interpreter } from './run/interpreter.ts';
import type { ShellHooks } from './shell-program.ts';
import { isComplete } from './split-commands.ts';

const MAX_HISTORY = 1000;

/** Reads and runs lines at a prompt until `exit` or Ctrl-D. */
export async function interact(shell: Interpreter, hooks: ShellHooks): Promise<number> {
  const { proc, state } = shell;
  takeTerminal(shell);
  const typeahead: { keys: Key[] } = { keys: [] };
  for (;;) {
    await reportJobs(shell);
    hooks.onPrompt?.(logicalCwd(shell));
    const source = await readCommand(shell, hooks, typeahead);
    if (source === 'eof') {
      await proc.out(proc.busybox ? '\n' : 'exit\n');
      return state.status;
    }
    if (source === 'interrupted') {
      state.status = 130;
      continue;
    }
    if (source.trim() === '') continue;
    remember(shell, source);
    hooks.onCommand?.(source);
    const status = await runLine(shell, expandAlias(shell, source));
    if (status !== undefined) {
      if (!proc.busybox) await proc.out('');
      return status;
    }
  }
}

/** The shell leads its own group, owns the terminal, and Ctrl-C stops what it runs instead of it. */
function takeTerminal(shell: Interpreter): void {
  const { proc } = shell;
  proc.onSignal('SIGINT', () => {
    shell.interrupted = true;
    proc.interrupt();
  });
  for (const signal of ['SIGTSTP', 'SIGTTOU', 'SIGTTIN', 'SIGQUIT', 'SIGTERM'] as const)
    proc.onSignal(signal, () => undefined);
  if (proc.pgid !== proc.pid && proc.sid !== proc.pid) proc.setPgid(0, 0);
  proc.tty?.setForeground(proc.pgid);
}

async function readCommand(
  shell: Interpreter,
  hooks: ShellHooks,
  typeahead: { keys: Key[] },
): Promise<string | 'eof' | 'interrupted'> {
  const { proc } = shell;
  const history = shell.options.history ?? [];
  let source = '';
  for (;;) {
    const prompt = source ? (shell.state.get('PS2') ?? '> ') : expandPrompt(shell);
    shell.interrupted = false;
    const result = await readLine(proc, {
      prompt,
      history,
      typeahead,
      complete: (line, cursor) => completeLine(shell, hooks, line, cursor),
    });
    if (result === 'interrupted') return result;
    if (result === 'eof') return source ? source : result;
    source = source ? `${source}\n${result.line}` : result.line;
    const recalled = expandHistory(source, history);
    if (recalled !== source) {
      source = recalled;
      await proc.out(`${source}\n`);
    }
    if (isComplete(source)) return source;
  }
}

/** `!!`, `!n`, `!-n`, `!text` */
function expandHistory(line: string, history: readonly string[]): string {
  if (!line.includes('!')) return line;
  return line.replace(/(^|\s)!(!|-?\d+|[A-Za-z][\w./-]*)/g, (match, blank: string, what: string) => {
    const found =
      what === '!'
        ? history.at(-1)
        : /^-?\d+$/.test(what)
          ? history.at(Number(what) > 0 ? Number(what) - 1 : Number(what))
          : history.findLast((candidate) => candidate.startsWith(what));
    return found === undefined ? match : blank + found;
  });
}

function remember(shell: Interpreter, source: string): void {
  const { history } = shell.options;
  if (!history || source.startsWith(' ') || history.at(-1) === source) return;
  history.push(source);
  if (history.length > MAX_HISTORY) history.shift();
}

/** An alias as the first word of a line. It is lexical in a shell: the text is replaced before it is parsed. */
function expandAlias(shell: Interpreter, source: string): string {
  const seen = new Set<string>();
  let text = source;
  for (;;) {
    const word = /^\s*([^\s;&|()<>'"$`\\]+)/.exec(text)?.[1];
    const value = word === undefined || seen.has(word) ? undefined : shell.state.aliases.get(word);
    if (word === undefined || value === undefined) return text;
    seen.add(word);
    text = text.replace(word, () => value);
  }
}

/** Runs one line; a status where the shell ends with it. */
async function runLine(shell: Interpreter, source: string): Promise<number | undefined> {
  try {
    await shell.runText(source);
  } catch (error) {
    if (error instanceof ShellExit) return error.status;
    if (error instanceof ShellInterrupt || isSysError(error, 'EINTR')) shell.state.status = 130;
    else if (error instanceof ExpansionError) {
      await shell.complain(error.message);
      shell.state.status = 1;
    } else if (!(error instanceof LoopExit) && !(error instanceof FunctionReturn)) throw error;
  } finally {
    shell.state.tested = 0;
    shell.state.loopDepth = 0;
  }
  return undefined;
}

async function reportJobs(shell: Interpreter): Promise<void> {
  collectChildren(shell);
  for (const job of [...shell.jobs.jobs]) {
    if (job.state === 'Done') {
      await shell.proc.err(shell.jobs.format(job));
      shell.jobs.remove(job);
    }
  }
}

/** PS1 with its escapes. @see bash(1) PROMPTING */
function expandPrompt(shell: Interpreter): string {
  const { proc, state } = shell;
  const cwd = logicalCwd(shell);
  const home = state.get('HOME') ?? '';
  const short = home && (cwd === home || cwd.startsWith(`${home}/`)) ? `~${cwd.slice(home.length)}` : cwd;
  const defaultPrompt = proc.busybox ? '\\w \\$ ' : '\\u@\\h:\\w\\$ ';
  const escapes: Readonly<Record<string, string>> = {
    u: state.get('USER') ?? (proc.uid === 0 ? 'root' : String(proc.uid)),
    h: proc.hostname.split('.')[0] ?? '',
    H: proc.hostname,
    w: proc.busybox && home === cwd ? '~' : short,
    W: short === '~' ? '~' : (cwd.split('/').at(-1) ?? '') || '/',
    $: proc.uid === 0 ? '#' : '$',
    n: '\n',
    e: '\x1b',
    s: state.name,
    '[': '',
    ']': '',
  };
  return (state.get('PS1') ?? defaultPrompt).replace(
    /\\(.)/g,
    (match, char: string) => escapes[char] ?? match,
  );
}
