/** A piece of a text put in the place of another. Lines and columns 1-based, the end exclusive. */
export interface TextEdit {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  text: string;
}

/** Replaces a part of one line. `column` is 0-based, as from a search. */
export function replaceInLine(line: number, column: number, length: number, text: string): TextEdit {
  return { startLine: line, startColumn: column + 1, endLine: line, endColumn: column + length + 1, text };
}

/** Takes whole lines away, with their ends. */
export function deleteLines(startLine: number, endLine: number): TextEdit {
  return { startLine, startColumn: 1, endLine: endLine + 1, endColumn: 1, text: '' };
}

/** The text with edits made that don't overlap, all of them given in the lines and columns of the text as it was. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = (line: number, column: number): number =>
    Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
  return edits
    .map((edit) => ({
      from: offset(edit.startLine, edit.startColumn),
      to: offset(edit.endLine, edit.endColumn),
      text: edit.text,
    }))
    .sort((a, b) => b.from - a.from)
    .reduce((now, edit) => now.slice(0, edit.from) + edit.text + now.slice(edit.to), text);
}
