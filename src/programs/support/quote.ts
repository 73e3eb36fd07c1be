import { tableOf } from '../../lib/table.ts';

const NAMED: Readonly<Record<string, string>> = tableOf({ '\t': '\\t', '\n': '\\n', '\r': '\\r', '\v': '\\v', '\f': '\\f', '\b': '\\b', '\x07': '\\a' }); // prettier-ignore
const CONTROLS = /[\0-\x1f\x7f]+/g;

/** Control characters as C writes them: `\r`, `\001`. */
function escapeControls(text: string): string {
  return text.replace(CONTROLS, (controls) =>
    [...controls].map((char) => NAMED[char] ?? octal(char.charCodeAt(0))).join(''),
  );
}

function octal(code: number): string {
  return `\\${code.toString(8).padStart(3, '0')}`;
}

/** A name as coreutils show most of them: `'it'\''s'`, `'a'$'\r'`. @see gnulib quotearg, shell-escape-always */
export function quote(text: string): string {
  const plain = text.search(CONTROLS) < 0;
  if (plain && text.includes("'") && !/["$`\\]/.test(text)) return `"${text}"`;
  const quoted = `'${text.replace(/'/g, "'\\''")}'`;
  if (plain) return quoted;
  const escaped = quoted.replace(CONTROLS, (controls) => `'$'${escapeControls(controls)}''`);
  // gnulib starts with an empty string where a quote comes first, and leaves out one at the end.
  const quoteFirst = /^[^\0-\x1f\x7f]*'/.test(text);
  return (quoteFirst ? "''" : '') + escaped.replace(/''$/, '');
}

/** The same, only where the shell would need it: coreutils' other style. */
export function quoteIfNeeded(text: string): string {
  return /^[\w@%+=:,./~-]+$/.test(text) ? text : quote(text);
}

/** A word that is no file name: `'bash\r'`. @see gnulib quote(), in the C locale */
export function quoteWord(text: string): string {
  return `'${escapeControls(text.replace(/[\\']/g, '\\$&'))}'`;
}
