/** A here-document of a command. */
export interface HereDocument {
  /** The line that ends it. */
  readonly end: string;
  /** `<<-`: tabs before that line don't count. */
  readonly skipsTabs: boolean;
}

/** What hides a `<<`: an escape, quotes, arithmetic, a here-string, a comment. */
const HIDING = /\\[^]|'[^']*(?:'|$)|"(?:\\[^]|[^"\\])*(?:"|$)|\(\([^]*?(?:\)\)|$)|<<<|(?<![^\s;&|()])#.*/;
/** The operator, with the whole word behind it. */
const OPERATOR = /<<(-?)[ \t]*((?:\\.|'[^']*'|"(?:\\.|[^"\\])*"|[^\s;&|<>()'"\\])+)/;
const EITHER = new RegExp(`${HIDING.source}|${OPERATOR.source}`, 'g');
const QUOTES = /'([^']*)'|"([^"]*)"|\\(.)/g;

/** The here-documents that a command line has, in the order of their bodies. Of a substitution within quotes nothing is read. */
export function hereDocuments(line: string): HereDocument[] {
  return [...line.matchAll(EITHER)].flatMap(([, dash, word]) =>
    word === undefined ? [] : [{ end: word.replace(QUOTES, '$1$2$3'), skipsTabs: dash === '-' }],
  );
}

/** Index of the line that ends the last of the documents of the command at `at`; `at` itself where there is none, or one that never ends. */
export function lastLine(lines: readonly string[], at: number, documents: readonly HereDocument[]): number {
  let last = at;
  for (const { end, skipsTabs } of documents) {
    const from = last + 1;
    const found = lines
      .slice(from)
      .findIndex((line) => (skipsTabs ? line.replace(/^\t+/, '') : line) === end);
    if (found < 0) return at;
    last = from + found;
  }
  return last;
}
