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
  columnAt(offset: number): number;
}

type Finding = Omit<YamlFault, 'at'> & { readonly offset: number };

/**
 * What go-yaml finds wrong where our parser finds these errors.
 * Simplified: for the mistakes that people make most; of others the words are our parser's.
 * @see go-yaml/yaml v3 scannerc.go, parserc.go
 */
export function findFault(text: string, errors: readonly YAMLParseError[], lines: LineCounter): YamlFault {
  const [first] = errors;
  const keyError = errors.find(({ code }) => code === 'MULTILINE_IMPLICIT_KEY');
  const place: Place = {
    text,
    message: first?.message ?? '',
    start: first?.pos[0] ?? 0,
    end: keyError?.pos[1] ?? first?.pos[1] ?? 0,
    lineAt: (offset) => Math.max(lines.linePos(offset).line, 1),
    columnAt: (offset) => Math.max(lines.linePos(offset).col - 1, 0),
  };
  const find = FINDERS[first?.code ?? ''] ?? asItIs;
  const { offset, ...fault } = findUnclosed(place) ?? find(place);
  return { ...fault, at: { line: place.lineAt(offset), column: place.columnAt(offset) } };
}

/** Quotes and brackets that nothing closes: told is where they open. */
function findUnclosed({ text, message, start, lineAt }: Place): Finding | undefined {
  const quote = /Missing closing (["'])/.exec(message)?.[1];
  if (quote !== undefined)
    return {
      problem: 'found unexpected end of stream',
      context: 'while scanning a quoted scalar',
      contextLine: lineAt(text.lastIndexOf(quote, start - 1)),
      stage: 'scanner',
      offset: start,
    };
  const close = /end with a ([\]}])/.exec(message)?.[1];
  if (close === undefined) return undefined;
  return {
    problem: `did not find expected ',' or '${close}'`,
    context: `while parsing a flow ${close === ']' ? 'sequence' : 'mapping'}`,
    contextLine: lineAt(unclosedBracket(text, start, close === ']' ? '[' : '{', close)),
    stage: 'parser',
    offset: start,
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

const cannotStart = ({ start, lineAt }: Place): Finding => ({
  problem: 'found character that cannot start any token',
  context: 'while scanning for the next token',
  contextLine: lineAt(start),
  stage: 'scanner',
  offset: start,
});

/** A key that isn't one: told is where its colon stands. */
const noMapping = ({ start, end, lineAt }: Place): Finding => ({
  problem: 'mapping values are not allowed in this context',
  contextLine: lineAt(end),
  stage: 'scanner',
  offset: start,
});

/** Something stands where the next item of a block should. */
function noItem(place: Place): Finding {
  const { text, start, columnAt } = place;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1).split('\n')[0] ?? '';
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  const block = openBlock(text.slice(0, start), Math.max(indent, columnAt(start)));
  return {
    problem: block.kind === 'sequence' ? "did not find expected '-' indicator" : 'did not find expected key',
    context: `while parsing a block ${block.kind === 'sequence' ? 'collection' : 'mapping'}`,
    contextLine: block.line,
    stage: 'parser',
    offset: start,
  };
}

function noToken(place: Place): Finding {
  const { text, message, start, lineAt } = place;
  const isInFlow = /in flow (?:sequence|map)/.test(message);
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (!isInFlow && !/[:-]\s*$/.test(before)) return noItem(place);
  return {
    problem: 'did not find expected node content',
    context: `while parsing a ${isInFlow ? 'flow' : 'block'} node`,
    contextLine: lineAt(start),
    stage: 'parser',
    offset: start,
  };
}

const scanned =
  (problem: string, context: string) =>
  ({ start, lineAt }: Place): Finding => ({
    problem,
    context,
    contextLine: lineAt(start),
    stage: 'scanner',
    offset: start,
  });

const asItIs = ({ message, start, lineAt }: Place): Finding => ({
  problem: message.split('\n')[0]?.replace(/ at line.*$/, '') ?? '',
  contextLine: lineAt(start),
  stage: 'scanner',
  offset: start,
});

/** By the codes of our parser. */
const FINDERS: Readonly<Record<string, (place: Place) => Finding>> = {
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
