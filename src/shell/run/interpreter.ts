import type {
  AndOr,
  Command,
  CommandNode,
  CompoundList,
  ParsedScript,
  Pipeline,
  PipelineNode,
  Statement,
} from 'unbash';
import type { Process } from '../../kernel/process.ts';
import type { Builtin } from '../builtins/builtin.ts';
import { BUILTINS } from '../builtins/builtins.ts';
import {
  ExpansionError,
  FunctionReturn,
  LoopExit,
  OutOfMemory,
  ShellExit,
  ShellInterrupt,
} from '../control-flow.ts';
import { Expander, type ExpansionHost } from '../expand/expander.ts';
import { flavourOf, type Flavour } from '../flavour.ts';
import { JobTable } from '../jobs.ts';
import { andThen, withCleanup, type Maybe } from '../maybe.ts';
import type { ShellState } from '../shell-state.ts';
import { capture, substitute } from './capture.ts';
import { commandText } from './command-text.ts';
import { runCompound } from './compound.ts';
import { runFunctionDefinition } from './call-function.ts';
import { runCoproc } from './coproc.ts';
import { errorPrefix } from './error-prefix.ts';
import { ForkFailure, pauseForFork } from './fork-failure.ts';
import { expandAliases, expandsAliases } from './expand-aliases.ts';
import { runBackground, runPipeline, runSubshell } from './pipeline.ts';
import { withRedirections } from './redirect.ts';
import { runLines } from './run-lines.ts';
import { execSimple, runSimple } from './simple-command.ts';
import { SourceText } from './source-text.ts';
import { syntaxError } from './syntax-error.ts';
import { TrapQueue } from './trap-queue.ts';

export interface InterpreterOptions {
  /** Has a prompt: tells of jobs and goes on after errors. */
  interactive?: boolean;
  /** Lines of `history`. */
  history?: string[];
}

/** Virtual µs that a command costs, beside what it does. */
const COMMAND_COST = 2;

const NO_SOURCE = new SourceText('');

/** Runs parsed shell scripts in a process. What need not wait returns its status at once. */
export class Interpreter implements ExpansionHost {
  readonly proc: Process;
  readonly state: ShellState;
  readonly expander: Expander;
  readonly flavour: Flavour;
  readonly builtins: ReadonlyMap<string, Builtin> = BUILTINS;
  readonly jobs = new JobTable();
  readonly traps: TrapQueue;
  readonly options: InterpreterOptions;
  /** What is being run, for line numbers and job names. */
  source = NO_SOURCE;
  /** The simple command that runs, or ran last, and its text. */
  #running: Command | undefined;
  #runningIn = NO_SOURCE;
  /** Status of the last command substitution of a command without words. */
  substitutionStatus: number | undefined;
  /** Ctrl-C arrived at an interactive shell. */
  interrupted = false;

  constructor(proc: Process, state: ShellState, options: InterpreterOptions = {}) {
    this.proc = proc;
    this.state = state;
    proc.reapsAdopted = true;
    state.allocate = (bytes) => proc.allocate(bytes);
    this.options = options;
    this.flavour = flavourOf(proc, state.flavourName);
    this.expander = new Expander(this);
    this.traps = new TrapQueue(this);
  }

  /** Jobs have process groups of their own: at a prompt, or after `set -m`. */
  get jobControl(): boolean {
    return (
      this.options.interactive === true || (this.state.options.has('monitor') && this.state.subshell === 0)
    );
  }

  /** Runs a script's text. @throws ShellExit and the other control-flow errors */
  runText(text: string, options: { name?: string | undefined; firstLine?: number } = {}): Maybe<number> {
    const known = expandsAliases(this) ? expandAliases(text, this.state.aliases) : text;
    return this.runSource(new SourceText(known, { name: this.source.name, ...options }));
  }

  /** Runs all that this shell is for, the text of `-c`: its last program may take the shell's place. */
  runCommandText(text: string): Maybe<number> {
    return this.runSource(new SourceText(text), true);
  }

