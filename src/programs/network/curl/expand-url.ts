import { CurlError } from './curl-error.ts';

/** One URL of a pattern, and what each of its sets and ranges stands for: `#1` in an output's name is the first. */
export interface ExpandedUrl {
  readonly url: string;
  readonly chosen: readonly string[];
}

/** Text as it is, or choices. */
type Part = string | Iterable<string>;

/** URLs that a pattern with `{a,b}`, `[1-10]`, `[01-10:3]` or `[a-z]` stands for. @throws CurlError @see curl tool_urlglob.c */
export function expandUrl(pattern: string): Iterable<ExpandedUrl> {
  return combine(readParts(pattern), '', []);
}

function* combine(
  parts: readonly Part[],
  url: string,
  chosen: readonly string[],
  at = 0,
): Generator<ExpandedUrl> {
  const part = parts[at];
  if (part === undefined) yield { url, chosen };
  else if (typeof part !== 'string')
    for (const choice of part) yield* combine(parts, url + choice, [...chosen, choice], at + 1);
  else if (at === parts.length - 1) yield { url: url + part, chosen };
  else yield* combine(parts, url + part, chosen, at + 1);
}

function readParts(pattern: string): Part[] {
  const parts: Part[] = [];
  let literal = '';
  const choices = (part: Iterable<string>): void => {
    parts.push(literal, part);
    literal = '';
  };
  for (let at = 0; at < pattern.length;) {
    const char = pattern.charAt(at);
    const rest = pattern.slice(at);
    if (char === '{') {
      const set = readSet(pattern, at);
      choices(set.choices);
      at = set.end;
    } else if (char === '[' && !/^\[\]|^\[[\da-fA-F:.]*:[\da-fA-F:.%]*\]/.test(rest)) {
      const range = readRange(pattern, at);
      choices(range.choices);
      at = range.end;
    } else if (char === '[') {
      // An address of IPv6, or nothing.
      literal += rest.slice(0, rest.indexOf(']') + 1);
      at += rest.indexOf(']') + 1;
    } else if (char === '}' || char === ']') {
      throw wrong('unmatched close brace/bracket', pattern, at);
    } else {
      const escaped = /^\\[{}[\]]/.test(rest);
      literal += escaped ? rest.charAt(1) : char;
      at += escaped ? 2 : 1;
    }
  }
  return [...parts, literal];
}

interface Choices {
  readonly choices: Iterable<string>;
  /** Where the pattern goes on. */
  readonly end: number;
}

function readSet(pattern: string, start: number): Choices {
  const end = pattern.indexOf('}', start);
  if (end < 0) throw wrong('unmatched brace', pattern, start);
  if (end === start + 1) throw wrong('empty string within braces', pattern, end);
  return { choices: pattern.slice(start + 1, end).split(','), end: end + 1 };
}

function readRange(pattern: string, start: number): Choices {
  const found = /^\[(?:(\d+)-(\d+)|([a-zA-Z])-([a-zA-Z]))(?::(\d+))?\]/.exec(pattern.slice(start));
  if (!found) throw wrong('bad range', pattern, Math.min(start + 3, pattern.length));
  const [whole, from, to, first, last, by = '1'] = found;
  const step = Number(by);
  const end = start + whole.length;
  const [low, high] =
    from === undefined ? [first?.charCodeAt(0) ?? 0, last?.charCodeAt(0) ?? 0] : [Number(from), Number(to)];
  const isMixed = first !== undefined && /[a-z]/.test(first) !== /[a-z]/.test(last ?? '');
  if (high < low || step === 0 || step > Math.max(1, high - low) || isMixed)
    throw wrong('bad range', pattern, end);
  const width = from?.startsWith('0') ? from.length : 0;
  const choices = {
    *[Symbol.iterator]() {
      for (let value = low; value <= high; value += step)
        yield from === undefined ? String.fromCharCode(value) : String(value).padStart(width, '0');
    },
  };
  return { choices, end };
}

function wrong(what: string, pattern: string, at: number): CurlError {
  return new CurlError(3, `${what} in URL position ${at + 1}:\n${pattern}\n${' '.repeat(at)}^`);
}
