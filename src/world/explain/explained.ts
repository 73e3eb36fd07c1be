/** What is said beside the terminal about a command: plain data for the page. Offsets are UTF-16 units of the line. */

/** What a piece of a line is to the one who reads it. */
export type PartKind = 'command' | 'flag' | 'image' | 'name' | 'inside' | 'argument' | 'shell';

/** A piece of a line in words; the pieces of a line stand in its order and never overlap. */
export interface LinePart {
  readonly start: number;
  /** After its last character. */
  readonly end: number;
  readonly kind: PartKind;
  readonly words: string;
}

export interface ExplainedLine {
  readonly line: string;
  readonly parts: readonly LinePart[];
}

/** A command that is likely to help, and what it does. */
export interface Fix {
  readonly command: string;
  readonly words: string;
  /** It has blanks to fill in: it is typed and not run. */
  readonly isDraft?: boolean;
}

export interface ExplainedError {
  readonly title: string;
  readonly words: string;
  readonly fixes: readonly Fix[];
}

/** A misconception that was noticed. */
export interface Note {
  /** Of the misconception: the learner can switch it off. */
  readonly id: string;
  /** What it was noticed about; one note is shown once for each. */
  readonly about: string;
  readonly title: string;
  readonly words: string;
  readonly fixes: readonly Fix[];
}

/** The last command of a terminal, explained. */
export interface Explanation extends ExplainedLine {
  /** Grows with each command. */
  readonly number: number;
  readonly terminal: string;
  /** Undefined while it runs. */
  readonly status?: number;
  readonly error?: ExplainedError;
}
