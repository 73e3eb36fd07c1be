/** A place in a text: lines from 1, columns from 0. */
export interface YamlMark {
  readonly line: number;
  readonly column: number;
}

/** What go-yaml finds wrong with a text. */
export interface YamlFault {
  readonly problem: string;
  readonly at: YamlMark;
  /** What was being read. */
  readonly context?: string;
  /** Where that began, whose line is the one that is told; none where no line is. */
  readonly contextAt?: YamlMark;
  /** Its scanner counts lines from 1, its parser from 0. */
  readonly stage: 'scanner' | 'parser';
}

/** A text is no YAML; the message is that of go-yaml v3: `line 3: did not find expected key`. */
export class YamlSyntaxError extends Error {
  readonly #fault: YamlFault;

  constructor(fault: YamlFault) {
    const line = toldLine(fault);
    super(line === 0 ? fault.problem : `line ${line}: ${fault.problem}`);
    this.name = 'YamlSyntaxError';
    this.#fault = fault;
  }

  /** As go-yaml v4 words it, with what was being read: `while parsing a flow sequence at line 2, column 9: line 3: …`. @see go-yaml/yaml v4 internal/libyaml/errors.go MarkedYAMLError */
  inContext(): string {
    const { at, context, contextAt = at, problem } = this.#fault;
    const place = markText(at);
    if (context === undefined) return `${place}: ${problem}`;
    const began = markText(contextAt);
    return `${context} at ${began}: ${began === place ? '' : `${place}: `}${problem}`;
  }
}

function markText({ line, column }: YamlMark): string {
  return `line ${line}${column > 0 ? `, column ${column}` : ''}`;
}

/** A first line counts as none: then it is the line of the problem itself, if that is another. @see go-yaml/yaml v3 decode.go fail */
function toldLine({ stage, contextAt, at }: YamlFault): number {
  if (contextAt === undefined) return 0;
  const line = contextAt.line > 1 ? contextAt.line : at.line;
  return line === 1 ? 0 : stage === 'scanner' ? line : line - 1;
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
