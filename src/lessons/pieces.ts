import { nearestName } from '../lib/suggest.ts';
import { YamlMistake } from './mistakes.ts';
import {
  readChoice,
  readFree,
  readPrediction,
  type ChoiceQuestion,
  type FreeQuestion,
  type Prediction,
} from './questions.ts';
import { needsToken } from '../lib/script-line.ts';

/** Lines to type. */
export interface CommandsPiece {
  readonly kind: 'commands';
  readonly text: string;
  /** They are meant to go wrong. */
  readonly fails: boolean;
  /** Keys for the program that runs in the terminal. */
  readonly inside: boolean;
  /** 1 is the first. */
  readonly terminal: number;
  readonly interrupt: boolean;
  /** For a terminal of this machine; the first unless given. */
  readonly machine?: string;
  /** It has JOIN_TOKEN: the world knows what is typed in its place. */
  readonly needsToken?: true;
}

/** A piece of a lesson's text, in order. */
export type Piece =
  | { kind: 'prose'; markdown: string }
  | CommandsPiece
  /** A file of the project folder as it should be; `path` is relative to it. */
  | { kind: 'file'; path: string; language: string; text: string }
  | { kind: 'callout'; tone: 'note' | 'tip' | 'warning'; markdown: string }
  | { kind: 'aside'; title: string; markdown: string }
  /** Asked before something is tried; nothing depends on the answer. */
  | { kind: 'predict'; question: Prediction }
  | { kind: 'quiz'; question: ChoiceQuestion }
  | { kind: 'answer'; question: FreeQuestion };

/** Fenced code: its fence, language, the rest of that line and the code. @see CommonMark 0.31 §4.5: what ends it has at least as many backquotes */
const FENCE = /^(`{3,})(?!`)([^\s`]+)?[ \t]*([^\n`]*)\n([\s\S]*?)^\1`*[ \t]*$/;
const OTHERS =
  /^:::aside[ \t]+([^\n]+)\n([\s\S]*?)^:::[ \t]*$|^> \[!(NOTE|TIP|WARNING)\]\n((?:^>[^\n]*\n?)+)/;
const BLOCK = new RegExp(`${FENCE.source}|${OTHERS.source}`, 'gm');
const HEADING = new RegExp(`${FENCE.source}|^## (.+)\\n`, 'gm');

/** The page's Markdown takes the square of some texts' length: this many letters at a time are far more than anybody reads, and far less than is felt. */
const MOST_LETTERS = 5000;
const TOO_LONG = `over ${MOST_LETTERS} letters of text without a block: part them`;

/** A block of a text is not as it should be. */
export class BlockError extends Error {
  /** Where it begins in the text. */
  readonly at: number;
  /** Of the block, counted from 0. */
  readonly line: number;

  constructor(message: string, at: number, line = 0) {
    super(message);
    this.name = 'BlockError';
    this.at = at;
    this.line = line;
  }
}

/** Splits a text at its `##` headings and each part into pieces. @throws BlockError */
export function splitSteps(markdown: string): {
  intro: Piece[];
  steps: { title: string; pieces: Piece[] }[];
} {
  checkMarks(markdown);
  const headings = headingsOf(markdown);
  const bodies = headings.map(({ end }, index) => markdown.slice(end, headings[index + 1]?.start));
  return {
    intro: splitPieces(markdown.slice(0, headings[0]?.start), 0),
    steps: headings.map(({ title }, index) => ({
      title,
      pieces: splitPieces(bodies[index] ?? '', headings[index]?.end ?? 0),
    })),
  };
}

