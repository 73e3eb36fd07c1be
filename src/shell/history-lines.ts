import { parse } from 'unbash';

/** The lines of one command as the history keeps them: on one line where that means the same. @see bash(1) cmdhist */
export function joinHistoryLines(lines: readonly string[]): string {
  let text = lines[0] ?? '';
  for (const line of lines.slice(1)) {
    if (/(^|[^\\])(\\\\)*\\$/.test(text)) text = text.slice(0, -1) + line;
    else if (isInsideText(text)) text += `\n${line}`;
    else text += `${separator(text)}${line.trimStart()}`;
  }
  return text;
}

/** True where a quote is open or a here-document was begun. */
function isInsideText(text: string): boolean {
  if (/<<-?\s*\S/.test(text)) return true;
  return (parse(text).errors ?? []).some(
    ({ message }) => /^unterminated/i.test(message) && !/[({]/.test(message),
  );
}

/** A newline after an operator or a word that begins a list ends nothing. */
function separator(text: string): string {
  return /(?:^|[\s;&|])(?:do|then|else|elif|if|while|until|in|!)\s*$|[;&|({]\s*$/.test(text) ||
    text.trim() === ''
    ? ' '
    : '; ';
}
