import { logicalCwd } from './builtins/directories.ts';
import type { Interpreter } from './run/interpreter.ts';

/** PS1 with its escapes; `\[` and `\]` become the marks 1 and 2. @see bash(1) PROMPTING */
export function expandPrompt(shell: Interpreter): string {
  const { proc, state } = shell;
  const cwd = logicalCwd(shell);
  const home = state.get('HOME') ?? '';
  const short = home && (cwd === home || cwd.startsWith(`${home}/`)) ? `~${cwd.slice(home.length)}` : cwd;
  const defaultPrompt = proc.busybox ? '\\w \\$ ' : '\\u@\\h:\\w\\$ ';
  const escapes: Readonly<Record<string, string>> = {
    u: state.get('USER') ?? (proc.uid === 0 ? 'root' : String(proc.uid)),
    h: proc.hostname.split('.')[0] ?? '',
    H: proc.hostname,
    w: proc.busybox && home === cwd ? '~' : short,
    W: short === '~' ? '~' : (cwd.split('/').at(-1) ?? '') || '/',
    $: proc.uid === 0 ? '#' : '$',
    j: String(shell.jobs.jobs.length),
    n: '\n',
    e: '\x1b',
    a: '\x07',
    s: state.name,
    '\\': '\\',
    '[': '\x01',
    ']': '\x02',
  };
  return (state.get('PS1') ?? defaultPrompt).replace(/\\(\d{3}|[\s\S])/g, (match, char: string) =>
    /^\d/.test(char) && char.length === 3 ? String.fromCharCode(parseInt(char, 8)) : (escapes[char] ?? match),
  );
}
