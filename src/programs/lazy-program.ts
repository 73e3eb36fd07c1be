import type { Program } from '../kernel/process.ts';

/** A program whose code is loaded when it first runs. The world stands still meanwhile, so that nothing depends on how long it takes. */
export function lazyProgram(load: () => Promise<Program>): Program {
  let loaded: Program | undefined;
  return async (proc) => {
    loaded ??= await proc.load(load());
    return loaded(proc);
  };
}