  runSource(source: SourceText, isAll = false): Maybe<number> {
    const { statements, error } = source.plan(this.flavour);
    const outer = this.source;
    this.source = source;
    return withCleanup(
      () => {
        if (this.state.options.has('noexec')) return error ? this.#syntaxError(source, error) : 0;
        if (!error && statements.length === 0) return (this.state.status = 0);
        const ran = runLines(this, source, statements, isAll && !error);
        return error ? andThen(ran, () => this.#syntaxError(source, error)) : ran;
      },
      () => {
        this.source = outer;
      },
    );
  }

  /** A script that was parsed as a part of another. */
  runScript(script: ParsedScript): Maybe<number> {
    if (script.source !== undefined) this.source = new SourceText(script.source, { script });
    return this.#statements(script.commands);
  }

  async #syntaxError(source: SourceText, error: { message: string; pos: number }): Promise<number> {
    await this.proc.err(syntaxError(this, source, error));
    this.state.status = 2;
    const inner = this.state.sourceDepth + this.state.evalDepth > 0 && this.flavour === 'bash';
    if (!this.options.interactive && !inner) throw new ShellExit(2);
    return 2;
  }

  list(list: CompoundList): Maybe<number> {
    return this.#statements(list.commands);
  }

  #statements(statements: readonly Statement[]): Maybe<number> {
    let status = 0;
    for (let index = 0; index < statements.length; index++) {
      const result = this.statement(statements[index] as Statement);
      if (result instanceof Promise) return this.#statementsLater(result, statements, index + 1);
      status = result;
    }
    return status;
  }

  async #statementsLater(
    first: Promise<number>,
    statements: readonly Statement[],
    from: number,
  ): Promise<number> {
    let status = await first;
    for (let index = from; index < statements.length; index++) {
      const result = this.statement(statements[index] as Statement);
      status = result instanceof Promise ? await result : result;
    }
    return status;
  }

  statement(statement: Statement): Maybe<number> {
    const { command } = statement;
    this.state.line = this.source.lineAt(statement.pos);
    if (statement.background) return runBackground(this, statement);
    const status = command.type === 'AndOr' ? this.andOr(command) : this.#checked(command);
    if (this.traps.isEmpty) return status;
    return andThen(status, (value) => this.traps.run().then(() => value));
  }

  /** `set -e`: a failing command that is not a condition ends the shell. */
  #checked(node: PipelineNode): Maybe<number> {
    return andThen(this.pipeline(node), (status) =>
      status !== 0 && this.state.tested === 0 && mayFail(node) ? this.#failed(status) : status,
    );
  }

  async #failed(status: number): Promise<number> {
    await this.traps.runNamed('ERR');
    if (this.state.options.has('errexit')) throw new ShellExit(status);
    return status;
  }

  /** `a && b || c`; `last` runs what stands at its end. */
  andOr(
    { commands, operators }: AndOr,
    last = (node: PipelineNode): Maybe<number> => this.#checked(node),
    from = 0,
    before = 0,
  ): Maybe<number> {
    let status = before;
    for (let index = from; index < commands.length; index++) {
      const operator = operators[index - 1];
      if (operator && (operator === '&&') !== (status === 0)) continue;
      const command = commands[index] as PipelineNode;
      const result =
        index === commands.length - 1 ? last(command) : this.tested(() => this.pipeline(command));
      if (result instanceof Promise)
        return result.then((value) => this.andOr({ commands, operators } as AndOr, last, index + 1, value));
      status = result;
    }
    return status;
  }

  /** Runs a condition: its failure is no failure. */
  tested<T>(run: () => Maybe<T>): Maybe<T> {
    this.state.tested++;
    return withCleanup(run, () => {
      this.state.tested--;
    });
  }

  pipeline(node: PipelineNode): Maybe<number> {
    return node.type === 'Pipeline' ? runPipeline(this, node) : this.command(node);
  }

  command(node: CommandNode | CompoundList | AndOr | Pipeline): Maybe<number> {
    const turn = this.proc.tick(COMMAND_COST);
    return turn ? turn.then(() => this.#perform(node)) : this.#perform(node);
  }

  #perform(node: CommandNode | CompoundList | AndOr | Pipeline): Maybe<number> {
    if (this.interrupted) {
      this.interrupted = false;
      throw new ShellInterrupt();
    }
    if (node.type === 'Command') {
      this.#running = node;
      this.#runningIn = this.source;
    }
    if (this.traps.isEmpty && this.state.traps.size === 0) return this.#note(this.#dispatch(node));
    return andThen(this.traps.before(node), () => this.#note(this.#dispatch(node)));
  }

  /** What gives `commandText` back as it is now. */
  keepCommandText(): () => void {
    const [running, source] = [this.#running, this.#runningIn];
    return () => {
      this.#running = running;
      this.#runningIn = source;
    };
  }

  /** Of the simple command that runs, as written. */
  get commandText(): string | undefined {
    return this.#running && commandText(this.#running, this.#runningIn);
  }

  #note(result: Maybe<number>): Maybe<number> {
    if (result instanceof Promise) return result.then((status) => (this.state.status = status));
    return (this.state.status = result);
  }

  #dispatch(node: CommandNode | CompoundList | AndOr | Pipeline): Maybe<number> {
    switch (node.type) {
      case 'Command':
        return runSimple(this, node);
      case 'Redirected':
        return withRedirections(this, node.redirects, () => this.command(node.command));
      case 'Function':
        return runFunctionDefinition(this, node);
      case 'CompoundList':
        return this.list(node);
      case 'Subshell':
        return runSubshell(this, node);
      case 'AndOr':
        return this.andOr(node);
      case 'Pipeline':
        return this.pipeline(node);
      case 'Coproc':
        return runCoproc(this, node);
      default:
        return runCompound(this, node);
    }
  }

  /** The last thing that a child does: a program takes its place. */
  execute(node: CommandNode | CompoundList | AndOr | Pipeline): Maybe<number> {
    switch (node.type) {
      case 'Command':
        return execSimple(this, node);
      case 'Subshell':
        return this.list(node.body);
      case 'Redirected':
        return withRedirections(this, node.redirects, () => this.execute(node.command));
      default:
        return this.command(node);
    }
  }

  /** A shell in a child process that goes on from here. */
  inChild(proc: Process, state: ShellState): Interpreter {
    const { history } = this.options;
    const child = new Interpreter(proc, state, history ? { history: [...history] } : {});
    child.source = this.source;
    // `jobs | wc -l` shows those of the shell around it.
    child.jobs.jobs.push(...this.jobs.jobs);
    return child;
  }

  /** Runs to the end of the shell: its status, after the EXIT trap. */
  async lifetime(run: () => Maybe<number>): Promise<number> {
    let status = await this.#untilExit(run);
    const trap = this.state.traps.get('EXIT');
    if (trap !== undefined) {
      this.state.traps.delete('EXIT');
      this.state.status = status;
      this.state.trapped = this.commandText;
      const trapped = await this.#untilExit(() => andThen(this.runText(trap), () => -1));
      if (trapped >= 0) status = trapped;
    }
    return status & 0xff;
  }

  async #untilExit(run: () => Maybe<number>): Promise<number> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof ShellExit || error instanceof FunctionReturn) return error.status;
      if (error instanceof LoopExit) return 0;
      if (error instanceof ShellInterrupt) return 130;
      // A text grew beyond what the host can hold.
      if (error instanceof RangeError) return this.reportExpansion(new OutOfMemory(2 ** 32));
      if (!(error instanceof ExpansionError)) throw error;
      return this.reportExpansion(error);
    }
  }

  /** Says what was wrong with an expansion; the status it leaves. */
  async reportExpansion(error: ExpansionError): Promise<number> {
    if (error instanceof ForkFailure) await pauseForFork(this, error);
    const { message, reach, prefix } = error;
    if (error instanceof OutOfMemory) {
      await this.proc.err(`${this.state.name}: ${message}\n`);
      return 2;
    }
    await this.proc.err(`${prefix ?? errorPrefix(this)}${message}\n`);
    if (this.flavour !== 'bash') return 2;
    const { sourceKind, subshell, options } = this.state;
    const plain = reach !== 'shell' || sourceKind !== 'command' || subshell > 0 || options.has('errexit');
    return plain ? 1 : 127;
  }

  capture(script: ParsedScript | undefined): Promise<string> {
    return capture(this, script);
  }

  substitute(operator: '<' | '>', script: ParsedScript | undefined): Promise<string> {
    return substitute(this, operator, script);
  }

  /** An error message of the shell itself, or of one of its builtins, on stderr. */
  async complain(message: string, builtin?: string): Promise<void> {
    await this.proc.err(`${errorPrefix(this, builtin)}${message}\n`);
  }
}

/** Compound commands fail through what is in them. */
function mayFail(node: PipelineNode): boolean {
  switch (node.type) {
    case 'Command':
    case 'Subshell':
    case 'TestCommand':
    case 'ArithmeticCommand':
      return true;
    case 'Redirected':
      return mayFail(node.command);
    case 'Pipeline':
      return !node.prefixes.some((prefix) => prefix.type === 'Negation');
    default:
      return false;
  }
}
