import type { LineCounter, YAMLParseError } from 'yaml';
import { openBlock } from './open-block.ts';
import type { YamlFault } from './yaml-error.ts';

/** What is known of the place of an error. */
interface Place {
  readonly text: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  lineAt(offset: number): number;
}

/**
 * What go-yaml finds wrong where our parser finds these errors.
 * Simplified: for the mistakes that people make most; of others the words are our parser's.
 * @see go-yaml/yaml v3 scannerc.go, parserc.go
 */
export function findFault(text: string, errors: readonly YAMLParseError[], lines: LineCounter): YamlFault {
  const [first] = errors;
  const keyError = errors.find(({ code }) => code === 'MULTILINE_IMPLICIT_KEY');
  const start = first?.pos[0] ?? 0;
  const place: Place = {
    text,
    message: first?.message ?? '',
    start,
    end: keyError?.pos[1] ?? start + Math.max(text.slice(start).search(/:(?:\s|$)/), 0),
    lineAt: (offset) => Math.max(lines.linePos(offset).line, 1),
  };
  return findUnclosed(place) ?? (FINDERS[first?.code ?? ''] ?? asItIs)(place);
}

/** Quotes and brackets that nothing closes: told is where they open. */
function findUnclosed({ text, message, start, lineAt }: Place): YamlFault | undefined {
  const quote = /Missing closing (["'])/.exec(message)?.[1];
  if (quote !== undefined)
    return {
      problem: 'found unexpected end of stream',
      contextLine: lineAt(text.lastIndexOf(quote, start - 1)),
      stage: 'scanner',
      line: lineAt(start),
    };
  const close = /end with a ([\]}])/.exec(message)?.[1];
  if (close === undefined) return undefined;
  return {
    problem: `did not find expected ',' or '${close}'`,
    contextLine: lineAt(unclosedBracket(text, start, close === ']' ? '[' : '{', close)),
    stage: 'parser',
    line: lineAt(start),
  };
}

function unclosedBracket(text: string, before: number, open: string, close: string): number {
  let closed = 0;
  for (let at = before - 1; at >= 0; at--) {
    if (text[at] === close) closed++;
    if (text[at] === open && closed-- === 0) return at;
  }
  return before;
}

const cannotStart = ({ start, lineAt }: Place): YamlFault => ({
  problem: 'found character that cannot start any token',
  contextLine: lineAt(start),
  stage: 'scanner',
  line: lineAt(start),
});

/** A key that isn't one: told is where its colon stands. */
const noMapping = ({ end, lineAt }: Place): YamlFault => ({
  problem: 'mapping values are not allowed in this context',
  contextLine: lineAt(end),
  stage: 'scanner',
  line: lineAt(end),
});

/** Something stands where the next item of a block should. */
function noItem(place: Place): YamlFault {
  const { text, start, lineAt } = place;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^ */.exec(text.slice(lineStart))?.[0].length ?? 0;
  const token = Math.max(start, lineStart + indent);
  const block = openBlock(text.slice(0, start), token - lineStart);
  return {
    problem: block.kind === 'sequence' ? "did not find expected '-' indicator" : 'did not find expected key',
    contextLine: block.line,
    stage: 'parser',
    line: lineAt(token),
  };
}

function noToken(place: Place): YamlFault {
  const { text, message, start, lineAt } = place;
  const isInFlow = /in flow (?:sequence|map)/.test(message);
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (!isInFlow && !/[:-]\s*$/.test(before)) return noItem(place);
  return {
    problem: 'did not find expected node content',
    contextLine: lineAt(start),
    stage: 'parser',
    line: lineAt(start),
  };
}

const scanned =
  (problem: string) =>
  ({ start, lineAt }: Place): YamlFault => ({
    problem,
    contextLine: lineAt(start),
    stage: 'scanner',
    line: lineAt(start),
  });

const asItIs = ({ message, start, lineAt }: Place): YamlFault => ({
  problem: message.split('\n')[0]?.replace(/ at line.*$/, '') ?? '',
  contextLine: lineAt(start),
  stage: 'scanner',
  line: lineAt(start),
});

/** By the codes of our parser. */
const FINDERS: Readonly<Record<string, (place: Place) => YamlFault>> = {
  BAD_SCALAR_START: cannotStart,
  TAB_AS_INDENT: cannotStart,
  MULTILINE_IMPLICIT_KEY: noMapping,
  BLOCK_AS_IMPLICIT_KEY: (place) => (place.message.startsWith('A block') ? noItem(place) : noMapping(place)),
  BAD_INDENT: noItem,
  BAD_COLLECTION_TYPE: noItem,
  UNEXPECTED_TOKEN: noToken,
  BLOCK_IN_FLOW: noToken,
  MISSING_CHAR: scanned("could not find expected ':'"),
  BAD_DQ_ESCAPE: scanned('found unknown escape character'),
  BAD_ALIAS: scanned('did not find expected alphabetic or numeric character'),
};
