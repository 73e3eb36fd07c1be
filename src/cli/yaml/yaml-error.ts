/** What go-yaml finds wrong with a text. */
export interface YamlFault {
  readonly problem: string;
  /** From 1. */
  readonly line: number;
  /** Where began what was being read, whose line is the one that is told; none where no line is. */
  readonly contextLine?: number;
  /** Its scanner counts lines from 1, its parser from 0. */
  readonly stage: 'scanner' | 'parser';
}

/** A text is no YAML; the message is that of go-yaml v3: `line 3: did not find expected key`. */
export class YamlSyntaxError extends Error {
  /** Where the problem is, from 1; the message tells another line now and then. */
  readonly line: number;

  constructor(fault: YamlFault) {
    const line = toldLine(fault);
    super(line === 0 ? fault.problem : `line ${line}: ${fault.problem}`);
    this.name = 'YamlSyntaxError';
    this.line = fault.line;
  }
}

/** A first line counts as none: then it is the line of the problem itself, if that is another. @see go-yaml/yaml v3 decode.go fail */
function toldLine({ stage, contextLine, line: own }: YamlFault): number {
  if (contextLine === undefined) return 0;
  const line = contextLine > 1 ? contextLine : own;
  return line === 1 ? 0 : stage === 'scanner' ? line : line - 1;
}

/** YAML that can't become a value; the message is go-yaml's. */
export class YamlConstructError extends Error {
  /** go-yaml reads on after an error of type, and tells those that it has found in a list. */
  readonly kind: 'type' | 'fatal';

  constructor(kind: 'type' | 'fatal', message: string) {
    super(message);
    this.name = 'YamlConstructError';
    this.kind = kind;
  }
}
