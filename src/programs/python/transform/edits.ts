/** A piece of the source and what stands there instead. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text with edits made. */
export interface Edited {
  readonly code: string;
  /** For each of its lines the line of the source, both from 1; the first entry is not used. */
  readonly lines: readonly number[];
}

/** Makes edits between two places. Edits at one place apply in the order they were made, an edit within another is dropped. */
export function applyEdits(source: string, edits: readonly Edit[], start = 0, end = source.length): Edited {
  const ordered = edits.map((edit, index) => ({ ...edit, index }));
  ordered.sort((a, b) => a.from - b.from || a.index - b.index);
  const pieces: string[] = [];
  const lines = [0, 1];
  let at = start;
  let line = 1;
  const copy = (to: number): void => {
    if (to <= at) return;
    const text = source.slice(at, to);
    pieces.push(text);
    for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) lines.push(++line);
    at = to;
  };
  for (const { from, to, text } of ordered) {
    if (from < at) continue;
    copy(from);
    const last = line + count(source, from, to);
    for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) {
      if (line < last) line++;
      lines.push(line);
    }
    line = last;
    // A line whose beginning was put before it keeps its own number.
    pieces.push(text);
    at = to;
  }
  copy(end);
  return { code: pieces.join(''), lines };
}

function count(source: string, from: number, to: number): number {
  let lines = 0;
  for (let at = source.indexOf('\n', from); at >= 0 && at < to; at = source.indexOf('\n', at + 1)) lines++;
  return lines;
}
