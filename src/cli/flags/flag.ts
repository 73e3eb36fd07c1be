/** Types of flags, by the word their help shows. @see spf13/pflag */
export type FlagType =
  | 'bool'
  | 'string'
  | 'int'
  | 'list'
  | 'map'
  | 'bytes'
  | 'decimal'
  | 'filter'
  | 'duration'
  | 'stringArray'
  | 'ulimit'
  | 'mount'
  | 'network'
  | 'uint16'
  | 'int64';

/** One row of the flag table: parsing, help and completion come out of it. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  readonly type: FlagType;
  readonly help: string;
  /** Shown as `(default …)` where it is not the type's zero. */
  readonly default?: string;
  /** Known but not simulated: using it is refused, visibly. */
  readonly unmodelled?: boolean;
}

/** A row: `flag('all', 'a', 'bool', 'Show all containers')`; an empty short name is none. */
export function flag(
  name: string,
  short: string,
  type: FlagType,
  help: string,
  more: Pick<Flag, 'default' | 'unmodelled'> = {},
): Flag {
  return { name, ...(short ? { short } : {}), type, help, ...more };
}

/** `-a, --all`, as errors name a flag. */
export function flagTitle({ name, short }: Flag): string {
  return short ? `-${short}, --${name}` : `--${name}`;
}

/** Values given on a command line. */
export class FlagValues {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  bool(name: string): boolean {
    return this.#values.get(name)?.at(-1) === 'true';
  }

  /** The last one given. */
  string(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  list(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  number(name: string): number | undefined {
    const text = this.string(name);
    return text === undefined ? undefined : Number(text);
  }
}
