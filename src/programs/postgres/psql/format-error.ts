import { textWidth } from '../../../lib/text-width.ts';
import type { ErrorFields } from '../messages.ts';

/** Columns of the excerpt, and what is kept to the right of the place. */
const EXCERPT = 60;
const RIGHT = 10;

/** An error or a notice as psql prints it, with the line of the query it is about. @see PostgreSQL's libpq, fe-protocol3.c */
export function formatError(fields: ErrorFields, query: string): string {
  const lines = [`${fields.get('S') ?? 'ERROR'}:  ${fields.get('M') ?? ''}`];
  const position = Number(fields.get('P') ?? fields.get('p') ?? 0);
  if (position > 0) lines.push(...excerpt(fields.has('P') ? query : (fields.get('q') ?? ''), position - 1));
  const internal = fields.get('q');
  for (const [letter, title] of [
    ['D', 'DETAIL'],
    ['H', 'HINT'],
    ['q', 'QUERY'],
    ['W', 'CONTEXT'],
  ] as const) {
    if (letter === 'q' && (internal === undefined || position > 0)) continue;
    // Where a notice came from is not shown.
    if (letter === 'W' && !/^(ERROR|FATAL|PANIC)$/.test(fields.get('V') ?? '')) continue;
    const text = fields.get(letter);
    if (text !== undefined) lines.push(`${title}:  ${text}`);
  }
  return `${lines.join('\n')}\n`;
}

/** `LINE 1: select …` and the caret below the place. */
function excerpt(query: string, at: number): string[] {
  const chars = [...query];
  const before = chars.slice(0, at);
  const number = before.filter((char) => char === '\n').length + 1;
  const lineStart = before.lastIndexOf('\n') + 1;
  const found = chars.indexOf('\n', at);
  const text = chars
    .slice(lineStart, found < 0 ? undefined : found)
    .map((char) => (char === '\t' ? ' ' : char));
  const place = Math.min(at - lineStart, text.length);
  const width = (from: number, to: number): number => textWidth(text.slice(from, to).join(''));
  let [from, to] = [0, text.length];
  if (width(0, to) > EXCERPT) {
    if (width(0, place) + RIGHT <= EXCERPT) while (width(from, to) > EXCERPT) to--;
    else {
      while (to > place && width(place, to) > RIGHT) to--;
      while (width(from, to) > EXCERPT) from++;
    }
  }
  const head = `LINE ${number}: ${from > 0 ? '...' : ''}`;
  const line = `${head}${text.slice(from, to).join('')}${to < text.length ? '...' : ''}`;
  return [line, `${' '.repeat(head.length + width(from, place))}^`];
}