/** What would be shown as it is written, because a mark is misspelt or its end is not there. @throws BlockError */
function checkMarks(markdown: string): void {
  let open: { readonly mark: string; readonly fence: string; readonly at: number } | undefined;
  for (const { 0: line, index: at } of markdown.matchAll(/^(?:`{3,}[^`\n]*|:::.*)$|^> \[!.*$/gm)) {
    const fence = /^(?:`+|:::)/.exec(line)?.[0] ?? '';
    const isAlone = line.trimEnd() === fence;
    if (open !== undefined) {
      // Longer backquotes end what shorter ones began, and shorter ones are code in it.
      if (fence === '' || !fence.startsWith(open.fence)) continue;
      if (isAlone) open = undefined;
      else if (fence !== ':::') break;
    } else if (!(isAlone && fence === ':::')) {
      const tone = /^> \[!(\w*)\]/.exec(line)?.[1];
      if (tone !== undefined && !/^(NOTE|TIP|WARNING)$/.test(tone))
        throw new BlockError(`a box is [!NOTE], [!TIP] or [!WARNING], not [!${tone}]`, at);
      if (tone === undefined) open = { mark: line.trim(), fence, at };
    }
  }
  if (open !== undefined)
    throw new BlockError(`the block ${open.mark} has no end: a line with ${open.fence} alone`, open.at);
}

/** `## Title` lines outside of code. */
function headingsOf(markdown: string): { title: string; start: number; end: number }[] {
  const found: { title: string; start: number; end: number }[] = [];
  for (const match of markdown.matchAll(HEADING)) {
    const title = match[5];
    if (title === undefined) continue;
    found.push({ title: title.trim(), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** `start`: where it begins in the whole text. */
function splitPieces(markdown: string, start: number): Piece[] {
  const pieces: Piece[] = [];
  let prose = '';
  let proseAt = start;
  let end = 0;
  const flush = (): void => {
    if (prose.length > MOST_LETTERS) throw new BlockError(TOO_LONG, proseAt + prose.search(/\S/));
    if (prose.trim() !== '') pieces.push({ kind: 'prose', markdown: prose.trim() });
    prose = '';
    proseAt = start + end;
  };
  for (const match of markdown.matchAll(BLOCK)) {
    prose += markdown.slice(end, match.index);
    end = match.index + match[0].length;
    const piece = readPiece(match, start + match.index);
    if (piece) {
      flush();
      pieces.push(piece);
    } else prose += match[0];
  }
  prose += markdown.slice(end);
  flush();
  return pieces;
}

function readPiece(match: RegExpExecArray, at: number): Piece | undefined {
  try {
    return toPiece(match);
  } catch (error) {
    const line = error instanceof YamlMistake ? error.line : 0;
    throw new BlockError(error instanceof Error ? error.message : String(error), at, line);
  }
}

function toPiece(match: RegExpExecArray): Piece | undefined {
  const [, , language, info = '', code = '', title, aside, tone, quoted] = match;
  if ((aside ?? quoted ?? '').length > MOST_LETTERS) throw new Error(TOO_LONG);
  if (title !== undefined) return { kind: 'aside', title: title.trim(), markdown: (aside ?? '').trim() };
  if (tone !== undefined) {
    const text = (quoted ?? '').replace(/^> ?/gm, '').trim();
    return { kind: 'callout', tone: tone.toLowerCase() as 'note' | 'tip' | 'warning', markdown: text };
  }
  return codePiece(language ?? '', info.trim(), code);
}

/** Undefined for code that is only shown. */
function codePiece(language: string, info: string, code: string): Piece | undefined {
  const path = /(?:^|\s)file=(\S+)/.exec(info)?.[1];
  if (path !== undefined) return { kind: 'file', path, language, text: code };
  switch (language) {
    case 'console':
      return commandsPiece(info, code);
    case 'predict':
      return { kind: 'predict', question: readPrediction(code) };
    case 'quiz':
      return { kind: 'quiz', question: readChoice('quiz', code) };
    case 'answer':
      return { kind: 'answer', question: readFree(code) };
    default: {
      const meant = nearestName(language, BLOCKS, true);
      if (meant !== undefined) throw new Error(`there is no block ${language} (did you mean ${meant}?)`);
      return undefined;
    }
  }
}

const BLOCKS = ['console', 'predict', 'quiz', 'answer'];

const FLAGS = /^(fails|inside|interrupt|terminal=[1-9]|machine=node[1-9])$/;

function commandsPiece(info: string, code: string): Piece {
  const words = info.split(/\s+/).filter(Boolean);
  const strange = words.find((word) => !FLAGS.test(word));
  if (strange !== undefined) throw new Error(`a console block can't be "${strange}"`);
  const valueOf = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const machine = valueOf('machine');
  return {
    kind: 'commands',
    text: code.trimEnd(),
    fails: words.includes('fails'),
    inside: words.includes('inside'),
    interrupt: words.includes('interrupt'),
    terminal: Number(valueOf('terminal') ?? 1),
    ...(machine === undefined ? {} : { machine }),
    ...needsToken(code),
  };
}
