import { backtrackingCost, mayStopShort } from './backtracking-cost.ts';
import { compileRegExp, type Program } from './compile-regexp.ts';
import { parseRegExp, type ParsedRegExp } from './parse-regexp.ts';
import { runProgram, type Positions } from './run-program.ts';

/** Ways the JavaScript engine may have to try at most: some milliseconds. */
const MAX_WAYS = 2_000_000;
/** An expression with so few ways from each start, on a text however long, is always left to it. */
const FEW_WAYS = 64;
const LONG_TEXT = 1e9;

/**
 * A regular expression from a learner: like `new RegExp`, but it never runs away. Where the JavaScript engine's backtracking could take longer than
 * the text and the expression warrant, a matcher of ours takes over. `longest` asks for POSIX's leftmost-longest match.
 * @throws SyntaxError as RegExp; RangeError if counted repetitions make it too big
 */
export function boundedRegExp(source: string, flags = '', options: { longest?: boolean } = {}): RegExp {
  const native = new RegExp(source, flags);
  const matcher = matcherFor(native);
  const longest = options.longest === true && mayStopShort(matcher.parsed.root);
  if (!longest && backtrackingCost(matcher.parsed.root, LONG_TEXT) <= FEW_WAYS) return native;
  matcher.program ??= compileRegExp(matcher.parsed.root);
  return longest ? new LongestRegExp(source, flags) : new BoundedRegExp(source, flags);
}

/** The same expression with other flags. */
export function withFlags(regExp: RegExp, flags: string): RegExp {
  const Kind = regExp.constructor as new (source: string, flags: string) => RegExp;
  return new Kind(regExp.source, flags);
}

/** What is made of an expression, once for all RegExps of it: `matchAll` and `split` make new ones. */
interface ExpressionMatcher {
  readonly parsed: ParsedRegExp;
  program: Program | undefined;
  /** By the binary logarithm of a text's length: whether the JavaScript engine may match it. */
  readonly isCheap: boolean[];
}

const matchers = new Map<string, ExpressionMatcher>();

function matcherFor({ source, flags }: RegExp): ExpressionMatcher {
  const key = `${flags.replace(/[gy]/g, '')}/${source}`;
  let matcher = matchers.get(key);
  if (!matcher) {
    if (matchers.size > 500) matchers.clear();
    matcher = { parsed: parseRegExp(source, flags), program: undefined, isCheap: [] };
    matchers.set(key, matcher);
  }
  return matcher;
}

/** RegExp's own methods and those of strings all come by `exec`. */
class BoundedRegExp extends RegExp {
  readonly #matcher = matcherFor(this);

  protected get longest(): boolean {
    return false;
  }

  override exec(text: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    if (!this.longest && this.#isCheap(text.length - from)) return super.exec(text);
    const positions = from > text.length ? undefined : this.#run(text, from);
    if (this.global || this.sticky) this.lastIndex = positions?.[1] ?? 0;
    return positions ? toResult(text, positions, this.#matcher.parsed.names) : null;
  }

  #isCheap(length: number): boolean {
    const size = 32 - Math.clz32(Math.max(0, length));
    const { isCheap, parsed } = this.#matcher;
    isCheap[size] ??= backtrackingCost(parsed.root, 2 ** size) * 2 ** size <= MAX_WAYS;
    return isCheap[size];
  }

  #run(text: string, from: number): Positions | undefined {
    const { parsed } = this.#matcher;
    this.#matcher.program ??= compileRegExp(parsed.root);
    return runProgram(this.#matcher.program, {
      text,
      from,
      sticky: this.sticky,
      longest: this.longest,
      unicode: this.unicode,
      multiline: this.multiline,
      ignoreCase: this.ignoreCase,
      groups: parsed.groups,
    });
  }
}

class LongestRegExp extends BoundedRegExp {
  protected override get longest(): boolean {
    return true;
  }
}

function toResult(text: string, positions: Positions, names: ReadonlyMap<string, number>): RegExpExecArray {
  const group = (index: number): string | undefined => {
    const [start = -1, end = -1] = positions.slice(index * 2, index * 2 + 2);
    return start < 0 || end < start ? undefined : text.slice(start, end);
  };
  const all = Array.from({ length: positions.length / 2 }, (_, index) => group(index));
  const groups = Object.fromEntries([...names].map(([name, index]) => [name, group(index)]));
  return Object.assign(all as string[], {
    index: positions[0] ?? 0,
    input: text,
    groups: names.size > 0 ? groups : undefined,
  }) as RegExpExecArray;
}
