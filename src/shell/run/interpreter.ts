import {
  parse,
  type AndOr,
  type CommandNode,
  type CompoundList,
  type ParsedScript,
  type Pipeline,
  type PipelineNode,
  type Statement,
} from 'unbash';
import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process } from '../../kernel/process.ts';
import type { Signal } from '../../kernel/signals.ts';
import { concatBytes, toText } from '../../lib/bytes.ts';
import { ExpansionError, FunctionReturn, LoopExit, ShellExit, ShellInterrupt } from '../control-flow.ts';
import { Expander, type ExpansionHost } from '../expand/expander.ts';
import { exitStatus, JobTable, signalText, type Job } from '../jobs.ts';
import type { ShellState } from '../shell-state.ts';
import { runCompound } from './compound.ts';
import { withRedirections } from './redirect.ts';
import { execSimple, runSimple } from './simple-command.ts';
import { syntaxError } from './syntax-error.ts';

export interface InterpreterOptions {
  /** Own process groups, terminal hand-over, job messages. */
  interactive?: boolean;
  /** Lines of `history`. */
  history?: string[];
  /** Errors carry `line N:`. */
  lineNumbers?: boolean;
}

/** Runs parsed shell scripts in a process. */
export class Interpreter implements ExpansionHost {
  readonly proc: Process;
  readonly state: ShellState;
  readonly expander: Expander;
  readonly jobs = new JobTable();
  readonly options: InterpreterOptions;
  /** Text that is being run, for line numbers and job names. */
  source = '';
  /** Status of the last command substitution of a command without words. */
  substitutionStatus: number | undefined;
  interrupted = false;
  readonly #pendingTraps: string[] = [];

  constructor(proc: Process, state: ShellState, options: InterpreterOptions = {}) {
    this.proc = proc;
    this.state = state;
    this.options = options;
    this.expander = new Expander(this);
  }

  /** Runs a script's text. @throws ShellExit and the other control-flow errors */
  async runText(source: string): Promise<number> {
    const script = parseCached(source);
    const outer = this.source;
    this.source = source;
    try {
      for (const statement of script.commands) {
        const error = script.errors?.find((candidate) => candidate.pos <= statement.end);
        if (error) return await this.#syntaxError(source, error);
        await this.statement(statement);
      }
      const rest = script.errors?.[0];
      if (rest) return await this.#syntaxError(source, rest);
      return this.state.status;
    } finally {
      this.source = outer;
    }
  }

