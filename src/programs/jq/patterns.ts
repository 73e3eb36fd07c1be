import { isArray, JqError, type Json } from './value.ts';
import { boundedRegExp } from '../../lib/regexp/bounded-regexp.ts';

function compile(pattern: Json, flags: Json): { regExp: RegExp; global: boolean } {
  if (isArray(pattern)) return compile(pattern[0] ?? null, pattern[1] ?? null);
  if (typeof pattern !== 'string') throw new JqError(`${JSON.stringify(pattern)} cannot be matched, as it is not a string`);
  const letters = typeof flags === 'string' ? flags : '';
  const unknown = /[^gimsnxlp]/.exec(letters);
  if (unknown) throw new JqError(`${letters} is not a valid modifier string`);
  const source = letters.includes('x') ? pattern.replace(/\\.|#.*$|\s+/gm, (part) => (part.startsWith('\\') ? part : '')) : pattern;
  try {
    return { regExp: boundedRegExp(source, `gu${letters.includes('i') ? 'i' : ''}${/[sp]/.test(letters) ? 's' : ''}${letters.includes('x') ? '' : ''}`), global: letters.includes('g') };
  } catch {
    throw new JqError(`${pattern} (at offset 0) is not a valid regex`);
  }
} // prettier-ignore

function matchesOf(input: Json, pattern: Json, flags: Json): RegExpExecArray[] {
  if (typeof input !== 'string')
    throw new JqError(`${JSON.stringify(input)} cannot be matched, as it is not a string`);
  const { regExp, global } = compile(pattern, flags);
  const all = [...input.matchAll(regExp)];
  return global ? all : all.slice(0, 1);
}

/** The objects that `match` gives. @throws JqError */
export function matchPattern(input: Json, pattern: Json, flags: Json): Json[] {
  const source = typeof input === 'string' ? input : '';
  return matchesOf(input, pattern, flags).map((match) => {
    const names = Object.keys(match.groups ?? {});
    let named = 0;
    const captures = match.slice(1).map((text): Json => {
      const name = names[named];
      const own = name !== undefined && match.groups?.[name] === text ? name : null;
      if (own !== null) named++;
      const capture = text as string | undefined;
      const at = capture === undefined ? -1 : match.index + match[0].indexOf(capture);
      return new Map<string, Json>([
        ['offset', at < 0 ? -1 : [...source.slice(0, at)].length],
        ['length', capture === undefined ? 0 : [...capture].length],
        ['string', capture ?? null],
        ['name', own],
      ]);
    });
    return new Map<string, Json>([
      ['offset', [...source.slice(0, match.index)].length],
      ['length', [...match[0]].length],
      ['string', match[0]],
      ['captures', captures],
    ]);
  });
}

export function testPattern(input: Json, pattern: Json, flags: Json): boolean {
  return matchesOf(input, pattern, flags).length > 0;
}

export function splitByPattern(input: Json, pattern: Json, flags: Json): Json {
  const parts: string[] = [];
  const source = typeof input === 'string' ? input : '';
  let at = 0;
  for (const match of matchesOf(input, pattern, `g${typeof flags === 'string' ? flags : ''}`)) {
    parts.push(source.slice(at, match.index));
    at = match.index + match[0].length;
  }
  return [...parts, source.slice(at)];
}

/** The text between matches and, for each match, its named captures: what `sub` works with. */
export function splitMatches(
  input: Json,
  pattern: Json,
  flags: Json,
): { readonly before: string; readonly captures: Json }[] & { rest?: string } {
  const source = typeof input === 'string' ? input : '';
  let at = 0;
  const pieces: { before: string; captures: Json }[] & { rest?: string } = matchesOf(input, pattern, flags).map((match) => {
    const before = source.slice(at, match.index);
    at = match.index + match[0].length;
    return { before, captures: new Map(Object.entries(match.groups ?? {}).map(([name, text]) => [name, (text as string | undefined) ?? null])) };
  });
  pieces.rest = source.slice(at);
  return pieces;
} // prettier-ignore
