/** Which lines a command is for. */
export type Address =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'last' }
  | { readonly kind: 'match'; readonly regExp: RegExp | undefined }
  | { readonly kind: 'step'; readonly first: number; readonly step: number }
  | { readonly kind: 'plus'; readonly count: number }
  | { readonly kind: 'multiple'; readonly of: number };

/** What `s` does. */
export interface Substitution {
  /** Undefined: the last one used. */
  readonly regExp: RegExp | undefined;
  readonly replacement: readonly ReplacementPart[];
  readonly global: boolean;
  readonly print: boolean;
  /** Replace only from this match on. */
  readonly number: number;
  readonly file: string | undefined;
  /** Runs the result as a command and takes its output instead. */
  readonly executes: boolean;
}

/** A piece of a replacement: text, a group's match, or a change of case. */
export type ReplacementPart =
  string | { readonly group: number } | { readonly letterCase: 'U' | 'L' | 'u' | 'l' | 'E' };

/** One command of a sed script, flat: blocks are jumps. */
export interface SedCommand {
  readonly from?: Address;
  readonly to?: Address;
  readonly negated: boolean;
  readonly name: string;
  /** Text of a, i, c; label of b, t, T; file of r, w; exit status of q. */
  readonly text: string;
  readonly substitution?: Substitution;
  readonly map?: ReadonlyMap<string, string>;
  /** Index behind the matching `}`, for `{`. */
  jump?: number;
}

/** A script is wrong; the message is GNU sed's. */
export class SedError extends Error {
  readonly status: number;
  /** The regular expression that is malformed. */
  readonly pattern: string | undefined;

  constructor(message: string, status = 1, pattern?: string) {
    super(message);
    this.pattern = pattern;
    this.status = status;
    this.name = 'SedError';
  }
}
