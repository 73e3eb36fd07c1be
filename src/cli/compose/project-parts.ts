/** Keys that begin with `x-` may stand anywhere; they are kept as they are. */
export interface Extensions {
  readonly [extension: `x-${string}`]: unknown;
}

/** A number of bytes in decimal: `"536870912"`; `"-1"` is without limit. */
export type Bytes = string;
/** As Go writes it: `"1m30s"`. */
export type GoDuration = string;
/** Octal with a leading zero: `"0440"`. */
export type FileMode = string;
export type TextMap = Readonly<Record<string, string>>;
/** A variable with null has no value: it was asked for from the shell, and is not set there. */
export type EnvironmentMap = Readonly<Record<string, string | null>>;

/** One number for both, or each. */
export type Ulimit = number | { readonly soft?: number; readonly hard?: number };

/** Which secret or config of the project a service sees as which file. */
export interface FileReference extends Extensions {
  readonly source: string;
  readonly target?: string;
  readonly uid?: string;
  readonly gid?: string;
  readonly mode?: FileMode;
}

/** A command around the life of a container. */
export interface Hook extends Extensions {
  readonly command: readonly string[] | null;
  readonly image?: string;
  readonly user?: string;
  readonly privileged?: boolean;
  readonly per_replica?: boolean;
  readonly working_dir?: string;
  readonly environment?: EnvironmentMap;
}
