import type { Flavour } from '../flavour.ts';
import { foreignSyntax } from './posix-syntax.ts';
import { parse, type ParsedScript, type ParseError, type Statement } from 'unbash';

/** A text that runs, with its tree. Positions in the tree index the text. */
export class SourceText {
  readonly text: string;
  readonly script: ParsedScript;
  /** What error messages name in place of the shell: a sourced file, `environment` in a function of `-c`. */
  readonly name: string | undefined;
  readonly #firstLine: number;
  #renamed: SourceText | undefined;
  #starts: number[] | undefined;

  constructor(
    text: string,
    options: { script?: ParsedScript; name?: string | undefined; firstLine?: number } = {},
  ) {
    this.text = text;
    this.script = options.script ?? parseCached(text);
    this.name = options.name;
    this.#firstLine = options.firstLine ?? 1;
  }

  /** 1-based line of a position, in the file the text is from. */
  lineAt(pos: number): number {
    const starts = (this.#starts ??= lineStarts(this.text));
    if (starts.length === 1) return this.#firstLine;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= pos) low = middle;
      else high = middle - 1;
    }
    return this.#firstLine + low;
  }

  /** The same text under another name. */
  withName(name: string | undefined): SourceText {
    if (name === this.name) return this;
    if (this.#renamed?.name !== name)
      this.#renamed = new SourceText(this.text, { script: this.script, name, firstLine: this.#firstLine });
    return this.#renamed ?? this;
  }

  slice(node: { readonly pos: number; readonly end: number }): string {
    return this.text.slice(node.pos, node.end);
  }

  /** The statements that run, and the error that stops them: none of its own line does. */
  plan(flavour: Flavour): { statements: readonly Statement[]; error: ParseError | undefined } {
    const { commands } = this.script;
    const foreign = foreignSyntax(this.script, this.text, flavour);
    const wrong = firstError(this.text, this.script);
    const error = foreign && !(wrong && wrong.pos < foreign.pos) ? foreign : wrong;
    if (!error) return { statements: commands, error };
    let count = commands.filter(({ pos, end }) => pos <= error.pos && end <= error.pos).length;
    // What is missing is missing in the last statement that has begun, wherever the parser ended it.
    if (isIncomplete(error)) count = commands.filter(({ pos }) => pos <= error.pos).length - 1;
    count = Math.max(0, count);
    const next = commands[count];
    const limit = next && next.pos <= error.pos ? next.pos : error.pos;
    while (
      count > 0 &&
      !this.text.slice(commands[count - 1]?.end, commands[count]?.pos ?? limit).includes('\n')
    )
      count--;
    return { statements: commands.slice(0, count), error };
  }
}

/** The text stopped, or went on, where something was still to come. */
function isIncomplete({ message }: ParseError): boolean {
  return /^(expected|unterminated)/.test(message);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function firstError(text: string, { commands, errors = [] }: ParsedScript): ParseError | undefined {
  const left = leftover(text, commands);
  const found = left ? [...errors, left] : [...errors];
  // An empty group that is not closed either: the end of the text is what is wrong.
  const [first, second] = found;
  if (first && second && /^expected command in/.test(first.message) && second.pos >= text.trimEnd().length)
    found.shift();
  return found.reduce<ParseError | undefined>(
    (first, error) => (first && first.pos <= error.pos ? first : error),
    undefined,
  );
}

/** What the parser passed over without a word after a statement: `echo (`. */
function leftover(text: string, commands: readonly Statement[]): ParseError | undefined {
  for (const [index, { pos, end }] of commands.entries()) {
    if (end === pos) continue;
    const next = commands[index + 1]?.pos ?? text.length;
    const gap = text.slice(end, next).split('\n')[0] ?? '';
    const rest = /^[ \t]*(?:[;&][ \t]*)?(?:#.*|\\)?$/.test(gap) ? undefined : /^[ \t]*/.exec(gap);
    if (rest && /^\(/.test(gap.trim())) return { message: 'unexpected token', pos: end + rest[0].length + 1 };
  }
  return undefined;
}

const parsed = new Map<string, ParsedScript>();

/** The tree of a source text; recent ones are kept. */
export function parseCached(source: string): ParsedScript {
  const known = parsed.get(source);
  if (known) return known;
  const script = parse(source);
  if (parsed.size > 200) parsed.clear();
  parsed.set(source, script);
  return script;
}
