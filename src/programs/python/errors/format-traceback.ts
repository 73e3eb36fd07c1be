import { parseFrames, type Frame } from './frames.ts';
import { locate, type Evidence, type Range } from './locate.ts';
import { placeOf, type Source } from './sources.ts';

/** An error as Python's side tells it. */
export interface ErrorRecord {
  /** MicroPython's own traceback. */
  readonly raw: string;
  readonly name: string;
  readonly text: string;
  readonly notes: readonly string[];
  /** How the next one of the list is related: it was its cause, or being handled. */
  readonly link: '' | 'cause' | 'context';
}

const LINKS = {
  '': '',
  cause: '\nThe above exception was the direct cause of the following exception:\n\n',
  context: '\nDuring handling of the above exception, another exception occurred:\n\n',
};

/** Repeated frames are counted from here on. @see traceback.py, _RECURSIVE_CUTOFF */
const CUTOFF = 3;

/** A traceback as CPython 3.12 prints it; the first error is the one that was raised last. */
export function formatTraceback(errors: readonly ErrorRecord[], find: (path: string) => Source | undefined): string {
  return [...errors]
    .reverse()
    .map((error) => `${LINKS[error.link]}${formatError(error, find)}`)
    .join('');
} // prettier-ignore

function formatError(error: ErrorRecord, find: (path: string) => Source | undefined): string {
  const frames = parseFrames(error.raw);
  const told = frames.map((frame, index) => {
    const evidence = { called: frames[index + 1]?.name, type: error.name, text: error.text };
    return formatFrame(frame, evidence, find(frame.path));
  });
  const header = frames.length > 0 ? 'Traceback (most recent call last):\n' : '';
  const last = error.text === '' ? error.name : `${error.name}: ${error.text}`;
  return `${header}${collapse(told).join('')}${[last, ...error.notes].join('\n')}\n`;
}

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

function formatFrame(frame: Frame, evidence: Evidence, source: Source | undefined): string {
  const name = frame.name ? `, in ${frame.name}` : '';
  if (!source) return `  File "${frame.path}", line ${frame.line}${name}\n`;
  const line = source.lineOf(frame.line);
  const range = locate(source, line, frame.name, evidence);
  const shown = range ? placeOf(source, range.from).line : line;
  const text = source.lines[shown - 1] ?? '';
  const head = `  File "${frame.path}", line ${shown}${name}\n`;
  if (source.path.startsWith('<') || text.trim() === '') return head;
  const carets = range ? caretLine(source, text, range) : '';
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
