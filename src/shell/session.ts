import type { Process } from '../kernel/process.ts';
import { ExpansionError, FunctionReturn, LoopExit, ShellExit } from './control-flow.ts';
import { Interpreter } from './run/interpreter.ts';
import { initializeState } from './initialize.ts';

/** A shell that is handed complete commands one after another. */
export interface ShellSession {
  /** Runs one and gives `$?`. */
  run(source: string): Promise<number>;
  /** Set once `exit` was called. */
  readonly exited: number | undefined;
}

/** A non-interactive shell in this process. */
export function createShellSession(proc: Process, options: { name: string }): ShellSession {
  const shell = new Interpreter(proc, initializeState(proc, options.name), { lineNumbers: true });
  let exited: number | undefined;
  return {
    get exited() {
      return exited;
    },
    run: async (source) => {
      try {
        return await shell.runText(source);
      } catch (error) {
        if (error instanceof ShellExit) exited = await shell.lifetime(() => Promise.resolve(error.status));
        else if (error instanceof ExpansionError) {
          await shell.complain(error.message);
          shell.state.status = 1;
        } else if (!(error instanceof LoopExit) && !(error instanceof FunctionReturn)) throw error;
        return exited ?? shell.state.status;
      }
    },
  };
}
