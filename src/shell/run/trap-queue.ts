import { isSysError } from '../../kernel/errno.ts';
import type { Signal } from '../../kernel/signals.ts';
import { commandText, type CommandTree } from './command-text.ts';
import type { Interpreter } from './interpreter.ts';

/** Signals that were caught and whose traps run when the current command is done. */
export class TrapQueue {
  readonly #shell: Interpreter;
  readonly #pending: Signal[] = [];
  /** ERR and DEBUG, while they run: they don't fire in themselves. */
  readonly #running = new Set<string>();

  constructor(shell: Interpreter) {
    this.#shell = shell;
  }

  /** The signal whose trap is due. */
  get next(): Signal | undefined {
    return this.#pending[0];
  }

  get isEmpty(): boolean {
    return this.#pending.length === 0;
  }

  /** Called by the kernel when the signal arrives. */
  add(signal: Signal): void {
    const { state, options, proc } = this.#shell;
    if (signal === 'SIGINT' && options.interactive && !state.traps.has('INT')) this.#shell.interrupted = true;
    else this.#pending.push(signal);
    // Who waits for a child is woken by it, and neither `wait` nor `read` ends for one.
    if (signal !== 'SIGCHLD') proc.interrupt();
  }

  /** What has to run before this command: traps of signals that came, then DEBUG. */
  before(node: CommandTree): Promise<void> | undefined {
    const debugs = this.#shell.state.traps.has('DEBUG') && !this.#running.has('DEBUG');
    if (!debugs || node.type === 'For') return this.isEmpty ? undefined : this.run();
    return this.run().then(() => this.runDebug(node));
  }

  /** The DEBUG trap before a command that it is told of. */
  async runDebug(node: CommandTree): Promise<void> {
    const text = commandText(node, this.#shell.source);
    if (text !== undefined) await this.runNamed('DEBUG', text);
  }

  async run(): Promise<void> {
    for (let signal = this.#pending.shift(); signal; signal = this.#pending.shift())
      await this.runNamed(signal.replace(/^SIG/, ''));
  }

  /** Waits as bash does, outside of posix mode, in `read`: a trap runs at once, and the wait goes on. @throws SysError EINTR where it ends the wait */
  async during<T>(wait: () => T | Promise<T>): Promise<T> {
    const { flavour, state } = this.#shell;
    for (;;)
      try {
        return await wait();
      } catch (error) {
        const goesOn = flavour === 'bash' && !state.options.has('posix') && !this.#shell.interrupted;
        if (!goesOn || this.isEmpty || !isSysError(error, 'EINTR')) throw error;
        await this.run();
      }
  }

  /** Runs a trap by its name, if it is set; `$?` is as before. */
  async runNamed(name: string, command = this.#shell.commandText): Promise<void> {
    const { state } = this.#shell;
    const action = state.traps.get(name);
    const isOwn = name === 'ERR' || name === 'DEBUG';
    if (action === undefined || action === '' || (isOwn && this.#running.has(name))) return;
    const { status, line, trapped } = state;
    const restore = this.#shell.keepCommandText();
    if (isOwn) this.#running.add(name);
    state.indirection++;
    state.trapped ??= command;
    try {
      // Only those of commands have a place in the script. @see bash trap.c, SEVAL_RESETLINE
      await this.#shell.runText(action, isOwn ? { firstLine: line } : {});
    } finally {
      state.indirection--;
      if (isOwn) this.#running.delete(name);
      state.trapped = trapped;
      restore();
    }
    state.status = status;
    state.line = line;
  }
}
