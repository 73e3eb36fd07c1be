import { tableOf } from '../../../lib/table.ts';
import { calleeBefore } from './source-words.ts';
import { v8Message, type Place } from './v8-words.ts';
import type { ErrorWords } from './program-error.ts';

/** Columns that the wrapper around a CommonJS module takes from its first line. */
export const MODULE_HEAD = '(function (exports, require, module, __filename, __dirname) { ';

/** A line of QuickJS's backtrace. */
interface Frame {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What programs are made of, by file name. */
export interface Sources {
  lines(file: string): readonly string[] | undefined;
  /** Columns that are ours on the first line. */
  head(file: string): number;
  /** What evaluated code is called. */
  readonly evaluated: string;
}

/** Functions of the language by the words V8 has for them. */
const NATIVE: Readonly<Record<string, string>> = tableOf({
  parse: 'JSON.parse', stringify: 'JSON.stringify', Promise: 'new Promise', map: 'Array.map', forEach: 'Array.forEach', filter: 'Array.filter',
  reduce: 'Array.reduce', find: 'Array.find', some: 'Array.some', every: 'Array.every', sort: 'Array.sort', flatMap: 'Array.flatMap',
  keys: 'Object.keys', entries: 'Object.entries', repeat: 'String.repeat', Map: 'new Map', Set: 'new Set', Array: 'new Array', next: 'Generator.next',
}); // prettier-ignore

const MOST_FRAMES = 10;

/** An error in V8's words, and where it stands if it is one of syntax. */
export interface Reworded {
  readonly words: ErrorWords;
  readonly place: string | undefined;
}

/** QuickJS's message and stack → V8's. */
export function rewordError(error: ErrorWords, sources: Sources): Reworded {
  const frames = parseFrames(error.stack, sources);
  const pseudo = frames[0]?.name === '' && error.name === 'SyntaxError' ? frames.shift() : undefined;
  const first = pseudo ?? frames.find((frame) => frame.file !== 'native');
  const native = frames[0]?.file === 'native' ? frames[0].name : undefined;
  const message = classCalled(error, frames, sources) ?? v8Message(error.name, error.message, placeOf(first, sources), native);
  const name = error.name === 'InternalError' ? 'RangeError' : error.name;
  const head = name === '' ? message : message === '' ? name : `${name}: ${message}`;
  const shown = frames.filter((frame) => !HIDDEN.test(frame.file)).slice(0, MOST_FRAMES);
  const stack = [head, ...shown.map((frame) => formatFrame(frame, sources))].join('\n');
  const lines = pseudo && sources.lines(pseudo.file);
  const isBeyond = pseudo !== undefined && lines !== undefined && pseudo.line > lines.length;
  if (isBeyond && /^unexpected token/.test(error.message)) return endOfInput(error, shown, sources, pseudo, lines);
  const place = pseudo && pseudo.file !== '<input>' ? `${pseudo.file}:${pseudo.line}:${pseudo.column}` : undefined;
  return { words: { name, message, stack }, place };
} // prettier-ignore

/** A class called without `new`: its name stands where the caller is. */
function classCalled(
  { message }: ErrorWords,
  frames: readonly Frame[],
  sources: Sources,
): string | undefined {
  if (message !== "class constructors must be invoked with 'new'") return undefined;
  const caller = placeOf(frames[1], sources);
  return caller && `Class constructor ${calleeBefore(caller)} cannot be invoked without 'new'`;
}

/** The text ended where more had to come: what is behind it is ours. */
function endOfInput(error: ErrorWords, shown: readonly Frame[], sources: Sources, { file }: Frame, lines: readonly string[]): Reworded {
  const message = 'Unexpected end of input';
  const stack = [`${error.name}: ${message}`, ...shown.map((frame) => formatFrame(frame, sources))].join('\n');
  const last = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const column = (lines[last - 1]?.length ?? 0) + 1;
  return { words: { name: error.name, message, stack }, place: `${file}:${Math.max(1, last)}:${column}` };
} // prettier-ignore

/** Files of ours whose frames say nothing to a learner: they stand where V8 has C++. */
const HIDDEN = /^node:internal\/(?:boot|turn|errors)/;

function parseFrames(stack: string, sources: Sources): Frame[] {
  return stack.split('\n').flatMap((text) => {
    const native = /^ {4}at (\S+) \(native\)$/.exec(text);
    if (native && /^(?:call|apply|eval)$/.test(native[1] ?? '')) return [];
    if (native) return [{ name: native[1] ?? '', file: 'native', line: 0, column: 0 }];
    const match =
      /^ {4}at (.*?) \((.*?)(?::(\d+))?(?::(\d+))?\)$/.exec(text) ?? /^ {4}at ()(.*?)(?::(\d+))?(?::(\d+))?$/.exec(text); // prettier-ignore
    if (!match) return [];
    const [, name = '', file = '', line = '0', column = '0'] = match;
    return [placed({ name, file, line: Number(line), column: Number(column) }, sources)];
  });
}

/** Without what is ours on the first line, and with the name that evaluated code has. */
function placed(frame: Frame, sources: Sources): Frame {
  if (/^<(?:input|evalScript)>$/.test(frame.file)) return { ...frame, file: sources.evaluated };
  if (frame.line !== 1) return frame;
  const column = frame.column - sources.head(frame.file);
  return column > 0 ? { ...frame, column } : frame;
}

function placeOf(frame: Frame | undefined, sources: Sources): Place | undefined {
  if (!frame || frame.line === 0) return undefined;
  const text = sources.lines(frame.file)?.[frame.line - 1];
  return text === undefined ? undefined : { line: frame.line, column: frame.column, text };
}

function formatFrame({ name, file, line, column: given }: Frame, sources: Sources): string {
  const column = v8Column(sources.lines(file)?.[line - 1], given);
  if (file === 'native') return `    at ${NATIVE[name] ?? name} (<anonymous>)`;
  const place = `${file}:${line}:${column}`;
  return name === '<anonymous>' || name === '<eval>' || name === '' ? `    at ${place}` : `    at ${name} (${place})`;
} // prettier-ignore

/** V8 has the place of a call's name, or of `new`, where QuickJS has that of the bracket; of a property's name instead of the dot. */
function v8Column(text: string | undefined, column: number): number {
  if (text === undefined) return column;
  const at = column - 1;
  if (text[at] === '.') return column + 1;
  if (text[at] !== '(') return column;
  const before = text.slice(0, at);
  const name = /(?:\bnew\s+[\w$.]+|[\w$#]+)\s*$/.exec(before);
  return name ? name.index + 1 : column;
}
