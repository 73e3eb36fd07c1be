/** Thrown through the interpreter by the builtins that leave where they are. */
export class LoopExit extends Error {
  readonly kind: 'break' | 'continue';
  levels: number;
  /** Of the loop that ends. */
  readonly status: number;

  constructor(kind: 'break' | 'continue', levels: number, status = 0) {
    super(kind);
    this.kind = kind;
    this.levels = levels;
    this.status = status;
  }
}

export class FunctionReturn extends Error {
  readonly status: number;

  constructor(status: number) {
    super('return');
    this.status = status;
  }
}

export class ShellExit extends Error {
  readonly status: number;

  constructor(status: number) {
    super('exit');
    this.status = status;
  }
}

/** Ctrl-C at an interactive shell: back to the prompt. */
export class ShellInterrupt extends Error {
  constructor() {
    super('interrupt');
  }
}

/** How far an error reaches: only this command fails, the rest of the line is dropped, or the shell ends. */
export type ErrorReach = 'command' | 'line' | 'shell';

/** An expansion or assignment failed; the command does not run. `message` has no shell name in front. */
export class ExpansionError extends Error {
  readonly reach: ErrorReach;
  /** How its message begins, where that is not how one begins by the time it is written. */
  prefix: string | undefined;

  constructor(message: string, reach: ErrorReach = 'command') {
    super(message);
    this.reach = reach;
  }
}

/** More memory than the machine would give; the shell ends. @see bash xmalloc.c */
export class OutOfMemory extends ExpansionError {
  constructor(sizeBytes: number) {
    super(`xrealloc: cannot allocate ${sizeBytes} bytes`, 'shell');
  }
}