  async #syntaxError(source: string, error: { message: string; pos: number }): Promise<number> {
    await this.proc.err(syntaxError(this, source, error));
    this.state.status = 2;
    if (!this.options.interactive && this.state.sourceDepth === 0) throw new ShellExit(2);
    return 2;
  }

  async list(list: CompoundList): Promise<number> {
    let status = 0;
    for (const statement of list.commands) status = await this.statement(statement);
    return status;
  }

  async statement(statement: Statement): Promise<number> {
    const { command } = statement;
    this.state.line = lineOf(this.source, statement.pos);
    if (statement.background) return this.#background(statement);
    const status = command.type === 'AndOr' ? await this.#andOr(command) : await this.#checked(command);
    if (this.#pendingTraps.length) await this.runTraps();
    return status;
  }

  /** `set -e`: a failing command that is not a condition ends the shell. */
  async #checked(node: PipelineNode): Promise<number> {
    const status = await this.pipeline(node);
    const negated = node.type === 'Pipeline' && node.prefixes.some((prefix) => prefix.type === 'Negation');
    if (status !== 0 && !negated && this.state.tested === 0) await this.failed(status);
    return status;
  }

  async failed(status: number): Promise<void> {
    const trap = this.state.traps.get('ERR');
    if (trap) await this.#runTrap(trap);
    if (this.state.options.has('errexit')) throw new ShellExit(status);
  }

  async #andOr({ commands, operators }: AndOr): Promise<number> {
    let status = 0;
    for (const [index, command] of commands.entries()) {
      const operator = operators[index - 1];
      if (operator && (operator === '&&') !== (status === 0)) continue;
      const last = index === commands.length - 1;
      status = last ? await this.#checked(command) : await this.tested(() => this.pipeline(command));
    }
    return status;
  }

  /** Runs a condition: its failure is no failure. */
  async tested<T>(run: () => Promise<T>): Promise<T> {
    this.state.tested++;
    try {
      return await run();
    } finally {
      this.state.tested--;
    }
  }

  async pipeline(node: PipelineNode): Promise<number> {
    if (node.type !== 'Pipeline') return this.command(node);
    const negated = node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1;
    const timed = node.prefixes.some((prefix) => prefix.type === 'Time');
    const begin = timed ? { wall: this.proc.now(), usage: this.proc.usage() } : undefined;
    const run = (): Promise<number> => this.#pipelineStatus(node);
    let status = negated ? await this.tested(run) : await run();
    if (begin) await this.#reportTime(begin);
    if (negated) status = status === 0 ? 1 : 0;
    this.state.status = status;
    return status;
  }

  async #reportTime(begin: {
    wall: number;
    usage: { userMicros: number; childMicros: number };
  }): Promise<void> {
    const usage = this.proc.usage();
    const cpu =
      (usage.userMicros + usage.childMicros - begin.usage.userMicros - begin.usage.childMicros) / 1e6;
    const format = (seconds: number): string => `${Math.floor(seconds / 60)}m${(seconds % 60).toFixed(3)}s`;
    const wall = (this.proc.now() - begin.wall) / 1000;
    await this.proc.err(`\nreal\t${format(wall)}\nuser\t${format(cpu)}\nsys\t${format(0)}\n`);
  }

  async #pipelineStatus(node: Pipeline): Promise<number> {
    const [only] = node.commands;
    if (node.commands.length === 1 && only) return this.command(only);
    const pids = await this.#startPipeline(node);
    const statuses = await this.waitForeground(pids, this.source.slice(node.pos, node.end));
    this.state.pipeStatus = statuses;
    const failed = statuses.findLast((status) => status !== 0) ?? 0;
    this.state.status = this.state.options.has('pipefail') ? failed : (statuses.at(-1) ?? 0);
    return this.state.status;
  }

  async #startPipeline(node: Pipeline): Promise<number[]> {
    const pids: number[] = [];
    let input: OpenFile | undefined;
    for (const [index, command] of node.commands.entries()) {
      const last = index === node.commands.length - 1;
      const pipe = last ? undefined : this.proc.pipe();
      const fds = new Map(this.proc.fds);
      if (input) fds.set(0, input);
      if (pipe) fds.set(1, pipe.writer);
      if (pipe && node.operators[index] === '|&') fds.set(2, pipe.writer);
      pids.push(this.forkCommand(command, fds, pids[0]));
      input?.release();
      pipe?.reader.retain();
      input = pipe?.reader;
    }
    return pids;
  }

  /** Runs a command in a child with these descriptors. */
  forkCommand(
    command: CommandNode,
    fds: ReadonlyMap<number, OpenFile>,
    leader?: number,
    background = false,
  ): number {
    const jobControl = this.options.interactive ?? false;
    const pid = this.proc.fork((child) => this.#inChild(child, (shell) => execSimpleOrRun(shell, command)), {
      fds,
      ...(jobControl ? { pgid: leader ?? 0 } : {}),
    });
    if (jobControl && !background && leader === undefined) this.proc.tty?.setForeground(pid);
    return pid;
  }

  /** A subshell's life: a copy of this one's state in a child process. */
  async #inChild(child: Process, run: (shell: Interpreter) => Promise<number>): Promise<number> {
    for (const signal of [
      'SIGINT',
      'SIGTERM',
      'SIGTSTP',
      'SIGTTIN',
      'SIGTTOU',
      'SIGQUIT',
      'SIGHUP',
    ] as const) {
      if (typeof child.getSignalAction(signal) === 'function') child.onSignal(signal, 'default');
    }
    const state = this.state.copy();
    if (!state.variables.has('\0pid')) {
      state.variables.set('\0pid', {
        value: String(this.proc.pid),
        exported: false,
        readonly: false,
        integer: false,
      });
    }
    const shell = new Interpreter(child, state, {
      ...(this.options.lineNumbers ? { lineNumbers: true } : {}),
    });
    shell.source = this.source;
    return shell.lifetime(() => run(shell));
  }

  /** Runs to the end of the shell: its status, after the EXIT trap. */
  async lifetime(run: () => Promise<number>): Promise<number> {
    let status = await this.#untilExit(run);
    const trap = this.state.traps.get('EXIT');
    if (trap !== undefined) {
      this.state.traps.delete('EXIT');
      this.state.status = status;
      const trapped = await this.#untilExit(async () => {
        await this.runText(trap);
        return -1;
      });
      if (trapped >= 0) status = trapped;
    }
    return status & 0xff;
  }

  async #untilExit(run: () => Promise<number>): Promise<number> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof ShellExit || error instanceof FunctionReturn) return error.status;
      if (error instanceof LoopExit) return 0;
      if (error instanceof ShellInterrupt) return 130;
      if (!(error instanceof ExpansionError)) throw error;
      await this.complain(error.message);
      return error.fatal ? 127 : 1;
    }
  }

  async #background(statement: Statement): Promise<number> {
    const { command } = statement;
    const source = this.source.slice(statement.pos, statement.end).replace(/\s*&\s*$/, '');
    let pids: number[];
    if (command.type === 'Pipeline' && command.commands.length > 1) pids = await this.#startPipeline(command);
    else {
      const fds = new Map(this.proc.fds);
      if (!this.options.interactive) fds.set(0, await this.proc.open('/dev/null'));
      const jobControl = this.options.interactive ? { pgid: 0 } : {};
      pids = [
        this.proc.fork((child) => this.#inChild(child, (shell) => execSimpleOrRun(shell, command)), {
          fds,
          ...jobControl,
        }),
      ];
    }
    const job = this.jobs.add(pids[0] ?? 0, pids, source);
    this.state.lastBackground = pids.at(-1) ?? 0;
    if (this.options.interactive) {
      this.proc.tty?.setForeground(this.proc.pgid);
      await this.proc.err(`[${job.number}] ${this.state.lastBackground}\n`);
    }
    this.state.status = 0;
    return 0;
  }

  async command(node: CommandNode | CompoundList | AndOr | Pipeline): Promise<number> {
    const turn = this.proc.tick(2);
    if (turn) await turn;
    if (this.interrupted) {
      this.interrupted = false;
      throw new ShellInterrupt();
    }
    if (this.#pendingTraps.length) await this.runTraps();
    const status = await this.#dispatch(node);
    this.state.status = status;
    return status;
  }

  async #dispatch(node: CommandNode | CompoundList | AndOr | Pipeline): Promise<number> {
    switch (node.type) {
      case 'Command':
        return runSimple(this, node);
      case 'Redirected':
        return withRedirections(
          this,
          node.redirects,
          () => this.command(node.command),
          () => 1,
        );
      case 'Function':
        this.state.functions.set(node.name.value, { body: node.body, source: this.source });
        return 0;
      case 'CompoundList':
        return this.list(node);
      case 'Subshell': {
        const pid = this.forkCommand({ ...node, type: 'BraceGroup' } as CommandNode, this.proc.fds);
        return (await this.waitForeground([pid], this.source.slice(node.pos, node.end)))[0] ?? 0;
      }
      case 'AndOr':
        return this.#andOr(node);
      case 'Pipeline':
        return this.pipeline(node);
      case 'Coproc':
        await this.complain('coproc: not supported by this shell');
        return 2;
      default:
        return runCompound(this, node);
    }
  }

  // Children

  /** Waits for the processes of a foreground pipeline; a stopped one becomes a job. */
  async waitForeground(pids: readonly number[], command: string): Promise<number[]> {
    const interactive = this.options.interactive ?? false;
    const ended = new Map<number, number>();
    try {
      for (const pid of pids) {
        while (!ended.has(pid)) {
          const known = this.jobs.ended.get(pid);
          if (known) {
            ended.set(pid, exitStatus(known));
            break;
          }
          const event = await this.waitEvent(pid, interactive);
          if (!event) continue;
          this.jobs.note(event);
          if ('stopped' in event.status) {
            await this.#becomeJob(pids, command);
            return pids.map(() => 148);
          }
        }
      }
    } finally {
      if (interactive) this.proc.tty?.setForeground(this.proc.pgid);
    }
    await this.#afterForeground(pids);
    for (const pid of pids) this.jobs.ended.delete(pid);
    return pids.map((pid) => ended.get(pid) ?? 0);
  }

  /** The next event of one child; undefined where a signal's handler interrupted the wait. */
  async waitEvent(pid: number, stopped: boolean): Promise<Awaited<ReturnType<Process['wait']>> | undefined> {
    try {
      return await this.proc.wait(pid, { stopped });
    } catch (error) {
      if (isSysError(error, 'EINTR')) return undefined;
      throw error;
    }
  }

  async #becomeJob(pids: readonly number[], command: string): Promise<void> {
    const job = this.jobs.add(pids[0] ?? 0, pids, command);
    job.state = 'Stopped';
    job.reported = true;
    await this.proc.err(`\n${this.jobs.format(job)}`);
  }

  async #afterForeground(pids: readonly number[]): Promise<void> {
    const last = this.jobs.ended.get(pids.at(-1) ?? 0);
    if (!last || !('signal' in last)) return;
    if (this.options.interactive) {
      if (last.signal === 'SIGINT') {
        await this.proc.err('\n');
        this.state.status = 130;
        throw new ShellInterrupt();
      }
      if (last.signal !== 'SIGPIPE') await this.proc.err(`${signalText(last.signal)}\n`);
    } else if (
      last.signal !== 'SIGINT' &&
      last.signal !== 'SIGPIPE' &&
      last.signal !== 'SIGTERM' &&
      !this.proc.busybox
    ) {
      await this.complain(signalText(last.signal));
    }
  }

  /** Brings a job to the foreground and waits for it. */
  async foreground(job: Job): Promise<number> {
    this.proc.tty?.setForeground(job.pgid);
    job.state = 'Running';
    this.proc.kill(-job.pgid, 'SIGCONT');
    this.jobs.remove(job);
    const statuses = await this.waitForeground(job.pids, job.command);
    return statuses.at(-1) ?? 0;
  }

  // Expansion's needs

  async capture(script: ParsedScript | undefined): Promise<string> {
    if (!script) return '';
    const { reader, writer } = this.proc.pipe();
    reader.retain();
    const fds = new Map(this.proc.fds).set(1, writer);
    const pid = this.proc.fork((child) => this.#inChild(child, (shell) => shell.runScript(script)), { fds });
    const chunks: Uint8Array[] = [];
    try {
      for (let bytes = await reader.read(65536); bytes; bytes = await reader.read(65536)) chunks.push(bytes);
    } finally {
      reader.release();
    }
    const statuses = await this.#waitQuietly(pid);
    this.substitutionStatus = statuses;
    this.state.status = statuses;
    return toText(concatBytes(chunks)).replaceAll('\0', '').replace(/\n+$/, '');
  }

  async #waitQuietly(pid: number): Promise<number> {
    for (;;) {
      const event = await this.waitEvent(pid, false);
      if (event && !('stopped' in event.status) && !('continued' in event.status))
        return exitStatus(event.status);
    }
  }

  /** A script that was parsed as a part of another. */
  async runScript(script: ParsedScript): Promise<number> {
    if (script.source !== undefined) this.source = script.source;
    let status = 0;
    for (const statement of script.commands) status = await this.statement(statement);
    return status;
  }

  async substitute(operator: '<' | '>', script: ParsedScript | undefined): Promise<string> {
    const { reader, writer } = this.proc.pipe();
    const [ours, theirs] = operator === '<' ? [reader, writer] : [writer, reader];
    const fds = new Map(this.proc.fds).set(operator === '<' ? 1 : 0, theirs);
    let fd = 63;
    while (this.proc.fds.has(fd)) fd--;
    this.proc.fork(
      (child) => this.#inChild(child, (shell) => (script ? shell.runScript(script) : Promise.resolve(0))),
      { fds },
    );
    this.proc.setFd(fd, ours);
    return `/dev/fd/${fd}`;
  }

  async warn(message: string): Promise<void> {
    await this.complain(message);
  }

  // Traps and errors

  /** A signal's trap runs when the current command is done. */
  trapSignal(signal: Signal): void {
    this.#pendingTraps.push(signal);
    this.proc.interrupt();
  }

  async runTraps(): Promise<void> {
    for (let signal = this.#pendingTraps.shift(); signal; signal = this.#pendingTraps.shift()) {
      const action = this.state.traps.get(signal.replace(/^SIG/, ''));
      if (action) await this.#runTrap(action);
    }
  }

  async #runTrap(action: string): Promise<void> {
    const { status } = this.state;
    await this.runText(action);
    this.state.status = status;
  }

  /** An error message of the shell itself, on stderr. */
  async complain(message: string): Promise<void> {
    await this.proc.err(`${this.errorPrefix()}${message}\n`);
  }

  errorPrefix(): string {
    const { name, line } = this.state;
    if (this.proc.busybox) return `${name}: `;
    return this.options.lineNumbers ? `${name}: line ${line}: ` : `${name}: `;
  }
}

async function execSimpleOrRun(shell: Interpreter, command: CommandNode | AndOr | Pipeline): Promise<number> {
  if (command.type === 'Command') return execSimple(shell, command);
  return shell.command(command);
}

const parsed = new Map<string, ParsedScript>();

/** The tree of a source text; recent ones are kept. */
export function parseCached(source: string): ParsedScript {
  const known = parsed.get(source);
  if (known) return known;
  const script = parse(source);
  if (parsed.size > 200) parsed.clear();
  parsed.set(source, script);
  return script;
}

/** 1-based line of a position. */
function lineOf(source: string, pos: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at >= 0 && at < pos; at = source.indexOf('\n', at + 1)) line++;
  return line;
}
