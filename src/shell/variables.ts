export interface Variable {
  readonly value: string | undefined;
  /** Set for indexed arrays; sparse. */
  readonly indexed?: ReadonlyMap<number, string>;
  /** Set for associative arrays. */
  readonly keyed?: ReadonlyMap<string, string>;
  readonly exported: boolean;
  readonly readonly: boolean;
  readonly integer: boolean;
  /** `declare -n`: the name of the variable it stands for. */
  readonly reference?: string;
  /** `declare -l` and `-u`. */
  readonly letterCase?: 'lower' | 'upper';
}

export const UNSET: Variable = { value: undefined, exported: false, readonly: false, integer: false };

/** What `$name` gives: an array's element 0. */
export function scalarOf(variable: Variable | undefined): string | undefined {
  if (!variable) return undefined;
  if (variable.indexed) return variable.indexed.get(0);
  if (variable.keyed) return variable.keyed.get('0');
  return variable.value;
}

/** Elements of `${name[@]}`, in order of their indexes. */
export function elementsOf(variable: Variable | undefined): string[] {
  if (!variable) return [];
  if (variable.indexed)
    return sortedIndexes(variable.indexed).map((index) => variable.indexed?.get(index) ?? '');
  if (variable.keyed) return [...variable.keyed.values()];
  return variable.value === undefined ? [] : [variable.value];
}

export function keysOf(variable: Variable | undefined): string[] {
  if (variable?.indexed) return sortedIndexes(variable.indexed).map(String);
  if (variable?.keyed) return [...variable.keyed.keys()];
  return variable?.value === undefined ? [] : ['0'];
}

function sortedIndexes(map: ReadonlyMap<number, string>): number[] {
  return [...map.keys()].sort((a, b) => a - b);
}

export const NAME_PATTERN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Text that reads back as the same word. @see bash lib/sh/shquote.c */
export function quoteWord(text: string): string {
  if (text === '') return "''";
  if (/[\x00-\x1f\x7f]/.test(text))
    return `$'${text.replace(/[\\']/g, '\\$&').replace(/[\x00-\x1f\x7f]/g, escapeControl)}'`;
  return hasMeta(text) ? quoteSingly(text) : text;
}

/** The same where line breaks are left as they are, as `set -x` writes words. */
export function quoteTraced(text: string): string {
  return text !== '' && hasMeta(text) ? quoteSingly(text) : quoteWord(text);
}

/** True for what a shell would not take as it stands. @see bash lib/sh/shquote.c sh_contains_shell_metas */
function hasMeta(text: string): boolean {
  return /[ \t\n'"\\|&;()<>!{}*[?\]^$`]|(?:^|[=:])~|^#/.test(text);
}

function quoteSingly(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The same, quoted even where nothing needs it, as `${x@Q}` writes it. */
export function quoteAlways(text: string): string {
  const quoted = quoteWord(text);
  return /^\$?'/.test(quoted) ? quoted : `'${text}'`;
}

/** The same with backslashes, as printf's %q writes it. */
export function quoteWithBackslashes(text: string): string {
  if (text === '' || /[\x00-\x1f\x7f]/.test(text)) return quoteWord(text);
  return text.replace(/[ !"$&'()*,;<>?[\\\]^`{|}]|^[#~]|(?<=[=:])~/g, '\\$&');
}

function escapeControl(char: string): string {
  const known: Record<string, string> = {
    '\n': '\\n',
    '\t': '\\t',
    '\r': '\\r',
    '\x1b': '\\E',
    '\x07': '\\a',
    '\b': '\\b',
  };
  return known[char] ?? `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`;
}
