/** A line of an nginx configuration: `name args… ;` or with a block. */
export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly block?: readonly Directive[];
  readonly file: string;
  readonly line: number;
}

/** The configuration is wrong; the message is nginx's behind `[emerg]`. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

interface Token {
  readonly text: string;
  readonly line: number;
  readonly special: boolean;
}

/** Reads the text of a file; `include` gives the directives of the files a pattern names. @throws ConfigError @see nginx ngx_conf_file.c */
export function parseConfig(
  text: string,
  file: string,
  include: (pattern: string, from: Directive) => readonly Directive[],
): Directive[] {
  const tokens = tokenize(text, file);
  let at = 0;
  const block = (nested: boolean): Directive[] => {
    const directives: Directive[] = [];
    for (;;) {
      const first = tokens[at];
      if (!first) {
        if (nested)
          throw new ConfigError(
            `unexpected end of file, expecting "}" in ${file}:${text.split('\n').length}`,
          );
        return directives;
      }
      if (first.special && first.text === '}') {
        if (!nested) throw new ConfigError(`unexpected "}" in ${file}:${first.line}`);
        at++;
        return directives;
      }
      if (first.special) throw new ConfigError(`unexpected "${first.text}" in ${file}:${first.line}`);
      directives.push(...directive());
    }
  };
  const directive = (): readonly Directive[] => {
    const words: string[] = [];
    const { line } = tokens[at] as Token;
    let end = tokens[at];
    for (; end && !end.special; end = tokens[++at]) words.push(end.text);
    if (!end)
      throw new ConfigError(
        `unexpected end of file, expecting ";" or "}" in ${file}:${text.split('\n').length}`,
      );
    const [name = '', ...args] = words;
    if (end.text === '}') throw new ConfigError(`unexpected "}" in ${file}:${end.line}`);
    at++;
    const base = { name, args, file, line };
    if (end.text === '{') return [{ ...base, block: block(true) }];
    return name === 'include' ? include(args[0] ?? '', base) : [base];
  };
  return block(false);
}

function tokenize(text: string, file: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (let at = 0; at < text.length;) {
    const char = text[at] ?? '';
    if (char === '\n') line++;
    if (/\s/.test(char)) at++;
    else if (char === '#') while (at < text.length && text[at] !== '\n') at++;
    else if (/[;{}]/.test(char)) {
      tokens.push({ text: char, line, special: true });
      at++;
    } else if (char === '"' || char === "'") {
      const end = closingQuote(text, at);
      if (end < 0)
        throw new ConfigError(
          `unexpected end of file, expecting ";" or "}" in ${file}:${text.split('\n').length}`,
        );
      tokens.push({
        text: text
          .slice(at + 1, end)
          .replace(/\\(["'\\])/g, '$1')
          .replace(/\\n/g, '\n')
          .replace(/\\t/g, '\t'),
        line,
        special: false,
      });
      line += text.slice(at, end).split('\n').length - 1;
      at = end + 1;
    } else {
      const word = /^(?:\\[^]|\$\{[^}]*\}|[^\s;{}])+/.exec(text.slice(at))?.[0] ?? char;
      tokens.push({ text: word, line, special: false });
      at += word.length;
    }
  }
  return tokens;
}

function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[open]) return at;
  }
  return -1;
}
