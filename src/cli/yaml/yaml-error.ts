import type { LineCounter, YAMLParseError } from 'yaml';

/** A place in a text: lines from 1, columns from 0. */
export interface YamlMark {
  readonly line: number;
  readonly column: number;
}

/** A text is no YAML; the message is that of go-yaml v3: `line 3: did not find expected key`. */
export class YamlSyntaxError extends Error {
  readonly #problem: string;
  readonly #mark: YamlMark;
  readonly #context: string;

  constructor(problem: string, mark: YamlMark, context = '') {
    super(`line ${mark.line}: ${problem}`);
    this.name = 'YamlSyntaxError';
    this.#problem = problem;
    this.#mark = mark;
    this.#context = context;
  }

  /** As go-yaml v4 words it, with what was being read: `while scanning for the next token at line 2: …`. @see go-yaml/yaml v4 yaml.go MarkedYAMLError */
  inContext(): string {
    const { line, column } = this.#mark;
    const place = `line ${line}${column > 0 ? `, column ${column}` : ''}`;
    return `${this.#context === '' ? '' : `${this.#context} at `}${place}: ${this.#problem}`;
  }
}

/** YAML that can't become a value; the message is go-yaml's, without the place. */
export class YamlConstructError extends Error {
  /** Of the node that was read. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = 'YamlConstructError';
    this.line = line;
  }
}

/** What go-yaml finds wrong where our parser finds this, and what it was reading then. */
const WORDS: Readonly<Record<string, readonly [problem: string, context?: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: ['mapping values are not allowed in this context'],
  TAB_AS_INDENT: ['found character that cannot start any token', 'while scanning for the next token'],
  BAD_INDENT: ['did not find expected key', 'while parsing a block mapping'],
  BAD_COLLECTION_TYPE: ['did not find expected key', 'while parsing a block mapping'],
  BLOCK_IN_FLOW: ["did not find expected ',' or '}'", 'while parsing a flow mapping'],
  MULTILINE_IMPLICIT_KEY: ["could not find expected ':'", 'while scanning a simple key'],
  MISSING_CHAR: ["could not find expected ':'", 'while scanning a simple key'],
  UNEXPECTED_TOKEN: ['did not find expected key', 'while parsing a block mapping'],
  BAD_DQ_ESCAPE: ['found unknown escape character', 'while parsing a quoted scalar'],
  BAD_ALIAS: ['did not find expected alphabetic or numeric character', 'while scanning an alias'],
};

/**
 * What our parser found wrong, in go-yaml's words.
 * Simplified: the place is where our parser stopped; the real one tells where it began, too.
 */
export function syntaxError({ code, message, pos }: YAMLParseError, lines: LineCounter): YamlSyntaxError {
  const { line, col } = lines.linePos(pos[0]);
  const [problem, context] = wordsFor(code, message);
  return new YamlSyntaxError(problem, { line: Math.max(line, 1), column: Math.max(col - 1, 0) }, context);
}

function wordsFor(code: string, message: string): readonly [problem: string, context?: string] {
  if (/Missing closing ["']/.test(message))
    return ['found unexpected end of stream', 'while scanning a quoted scalar'];
  const close = /must end with a ([\]}])/.exec(message)?.[1];
  if (close)
    return [
      `did not find expected ',' or '${close}'`,
      `while parsing a flow ${close === ']' ? 'sequence' : 'mapping'}`,
    ];
  return WORDS[code] ?? [message.split('\n')[0]?.replace(/ at line.*$/, '') ?? ''];
}
