import type { Interpreter } from './interpreter.ts';
import type { SourceText } from './source-text.ts';

interface ParseFailure {
  readonly message: string;
  readonly pos: number;
}

/** This shell's words for a syntax error. @see bash parse.y, dash parser.c */
export function syntaxError(shell: Interpreter, source: SourceText, error: ParseFailure): string {
  switch (shell.flavour) {
    case 'bash':
      return bashError(shell, source, error);
    case 'ash':
      return `${shell.state.name}: ${shell.state.evalDepth > 0 ? 'eval: line 0: ' : ''}${ashLine(shell, source, error)}syntax error: ${ashReason(source.text, error)}\n`;
    case 'dash': {
      const line = source.lineAt(Math.min(error.pos, source.text.trimEnd().length));
      return `${shell.state.name}: ${line}: ${shell.state.evalDepth > 0 ? 'eval: ' : ''}Syntax error: ${dashReason(source.text, error)}\n`;
    }
  }
}

/** `while a; done`: the word that came too early, where the parser only missed the other one. */
function early(text: string, { message, pos }: ParseFailure): number | undefined {
  const word = /^expected '(?:do|then)'/.test(message)
    ? /\b(?:done|fi|esac)$/.exec(text.slice(0, pos))
    : null;
  if (word) return pos - word[0].length;
  // `for i in 1 2; echo $i`: the parser took in more than the word that should have been `do`.
  const instead = /^expected 'do'/.test(message)
    ? /\bfor\s+\w+(?:\s+in\b[^;\n]*)?[;\n]\s*(?!do\b)([^\s;]+)[^;\n]*$/.exec(text.slice(0, pos))
    : null;
  return instead?.[1] === undefined
    ? undefined
    : pos - instead[0].length + instead[0].indexOf(instead[1], instead[0].search(/[;\n]/));
}

function bashError(shell: Interpreter, source: SourceText, found: ParseFailure): string {
  const tooEarly = early(source.text, found);
  const error = tooEarly === undefined ? found : { message: 'unexpected token', pos: tooEarly };
  const { state, options } = shell;
  const evaluated =
    state.evalDepth > 0 ? 'eval: ' : state.sourceKind === 'command' && !source.name ? '-c: ' : '';
  const name = source.name ?? state.name;
  const prefix = (line: number): string =>
    options.interactive && !source.name ? `${name}: ` : `${name}: ${evaluated}line ${line}: `;
  const end = source.text.trimEnd().length;
  if (/to close '\[\['/.test(error.message) && error.pos >= end)
    return `${prefix(source.lineAt(error.pos))}unexpected EOF while looking for \`]]'\n`;
  const afterEnd = source.lineAt(end) + 1;
  const open = matchFor(source.text, error);
  if (open) {
    const line = /substitution/.test(error.message) ? afterEnd : source.lineAt(error.pos);
    return `${prefix(line)}unexpected EOF while looking for matching \`${open}'\n`;
  }
  const redirect = /redirect target/.test(error.message);
  if (error.pos >= end && !redirect && !/^unexpected/.test(error.message))
    return `${prefix(afterEnd)}syntax error: unexpected end of file\n`;
  const line = source.lineAt(error.pos);
  const lineText =
    source.text.slice(0, error.pos).split('\n').at(-1) + (source.text.slice(error.pos).split('\n')[0] ?? '');
  const near = `${prefix(line)}syntax error near unexpected token \`${tokenAt(source.text, error.pos)}'\n`;
  return options.interactive && !source.name ? near : `${near}${prefix(line)}\`${lineText}'\n`;
}

/** What closes the quote or bracket that was left open. */
function matchFor(text: string, { message, pos }: ParseFailure): string | undefined {
  if (!/^unterminated/i.test(message)) return undefined;
  if (/single/.test(message)) return "'";
  if (/double/.test(message)) return '"';
  if (/backtick/.test(message)) return '`';
  if (/parameter/.test(message)) return '}';
  return /glob|substitution|arithmetic|array/.test(message) || text[pos] === '(' ? ')' : undefined;
}

function ashLine(shell: Interpreter, source: SourceText, error: ParseFailure): string {
  return shell.state.sourceKind === 'file' ? `line ${source.lineAt(error.pos)}: ` : '';
}

function ashReason(text: string, error: ParseFailure): string {
  if (/redirection$/.test(error.message)) return error.message;
  if (/quote/i.test(error.message)) return 'unterminated quoted string';
  const expecting = expected(error, text);
  if (error.pos >= text.trimEnd().length && !/^unexpected/.test(error.message))
    return `unexpected end of file${expecting ? ` (expecting "${expecting}")` : ''}`;
  return `unexpected "${tokenAt(text, error.pos)}"`;
}

function dashReason(text: string, error: ParseFailure): string {
  if (/redirection$/.test(error.message)) return 'redirection unexpected';
  if (/quote/i.test(error.message)) return 'Unterminated quoted string';
  if (/backtick/.test(error.message)) return 'EOF in backquote substitution';
  const expecting = expected(error, text);
  if (/redirect target/.test(error.message)) return 'newline unexpected';
  if (error.pos >= text.trimEnd().length && !/^unexpected/.test(error.message))
    return `end of file unexpected${expecting ? ` (expecting "${expecting}")` : ''}`;
  const token = tokenAt(text, error.pos);
  return `${token === 'newline' ? 'newline' : `"${token}"`} unexpected`;
}

function expected({ message }: ParseFailure, text: string): string | undefined {
  if (/'esac'/.test(message)) return /;;\s*$|\bin\s*$/.test(text) ? ')' : ';;';
  const named = /^expected '([^']+)'/.exec(message)?.[1];
  if (named) return named;
  const after = /after '(then|else|do|if|elif|while)'/.exec(message)?.[1];
  if (after) return { then: 'fi', else: 'fi', do: 'done', if: 'then', elif: 'then', while: 'do' }[after];
  if (/brace group/.test(message)) return '}';
  return /substitution|subshell/.test(message) ? ')' : undefined;
}

function tokenAt(source: string, pos: number): string {
  const rest = source.slice(pos).replace(/^[ \t]+/, '');
  if (rest.startsWith('\n') || rest === '') return 'newline';
  return /^(?:&&|\|\||;;&|;;|;&|[;&|()<>]|[^\s;&|()<>]+)/.exec(rest)?.[0] ?? 'newline';
}
