import type { Instruction, Program } from './compile-regexp.ts';
import { VisitedSet } from './visited-set.ts';

/** Where to look for a match and of which kind. */
export interface Search {
  readonly text: string;
  readonly from: number;
  /** Only a match that begins at `from`. */
  readonly sticky: boolean;
  /** The longest match at the first place that has one (POSIX), instead of the first that is found. */
  readonly longest: boolean;
  /** Characters are code points, not UTF-16 units. */
  readonly unicode: boolean;
  readonly multiline: boolean;
  readonly ignoreCase: boolean;
  /** Capturing groups, without the whole match. */
  readonly groups: number;
}

/** Start and end of the match and of each group, −1 where a group took no part. */
export type Positions = number[];

/** Steps after which a match is given up: only back-references get there. */
const MAX_STEPS = 200_000_000;

/**
 * Finds a match in time and memory proportional to the text's length times the program's: a place in the program that was tried at a place in
 * the text and led nowhere is not tried there again. With back-references what the groups hold counts too, so that it can be more.
 * @throws RangeError "out of memory" when it is too much for any machine
 */
export function runProgram(program: Program, search: Search): Positions | undefined {
  const matcher = new Matcher(program, search, { count: 0 });
  for (let start = search.from; start <= search.text.length; start++) {
    const found = matcher.matchAt(start);
    if (found) return found;
    if (search.sticky) return undefined;
    if (search.unicode && (search.text.codePointAt(start) ?? 0) > 0xffff) start++;
  }
  return undefined;
}

class Matcher {
  readonly #steps: readonly Instruction[];
  readonly #program: Program;
  readonly #search: Search;
  readonly #work: { count: number };
  readonly #visited: VisitedSet;
  readonly #jobs: number[] = [];
  #positions: Positions = [];
  /** A look-behind has to end here. */
  readonly #mustEnd: number | undefined;

  constructor(program: Program, search: Search, work: { count: number }, mustEnd?: number) {
    this.#program = program;
    this.#steps = program.steps;
    this.#search = search;
    this.#work = work;
    this.#visited = new VisitedSet(program.splits, search.from);
    this.#mustEnd = mustEnd;
  }

  matchAt(start: number, inherited?: Positions): Positions | undefined {
    const size = (this.#search.groups + 1) * 2;
    this.#positions = inherited?.slice() ?? new Array<number>(size).fill(-1);
    this.#positions[0] = start;
    this.#jobs.length = 0;
    this.#jobs.push(0, start);
    let best: Positions | undefined;
    while (this.#jobs.length > 0) {
      const at = this.#jobs.pop() as number;
      const place = this.#jobs.pop() as number;
      if (place < 0) {
        this.#positions[~place] = at;
        continue;
      }
      const end = this.#follow(place, at);
      if (end < 0 || (this.#mustEnd !== undefined && end !== this.#mustEnd)) continue;
      if (best && end <= (best[1] ?? 0)) continue;
      best = this.#positions.slice();
      best[1] = end;
      if (!this.#search.longest || end === this.#search.text.length) break;
    }
    return best;
  }

  /** Goes on from a place in the program and one in the text, leaving other ways for later. The end of a match, or −1. */
  #follow(place: number, at: number): number {
    for (;;) {
      if (++this.#work.count > MAX_STEPS) throw new RangeError('regular expression: out of memory');
      const step = this.#steps[place] as Instruction;
      switch (step.op) {
        case 'char':
        case 'set': {
          const char = this.#charAt(at);
          if (char < 0 || !(step.op === 'char' ? step.char === char : step.test(char))) return -1;
          at += char > 0xffff ? 2 : 1;
          place++;
          break;
        }
        case 'split':
          if (this.#wasHere(step.number, at)) return -1;
          this.#jobs.push(step.other, at);
          place = step.next;
          break;
        case 'jump':
          place = step.next;
          break;
        case 'save':
          this.#save(step.slot, at);
          place++;
          break;
        case 'assert':
          if (!this.#holds(step.kind, at)) return -1;
          place++;
          break;
        case 'look':
          if (!this.#looks(step, at)) return -1;
          place++;
          break;
        case 'backreference': {
          const length = this.#repeats(step.index, at);
          if (length < 0) return -1;
          at += length;
          place++;
          break;
        }
        case 'match':
          return at;
      }
    }
  }

  #charAt(at: number): number {
    const { text, unicode } = this.#search;
    if (at >= text.length) return -1;
    return unicode ? (text.codePointAt(at) as number) : text.charCodeAt(at);
  }

  #wasHere(split: number, at: number): boolean {
    if (!this.#program.hasBackreferences) return this.#visited.add(split, at);
    return this.#visited.addWith(split, at, this.#positions);
  }

  #save(slot: number, at: number): void {
    this.#jobs.push(~slot, this.#positions[slot] ?? -1);
    this.#positions[slot] = at;
  }

  #holds(kind: '^' | '$' | 'b' | 'B', at: number): boolean {
    const { text, multiline } = this.#search;
    if (kind === '^') return at === 0 || (multiline && isLineEnd(text, at - 1));
    if (kind === '$') return at === text.length || (multiline && isLineEnd(text, at));
    return (isWord(text, at - 1) !== isWord(text, at)) === (kind === 'b');
  }

  #looks(step: Extract<Instruction, { op: 'look' }>, at: number): boolean {
    const { program, behind, negative } = step;
    const found = behind
      ? this.#lookBehind(program, at)
      : this.#inner(program, at).matchAt(at, this.#positions);
    if (found && !negative)
      for (let slot = 2; slot < found.length; slot++)
        if (found[slot] !== this.#positions[slot]) this.#save(slot, found[slot] ?? -1);
    return (found !== undefined) !== negative;
  }

  #lookBehind(program: Program, at: number): Positions | undefined {
    const first = Math.max(0, at - program.maxLength * 2);
    for (let start = at; start >= first; start--) {
      const found = this.#inner(program, start, at).matchAt(start, this.#positions);
      if (found) return found;
    }
    return undefined;
  }

  #inner(program: Program, from: number, mustEnd?: number): Matcher {
    return new Matcher(program, { ...this.#search, from, longest: false }, this.#work, mustEnd);
  }

  /** The length of a group's text if it stands here again; −1 if not. A group that took no part is an empty text. */
  #repeats(group: number, at: number): number {
    const start = this.#positions[group * 2] ?? -1;
    const end = this.#positions[group * 2 + 1] ?? -1;
    if (start < 0 || end < start) return 0;
    const wanted = this.#search.text.slice(start, end);
    const here = this.#search.text.slice(at, at + wanted.length);
    this.#work.count += wanted.length;
    const equal = this.#search.ignoreCase ? here.toLowerCase() === wanted.toLowerCase() : here === wanted;
    return equal ? wanted.length : -1;
  }
}

function isLineEnd(text: string, at: number): boolean {
  return /[\n\r\u2028\u2029]/.test(text[at] ?? '');
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && /\w/.test(text[at] ?? '');
}
