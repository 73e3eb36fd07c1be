import type { Interpreter } from './interpreter.ts';

/** bash's words for a syntax error. @see bash parse.y */
export function syntaxError(
  shell: Interpreter,
  source: string,
  error: { message: string; pos: number },
): string {
  const line = source.slice(0, error.pos).split('\n').length;
  const { name } = shell.state;
  if (shell.proc.busybox) return `${name}: syntax error: ${busyboxReason(source, error)}\n`;
  const prefix = shell.options.interactive ? `${name}: ` : `${name}: line ${line}: `;
  const quote = /unterminated .*?(single|double|backtick)/i.exec(error.message)?.[1];
  if (quote) {
    const mark = quote === 'single' ? "'" : quote === 'double' ? '"' : '`';
    return `${prefix}unexpected EOF while looking for matching \`${mark}'\n`;
  }
  if (error.pos >= source.trimEnd().length) return `${prefix}syntax error: unexpected end of file\n`;
  const text = `${prefix}syntax error near unexpected token \`${tokenAt(source, error.pos)}'\n`;
  const lineText = source.split('\n')[line - 1] ?? '';
  return shell.options.interactive ? text : `${text}${prefix}\`${lineText}'\n`;
}

function busyboxReason(source: string, error: { message: string; pos: number }): string {
  if (/unterminated/i.test(error.message)) return 'unterminated quoted string';
  if (error.pos >= source.trimEnd().length) return 'unexpected end of file';
  return `unexpected "${tokenAt(source, error.pos)}"`;
}

function tokenAt(source: string, pos: number): string {
  const rest = source.slice(pos).replace(/^[ \t]+/, '');
  if (rest.startsWith('\n') || rest === '') return 'newline';
  return /^(?:&&|\|\||;;|[;&|()<>]|[^\s;&|()<>]+)/.exec(rest)?.[0] ?? 'newline';
}
