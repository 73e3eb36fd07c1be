/** Types of flags, by the word their help shows. @see spf13/pflag, docker/cli v28.2.2 opts */
export type FlagType =
  | 'bool'
  | 'string'
  | 'strings'
  | 'stringArray'
  | 'stringToString'
  | 'list'
  | 'map'
  | 'int'
  | 'int64'
  | 'uint'
  | 'uint16'
  | 'uint32'
  | 'float'
  | 'bytes'
  | 'decimal'
  | 'duration'
  | 'filter'
  | 'ulimit'
  | 'mount'
  | 'network'
  | 'gpu-request'
  | 'command'
  | 'config'
  | 'credential-spec'
  | 'external-ca'
  | 'ipNetSlice'
  | 'node-addr'
  | 'pem-file'
  | 'port'
  | 'pref'
  | 'secret';

/** One row of the flag table: parsing, help and completion come out of it. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  readonly type: FlagType;
  readonly help: string;
  /** Shown as `(default …)` where it is not the type's zero; without quotes. */
  readonly default?: string;
  /** Known but not simulated: using it is accepted, and said beside the terminal. */
  readonly unmodelled?: boolean;
  /** Refused, as every daemon without experimental features does. */
  readonly experimental?: boolean;
  /** Accepted, but in no help. */
  readonly hidden?: boolean;
  /** Reads one value, instead of its type's reader: the value as it is kept. @throws Error in the client's words */
  readonly read?: (text: string) => string;
}

/** A row: `flag('all', 'a', 'bool', 'Show all containers')`; an empty short name is none. */
export function flag(
  name: string,
  short: string,
  type: FlagType,
  help: string,
  more: Pick<Flag, 'default' | 'unmodelled' | 'hidden' | 'read' | 'experimental'> = {},
): Flag {
  return { name, ...(short ? { short } : {}), type, help, ...more };
}

/** A row for what is known but not simulated. */
export function unmodelled(
  name: string,
  short: string,
  type: FlagType,
  help: string,
  more: Pick<Flag, 'default' | 'hidden' | 'read' | 'experimental'> = {},
): Flag {
  return flag(name, short, type, help, { ...more, unmodelled: true });
}

/** `-a, --all`, as errors name a flag. */
export function flagTitle({ name, short }: Flag): string {
  return short ? `-${short}, --${name}` : `--${name}`;
}

/** Values given on a command line. */
export class FlagValues {
  readonly #values: ReadonlyMap<string, readonly string[]>;
  readonly #flags: readonly Flag[];

  constructor(values: ReadonlyMap<string, readonly string[]>, flags: readonly Flag[]) {
    this.#values = values;
    this.#flags = flags;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** Names of the flags that are given. */
  names(): string[] {
    return [...this.#values.keys()];
  }

  /** The last one given; the flag's default unless given. */
  bool(name: string): boolean {
    const given = this.#values.get(name)?.at(-1);
    return (given ?? this.#flags.find((flag) => flag.name === name)?.default) === 'true';
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
