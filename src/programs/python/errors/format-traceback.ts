import { parseFrames, type Frame } from './frames.ts';
import { locate, type Evidence, type Range } from './locate.ts';
import { markedLines } from './marked-lines.ts';
import { placeOf, type Source } from './sources.ts';
import { suggestion } from './suggest.ts';
import type { PythonVersion } from '../versions.ts';

/** An error as Python's side tells it. */
export interface ErrorRecord {
  /** MicroPython's own traceback. */
  readonly raw: string;
  readonly name: string;
  readonly text: string;
  readonly notes: readonly string[];
  /** How the next one of the list is related: it was its cause, or being handled. */
  readonly link: '' | 'cause' | 'context';
  /** Of a group: its errors, each with what it came from. */
  readonly group?: readonly (readonly ErrorRecord[])[];
}

const LINKS = {
  '': '',
  cause: '\nThe above exception was the direct cause of the following exception:\n\n',
  context: '\nDuring handling of the above exception, another exception occurred:\n\n',
};

/** Repeated frames are counted from here on. @see traceback.py, _RECURSIVE_CUTOFF */
const CUTOFF = 3;

/** A traceback as CPython of the version prints it; the first error is the one that was raised last. */
export function formatTraceback(errors: readonly ErrorRecord[], version: PythonVersion, find: (path: string) => Source | undefined): string {
  return [...errors]
    .reverse()
    .map((error) => `${LINKS[error.link]}${formatError(error, version, find)}`)
    .join('');
} // prettier-ignore

function formatError(error: ErrorRecord, version: PythonVersion, find: (path: string) => Source | undefined): string {
  const frames = parseFrames(error.raw, version.minor);
  const told = frames.map((frame, index) => {
    const evidence = { called: frames[index + 1]?.name, type: error.name, text: error.text };
    return formatFrame(frame, evidence, version, find(frame.path));
  });
  const header = `${error.group ? 'Exception Group ' : ''}Traceback (most recent call last):\n`;
  const deepest = frames.at(-1);
  const source = deepest && find(deepest.path);
  const meant = suggestion(error.name, error.text, source, source?.lineOf(deepest?.line ?? 0) ?? 0, version, find);
  const words = wording(error, version) + meant;
  const last = words === '' ? error.name : `${error.name}: ${words}`;
  const own = `${frames.length > 0 ? header : ''}${collapse(told).join('')}${[last, ...error.notes].join('\n')}\n`;
  if (!error.group) return own;
  return formatGroup(own, error.group.map((one) => formatTraceback(one, version, find)));
} // prettier-ignore

/** What was said otherwise in another version. */
function wording({ text }: ErrorRecord, { minor }: PythonVersion): string {
  return minor < 11 ? text.replace(/^(string indices must be integers), not '\w+'$/, '$1') : text;
}

/** @see traceback.py, TracebackException.format: max_group_width */
const MOST_IN_GROUP = 15;

/** A group within a group has its own bars. */
const isGroup = (text: string): boolean => /^ {2}[|+] /.test(text);

function formatGroup(own: string, errors: readonly string[]): string {
  const shown = errors.slice(0, MOST_IN_GROUP);
  const left = errors.length - shown.length;
  const parts = shown.map((text, index) => {
    const rule = `${index === 0 ? '+-' : '  '}+---------------- ${index + 1} ----------------\n`;
    return `  ${rule}${isGroup(text) ? text.replace(/^ {2}\+ /, '  | ').replace(/^(?=.)/gm, '  ') : text.replace(/^(?=.)/gm, '    | ')}`;
  });
  const more = left > 0 ? `    +---------------- ... ----------------\n    | and ${left} more exception${left > 1 ? 's' : ''}\n` : '';
  const bars = own.replace(/^(?=.)/gm, '  | ').replace(/^ {2}\|(?= Exception Group)/, '  +');
  // The innermost group closes the bars of all that end with it.
  const end = more === '' && isGroup(shown.at(-1) ?? '') ? '' : '    +------------------------------------\n';
  return `${bars}${parts.join('')}${more}${end}`;
} // prettier-ignore

/** Frames that are the same again and again. */
function collapse(frames: readonly string[]): string[] {
  const result: string[] = [];
  let repeated = 0;
  for (const [index, frame] of frames.entries()) {
    repeated = frame === frames[index - 1] ? repeated + 1 : 0;
    if (repeated < CUTOFF) result.push(frame);
    if (repeated >= CUTOFF && frame !== frames[index + 1]) {
      const times = repeated - CUTOFF + 1;
      result.push(`  [Previous line repeated ${times} more time${times > 1 ? 's' : ''}]\n`);
    }
  }
  return result;
}

function formatFrame(
  frame: Frame,
  evidence: Evidence,
  { minor }: PythonVersion,
  source: Source | undefined,
): string {
  const name = frame.name ? `, in ${frame.name}` : '';
  if (!source) return `  File "${frame.path}", line ${frame.line}${name}\n`;
  const line = source.lineOf(frame.line);
  const range = locate(source, line, frame.name, evidence);
  const shown = range ? placeOf(source, range.from).line : line;
  const text = source.lines[shown - 1] ?? '';
  const head = `  File "${frame.path}", line ${shown}${name}\n`;
  if (source.path.startsWith('<') || text.trim() === '') return head;
  if (range && minor > 12) return head + markedLines(source, range);
  const carets = range && minor > 10 ? caretLine(source, text, range) : '';
  return `${head}    ${text.trim()}\n${carets}`;
}

/** The line of carets below a line of source; none where all of it is meant. @see traceback.py of 3.12, format_frame_summary */
function caretLine(source: Source, text: string, range: Range): string {
  const indentation = text.length - text.trimStart().length;
  const stripped = text.trim();
  const start = placeOf(source, range.from);
  const end = placeOf(source, range.to);
  const single = start.line === end.line;
  const from = start.column - indentation;
  const to = single ? end.column - indentation : stripped.length;
  const anchor = single ? range.anchor : undefined;
  if (to - from >= stripped.length && !anchor) return '';
  const marks = Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const at = range.from + index;
    return anchor && (at < anchor.from || at >= anchor.to) ? '~' : '^';
  });
  return `    ${' '.repeat(from)}${marks.join('')}\n`;
}
