const LINK = /https?:\/\/[^\s"'<>`]+/g;
/** What ends a sentence rather than a link. */
const AFTER = '.,:;!?';
const BRACKETS = ['()', '[]', '{}'];
/** The newest are offered. */
const MOST = 5;

/** The links in a terminal's text, the newest first, each once. */
export function linksIn(text: string): string[] {
  const found = [...text.matchAll(LINK)].map(([link]) => withoutAfter(link)).reverse();
  return [...new Set(found)].filter((link) => URL.canParse(link)).slice(0, MOST);
}

/** A bracket that closes one of the link's own belongs to it. */
function withoutAfter(link: string): string {
  const count = (mark: string): number => link.split(mark).length - 1;
  const unopened = new Map(BRACKETS.map(([open = '', close = '']) => [close, count(close) - count(open)]));
  let end = link.length;
  for (; end > 0; end -= 1) {
    const mark = link.charAt(end - 1);
    const left = unopened.get(mark) ?? 0;
    if (left <= 0 && !AFTER.includes(mark)) break;
    unopened.set(mark, left - 1);
  }
  return link.slice(0, end);
}
