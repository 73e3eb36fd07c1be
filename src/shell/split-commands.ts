import { parse } from 'unbash';

/** The top-level complete commands of a script, each as written: a loop or a command with its heredoc is one; `a; b` on one line is one. */
export function splitCommands(script: string): string[] {
  const lines = script.split('\n');
  const commands: string[] = [];
  let open: string[] = [];
  for (const line of lines) {
    if (open.length === 0 && /^\s*(#.*)?$/.test(line)) continue;
    open.push(line);
    const source = open.join('\n');
    if (isComplete(source)) {
      commands.push(source);
      open = [];
    }
  }
  if (open.length) commands.push(open.join('\n'));
  return commands;
}

/** False where the shell would ask for more lines. */
export function isComplete(source: string): boolean {
  if (/(^|[^\\])(\\\\)*\\$/.test(source)) return false;
  const { errors = [] } = parse(source);
  const end = source.trimEnd().length;
  const unfinished = errors.some(
    ({ message, pos }) =>
      /^unterminated/i.test(message) ||
      (/^expected/i.test(message) && !/redirect/.test(message) && pos >= end),
  );
  return !unfinished && !hasOpenHereDoc(source);
}

function hasOpenHereDoc(source: string): boolean {
  let open = false;
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ((node as { type?: string }).type === 'HereDoc' && !(node as { closing?: object }).closing)
      open = true;
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) value.forEach(visit);
      else if (typeof value === 'object') visit(value);
    }
  };
  if (source.includes('<<')) visit(parse(source).commands);
  return open;
}
