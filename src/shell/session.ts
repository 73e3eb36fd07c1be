import type { Process } from '../kernel/process.ts';
import { ExpansionError, FunctionReturn, LoopExit, ShellExit } from './control-flow.ts';
import { initializeState } from './initialize.ts';
import { Interpreter } from './run/interpreter.ts';

/** A shell that is handed complete commands one after another. */
export interface ShellSession {
  /** Runs one and gives `$?`. */
  run(source: string): Promise<number>;
  /** Set once `exit` was called. */
  readonly exited: number | undefined;
}

/** A non-interactive shell in this process. */
export function createShellSession(proc: Process, options: { name: string }): ShellSession {
  const state = initializeState(proc, options.name);
  state.sourceKind = 'input';
  const shell = new Interpreter(proc, state);
  let line = 1;
  let exited: number | undefined;
  return {
    get exited() {
      return exited;
    },
    run: async (source) => {
      const firstLine = line;
      line += source.split('\n').length;
      try {
        return await shell.runText(source, { firstLine });
      } catch (error) {
        if (error instanceof ShellExit || (error instanceof ExpansionError && error.reach === 'shell'))
          exited = await shell.lifetime(() => {
            throw error;
          });
        else if (error instanceof ExpansionError) state.status = await shell.reportExpansion(error);
        else if (!(error instanceof LoopExit) && !(error instanceof FunctionReturn)) throw error;
        return exited ?? state.status;
      } finally {
        state.tested = 0;
        state.loopDepth = 0;
      }
    },
  };
}
