import { toText, type AwkArray, type Value } from './values.ts';

/** A name's content: a scalar or an array. An argument that was never set becomes an array in caller and callee at once. */
export interface Cell {
  value?: Value;
  array?: AwkArray;
  /** The caller's variable that was passed. */
  readonly origin?: Cell;
}

/** The program uses something as what it is not. */
export class AwkRuntimeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AwkRuntimeError';
  }
}

/** The array in a cell; made where there is nothing yet. @throws AwkRuntimeError */
export function arrayOf(cell: Cell, name: string): AwkArray {
  if (cell.array) return cell.array;
  if (cell.value !== undefined) throw new AwkRuntimeError(`type error in arg: ${name} is not an array`);
  cell.array = cell.origin ? arrayOf(cell.origin, name) : new Map();
  return cell.array;
}

/** Global variables and, while a function runs, its own. */
export class Variables {
  readonly #globals = new Map<string, Cell>();
  #locals: ReadonlyMap<string, Cell> | undefined;

  constructor() {
    const start: Record<string, Value> = {
      FS: ' ',
      OFS: ' ',
      ORS: '\n',
      RS: '\n',
      SUBSEP: '\x1c',
      CONVFMT: '%.6g',
      OFMT: '%.6g',
      NR: 0,
      FNR: 0,
      RSTART: 0,
      RLENGTH: -1,
    };
    for (const [name, value] of Object.entries(start)) this.#globals.set(name, { value });
  }

  cell(name: string): Cell {
    const known = this.#locals?.get(name) ?? this.#globals.get(name);
    if (known) return known;
    const cell: Cell = {};
    this.#globals.set(name, cell);
    return cell;
  }

  get(name: string): Value {
    const cell = this.cell(name);
    if (cell.array) throw new AwkRuntimeError(`can't use array ${name} as a scalar`);
    return cell.value;
  }

  set(name: string, value: Value): void {
    this.cell(name).value = value;
  }

  /** A special variable as text. */
  text(name: string): string {
    return toText(this.#globals.get(name)?.value, '%.6g');
  }

  array(name: string): AwkArray {
    return arrayOf(this.cell(name), name);
  }

  /** Runs `body` with these as the local variables. */
  async within<T>(locals: ReadonlyMap<string, Cell>, body: () => Promise<T>): Promise<T> {
    const outer = this.#locals;
    this.#locals = locals;
    try {
      return await body();
    } finally {
      this.#locals = outer;
    }
  }
}
