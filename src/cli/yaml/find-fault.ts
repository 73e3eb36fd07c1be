import type { LineCounter, YAMLParseError } from 'yaml';
import { openBlock } from './open-block.ts';
import type { YamlFault, YamlMark } from './yaml-error.ts';

/** What is known of the place of an error. */
interface Place {
  readonly text: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  markAt(offset: number): YamlMark;
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
    markAt: (offset) => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col - 1, 0) };
    },
  };
  return findUnclosed(place) ?? (FINDERS[first?.code ?? ''] ?? asItIs)(place);
}

/** Quotes and brackets that nothing closes: told is where they open. */
function findUnclosed({ text, message, start, markAt }: Place): YamlFault | undefined {
  const quote = /Missing closing (["'])/.exec(message)?.[1];
  if (quote !== undefined)
    return {
      problem: 'found unexpected end of stream',
      context: 'while scanning a quoted scalar',
      contextAt: markAt(text.lastIndexOf(quote, start - 1)),
      stage: 'scanner',
      at: markAt(start),
    };
  const close = /end with a ([\]}])/.exec(message)?.[1];
  if (close === undefined) return undefined;
  return {
    problem: `did not find expected ',' or '${close}'`,
    context: `while parsing a flow ${close === ']' ? 'sequence' : 'mapping'}`,
    contextAt: markAt(unclosedBracket(text, start, close === ']' ? '[' : '{', close)),
    stage: 'parser',
    at: markAt(start),
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

const cannotStart = ({ start, markAt }: Place): YamlFault => ({
  problem: 'found character that cannot start any token',
  context: 'while scanning for the next token',
  contextAt: markAt(start),
  stage: 'scanner',
  at: markAt(start),
});

/** A key that isn't one: told is where its colon stands. */
const noMapping = ({ end, markAt }: Place): YamlFault => ({
  problem: 'mapping values are not allowed in this context',
  contextAt: markAt(end),
  stage: 'scanner',
  at: markAt(end),
});

/** Something stands where the next item of a block should. */
function noItem(place: Place): YamlFault {
  const { text, start, markAt } = place;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^ */.exec(text.slice(lineStart))?.[0].length ?? 0;
  const token = Math.max(start, lineStart + indent);
  const block = openBlock(text.slice(0, start), token - lineStart);
  return {
    problem: block.kind === 'sequence' ? "did not find expected '-' indicator" : 'did not find expected key',
    context: `while parsing a block ${block.kind === 'sequence' ? 'collection' : 'mapping'}`,
    contextAt: { line: block.line, column: block.indent },
    stage: 'parser',
    at: markAt(token),
  };
}

function noToken(place: Place): YamlFault {
  const { text, message, start, markAt } = place;
  const isInFlow = /in flow (?:sequence|map)/.test(message);
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (!isInFlow && !/[:-]\s*$/.test(before)) return noItem(place);
  return {
    problem: 'did not find expected node content',
    context: `while parsing a ${isInFlow ? 'flow' : 'block'} node`,
    contextAt: markAt(start),
    stage: 'parser',
    at: markAt(start),
  };
}

const scanned =
  (problem: string, context: string) =>
  ({ start, markAt }: Place): YamlFault => ({
    problem,
    context,
    contextAt: markAt(start),
    stage: 'scanner',
    at: markAt(start),
  });

const asItIs = ({ message, start, markAt }: Place): YamlFault => ({
  problem: message.split('\n')[0]?.replace(/ at line.*$/, '') ?? '',
  contextAt: markAt(start),
  stage: 'scanner',
  at: markAt(start),
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
  MISSING_CHAR: scanned("could not find expected ':'", 'while scanning a simple key'),
  BAD_DQ_ESCAPE: scanned('found unknown escape character', 'while parsing a quoted scalar'),
  BAD_ALIAS: scanned('did not find expected alphabetic or numeric character', 'while scanning an alias'),
};
