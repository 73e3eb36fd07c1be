type Quote = '' | '"' | "'";

/** The word before the cursor, and what stands before it in the same command. */
export interface CursorWord {
  /** Words of the command, quotes removed. */
  readonly before: readonly string[];
  /** The word as typed, and what it means. */
  readonly raw: string;
  readonly value: string;
  /** The quote that is open at the cursor. */
  readonly quote: Quote;
  /** It is the file of a redirection. */
  readonly isRedirection: boolean;
}

interface Frame {
  words: string[];
  value: string | undefined;
  /** Where the word began. */
  start: number;
  quote: Quote;
  isRedirection: boolean;
  /** What closes it. */
  end: string;
}

const newFrame = (end: string): Frame => ({
  words: [],
  value: undefined,
  start: 0,
  quote: '',
  isRedirection: false,
  end,
});

/** After these a command follows. */
const INTRODUCERS = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '!', '{', 'time', 'exec', 'command', 'sudo', 'nohup', 'builtin', 'env', 'xargs', 'watch']); // prettier-ignore

/** Reads a line up to the cursor, as far as a command there may be unfinished. */
export function cursorWord(line: string): CursorWord {
  const reader = new LineReader(line);
  reader.read();
  const { words, value = '', start, quote, isRedirection } = reader.frame;
  const raw = reader.frame.value === undefined ? '' : line.slice(start);
  let first = 0;
  while (
    first < words.length &&
    (INTRODUCERS.has(words[first] as string) || /^\w+=/.test(words[first] as string))
  )
    first++;
  return { before: words.slice(first), raw, value, quote, isRedirection };
}

class LineReader {
  readonly #line: string;
  readonly #outer: Frame[] = [];
  frame = newFrame('');
  #at = 0;

  constructor(line: string) {
    this.#line = line;
  }

  read(): void {
    while (this.#at < this.#line.length) this.#step();
  }

  #step(): void {
    const { frame } = this;
    const char = this.#line[this.#at] as string;
    if (frame.quote === "'") this.#quoted(char, "'");
    else if (char === '\\') this.#add(this.#line[this.#at + 1] ?? '', 2);
    else if (char === '$' && this.#line[this.#at + 1] === '(') this.#open(')', 2);
    else if (char === '`') {
      if (frame.end === '`') this.#close();
      else this.#open('`', 1);
    } else if (frame.quote === '"') this.#quoted(char, '"');
    else this.#plain(char);
  }

  #quoted(char: string, quote: Quote): void {
    if (char === quote) this.frame.quote = '';
    this.#add(char === quote ? '' : char);
  }

  #plain(char: string): void {
    const { frame } = this;
    if (char === "'" || char === '"') {
      this.#add('');
      frame.quote = char;
    } else if (char === ')' && frame.end === ')') this.#close();
    else if (/[;&|()\n]/.test(char)) {
      Object.assign(frame, { ...newFrame(frame.end) });
      this.#at++;
    } else if (char === '<' || char === '>') {
      if (/^\d+$/.test(frame.value ?? '')) frame.value = undefined;
      this.#endWord();
      frame.isRedirection = true;
      this.#at++;
    } else if (/\s/.test(char)) {
      this.#endWord();
      this.#at++;
    } else this.#add(char);
  }

  #add(text: string, length = 1): void {
    if (this.frame.value === undefined) this.frame.start = this.#at;
    this.frame.value = (this.frame.value ?? '') + text;
    this.#at += length;
  }

  #endWord(): void {
    const { frame } = this;
    if (frame.value === undefined) return;
    if (!frame.isRedirection) frame.words.push(frame.value);
    Object.assign(frame, { value: undefined, isRedirection: false });
  }

  #open(end: string, length: number): void {
    this.#add('', length);
    this.#outer.push(this.frame);
    this.frame = newFrame(end);
  }

  #close(): void {
    this.frame = this.#outer.pop() ?? this.frame;
    this.#at++;
  }
}
