import type { Signal } from '../../kernel/signals.ts';
import type { Interpreter } from './interpreter.ts';

/** Signals that were caught and whose traps run when the current command is done. */
export class TrapQueue {
  readonly #shell: Interpreter;
  readonly #pending: Signal[] = [];
  #running = false;

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
    proc.interrupt();
  }

  async run(): Promise<void> {
    for (let signal = this.#pending.shift(); signal; signal = this.#pending.shift())
      await this.runNamed(signal.replace(/^SIG/, ''));
  }

  /** Runs a trap by its name, if it is set; `$?` is as before. */
  async runNamed(name: string): Promise<void> {
    const { state } = this.#shell;
    const action = state.traps.get(name);
    if (action === undefined || action === '' || (name === 'ERR' && this.#running)) return;
    const { status, line } = state;
    this.#running ||= name === 'ERR';
    state.indirection++;
    try {
      await this.#shell.runText(action);
    } finally {
      state.indirection--;
      if (name === 'ERR') this.#running = false;
    }
    state.status = status;
    state.line = line;
  }
}
