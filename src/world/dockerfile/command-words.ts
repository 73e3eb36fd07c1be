/** What only a shell understands; `=` in the first word would set a variable, `~` and `#` count at the beginning of one. */
const SHELL_ONLY = /[$`|&;<>()*?[\]{}\\!\n]|(?:^|\s)[~#]|^\s*\w+=/;
const BUILT_IN = new Set(['cd', 'exec', 'export', 'set', 'source', '.', 'if', 'for', 'while', 'until', 'case', 'eval', 'trap', 'ulimit', 'umask', 'unset', 'exit', 'read', 'wait', ':']); // prettier-ignore

/** The words of a shell command that needs no shell; undefined where it does. */
export function simpleWords(command: string): string[] | undefined {
  if (SHELL_ONLY.test(command)) return undefined;
  const words: string[] = [];
  const pattern = /\s*((?:[^\s"']|"[^"]*"|'[^']*')+)\s*/y;
  while (pattern.lastIndex < command.length) {
    const match = pattern.exec(command);
    if (!match) return undefined;
    words.push(
      (match[1] ?? '').replace(/"([^"]*)"|'([^']*)'/g, (_, double = '', single = '') => double + single),
    );
  }
  const [first] = words;
  return first === undefined || BUILT_IN.has(first) ? undefined : words;
}

/** `["node", "app.js"]` */
export const formatJson = (words: readonly string[]): string =>
  `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
