import type { YAMLParseError } from 'yaml';

/** A text is no YAML: `line 3: did not find expected key`, as go-yaml words it. */
export class YamlSyntaxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'YamlSyntaxError';
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

const WORDS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'mapping values are not allowed in this context',
  TAB_AS_INDENT: 'found character that cannot start any token',
  BAD_INDENT: 'did not find expected key',
  BAD_COLLECTION_TYPE: 'did not find expected key',
  BLOCK_IN_FLOW: "did not find expected ',' or '}'",
  MULTILINE_IMPLICIT_KEY: "could not find expected ':'",
  MISSING_CHAR: "could not find expected ':'",
  UNEXPECTED_TOKEN: 'did not find expected key',
  BAD_DQ_ESCAPE: 'found unknown escape character',
  BAD_ALIAS: 'did not find expected alphabetic or numeric character',
};

/** What our parser found wrong, in go-yaml's words. Simplified: the line is where our parser stopped. */
export function syntaxError({ code, message, linePos }: YAMLParseError): YamlSyntaxError {
  return new YamlSyntaxError(`line ${linePos?.[0].line ?? 1}: ${wordsFor(code, message)}`);
}

function wordsFor(code: string, message: string): string {
  if (/Missing closing ["']/.test(message)) return 'found unexpected end of stream';
  const close = /must end with a ([\]}])/.exec(message)?.[1];
  if (close) return `did not find expected ',' or '${close}'`;
  return WORDS[code] ?? message.split('\n')[0]?.replace(/ at line.*$/, '') ?? '';
}
