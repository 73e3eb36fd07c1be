import type { Command } from 'unbash';
import type { Interpreter } from './interpreter.ts';
import { parseCached } from './source-text.ts';

/** bash expands aliases only where it is asked to; a POSIX shell always does. */
export function expandsAliases({ flavour, options, state }: Interpreter): boolean {
  return flavour !== 'bash' || options.interactive === true || state.shopts.has('expand_aliases');
}

/** The text with aliases put in: they are lexical in a shell, replaced before anything is parsed. */
export function expandAliases(text: string, aliases: ReadonlyMap<string, string>): string {
  if (aliases.size === 0) return text;
  let result = text;
  const names = commandNames(parseCached(text).commands);
  for (const { pos, end } of names.sort((a, b) => b.pos - a.pos))
    result = replaceAt(result, pos, end, aliases, new Set());
  return result;
}

interface Span {
  readonly pos: number;
  readonly end: number;
}

/** Replaces one word; an alias that ends with a blank lets the next word be one too. */
function replaceAt(
  text: string,
  pos: number,
  end: number,
  aliases: ReadonlyMap<string, string>,
  seen: Set<string>,
): string {
  const name = text.slice(pos, end);
  const value = seen.has(name) ? undefined : aliases.get(name);
  if (value === undefined) return text;
  seen.add(name);
  let result = text.slice(0, pos) + value + text.slice(end);
  if (/[ \t]$/.test(value)) {
    const next = /^[ \t]*([^\s;&|()<>'"$`\\]+)/.exec(result.slice(pos + value.length));
    if (next) {
      const nextEnd = pos + value.length + next[0].length;
      result = replaceAt(result, nextEnd - (next[1] ?? '').length, nextEnd, aliases, new Set());
    }
  }
  const first = /^\s*([^\s;&|()<>'"$`\\]+)/.exec(value);
  if (!first) return result;
  const firstEnd = pos + first[0].length;
  return replaceAt(result, firstEnd - (first[1] ?? '').length, firstEnd, aliases, seen);
}

/** Where the unquoted names of simple commands stand, also in what is nested. */
function commandNames(node: unknown, found: Span[] = []): Span[] {
  if (typeof node !== 'object' || node === null) return found;
  if (Array.isArray(node)) {
    for (const item of node) commandNames(item, found);
    return found;
  }
  if ((node as { type?: string }).type === 'Command') {
    const { name } = node as Command;
    if (name && !name.parts && name.text === name.value) found.push({ pos: name.pos, end: name.end });
    return found;
  }
  for (const value of Object.values(node)) if (typeof value === 'object') commandNames(value, found);
  return found;
}
