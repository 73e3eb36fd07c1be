/** Thrown through the interpreter by the builtins that leave where they are. */
export class LoopExit extends Error {
  readonly kind: 'break' | 'continue';
  levels: number;

  constructor(kind: 'break' | 'continue', levels: number) {
    super(kind);
    this.kind = kind;
    this.levels = levels;
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

/** An expansion failed; the command does not run. A script ends with it where bash's does (`fatal`). */
export class ExpansionError extends Error {
  readonly fatal: boolean;

  constructor(message: string, fatal = false) {
    super(message);
    this.fatal = fatal;
  }
}
