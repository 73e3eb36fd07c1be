const LINK = /https?:\/\/[^\s"'<>`]+/g;
/** What ends a sentence rather than a link. */
const AFTER = /[.,:;!?)\]}]+$/;
/** The newest are offered. */
const MOST = 5;

/** The links in a terminal's text, the newest first, each once. */
export function linksIn(text: string): string[] {
  const found = [...text.matchAll(LINK)].map(([link]) => link.replace(AFTER, '')).reverse();
  return [...new Set(found)].filter((link) => URL.canParse(link)).slice(0, MOST);
}
