/** A piece of a lesson's text: prose to render, or a block of commands to type. */
export type LessonPiece = { kind: 'prose'; markdown: string } | { kind: 'commands'; text: string };

const FENCE = /^```(?:sh|bash|shell|console)\s*\n([\s\S]*?)^```[ \t]*$/gm;

/** Splits Markdown at its blocks of shell commands, which get a button of their own. */
export function splitCode(markdown: string): LessonPiece[] {
  const pieces: LessonPiece[] = [];
  let end = 0;
  for (const match of markdown.matchAll(FENCE)) {
    pieces.push({ kind: 'prose', markdown: markdown.slice(end, match.index) });
    pieces.push({ kind: 'commands', text: (match[1] ?? '').replace(/^\$ /gm, '').trimEnd() });
    end = match.index + match[0].length;
  }
  pieces.push({ kind: 'prose', markdown: markdown.slice(end) });
  return pieces.filter((piece) => piece.kind === 'commands' || piece.markdown.trim() !== '');
}
