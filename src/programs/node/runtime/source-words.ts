import type { Place } from './v8-words.ts';

/** What is called at a place: the expression that ends there, as V8 writes it. The place is that of the `(`, or of the end of a name. */
export function calleeBefore(place: Place): string {
  let end = place.column - 1;
  const { text } = place;
  if (text[end] !== '(' && text[end] !== '`') {
    // `new` without arguments, and where the position is that of the name.
    const name = /^[\w$.]+/.exec(text.slice(end))?.[0];
    if (name !== undefined) end += name.length;
  }
  const words: string[] = [];
  let at = end;
  while (at > 0) {
    const before = text.slice(0, at);
    const name = /(?:\?\.|\.)?#?[\w$]+$/.exec(before)?.[0];
    if (name !== undefined) {
      words.unshift(name.replace('?.', '?.'));
      at -= name.length;
      if (!/^[.?]/.test(name)) break;
      continue;
    }
    const closing = text[at - 1] ?? '';
    if (closing !== ')' && closing !== ']') break;
    const open = openingOf(text, at - 1);
    if (open < 0) break;
    if (closing === ']') words.unshift(indexWords(text.slice(open + 1, at - 1)));
    else if (/[\w$\])]$/.test(text.slice(0, open))) words.unshift('(...)');
    else {
      words.unshift('(intermediate value)');
      break;
    }
    at = open;
  }
  const whole = words.join('');
  if (whole === '') return 'object';
  return /^[.?]/.test(whole) ? `(intermediate value)${whole}` : whole;
}

const indexWords = (index: string): string => {
  const key = /^(['"])(.*)\1$/.exec(index.trim())?.[2];
  if (key !== undefined) return `.${key}`;
  return /^[\w$.]+$/.test(index.trim()) ? `[${index.trim()}]` : '[...]';
};

/** Where the bracket opens that closes at `end`, or -1. */
function openingOf(text: string, end: number): number {
  let depth = 0;
  for (let at = end; at >= 0; at--) {
    const char = text[at] ?? '';
    if (')]}'.includes(char)) depth++;
    else if ('([{'.includes(char) && --depth === 0) return at;
  }
  return -1;
}

/** The key of `a[key]` where that is written out, at the place of the bracket. */
export function indexAt(place: Place | undefined): string {
  const text = place?.text.slice(place.column - 1) ?? '';
  return /^\[\s*(['"]?)([\w$-]+)\1\s*\]/.exec(text)?.[2] ?? '0';
}

/** The token that begins here, spaces skipped. */
export function tokenAt(place: Place): string {
  const text = place.text.slice(place.column - 1).trimStart();
  return (
    /^(?:[\w$]+|=>|\.\.\.|[=!]==?|&&|\|\||\?\?|\?\.|\*\*|[<>]=?|'[^']*'?|"[^"]*"?|.)/.exec(text)?.[0] ?? ''
  );
}

/** The first argument of the call whose bracket is here, where it is written out; empty otherwise. */
export function argumentAt(place: Place): string {
  return /^\(\s*(-?[\d.]+|undefined|null|true|false|'[^']*'|"[^"]*")\s*[,)]/.exec(place.text.slice(place.column - 1))?.[1] ?? '';
} // prettier-ignore

const VALUE = String.raw`((?:[\w$]+(?:\.[\w$]+)*))\s*(?:[;,)\]]|$)`;

/** What is gone through at a place, or in the first loop, spread or pattern behind it. */
export function iteratedAt(place: Place): string | undefined {
  const text = place.text.slice(place.column - 1);
  const here = new RegExp(`^${VALUE}`).exec(text)?.[1];
  return here ?? new RegExp(String.raw`(?:\bof\s+|\]\s*=\s*|\.\.\.)${VALUE}`).exec(text)?.[1];
}

/** The first property of an object pattern at a place or behind it, and what it is taken from. */
export function destructuredAt(place: Place): { property: string; value: string } | undefined {
  const text = place.text.slice(place.column - 1);
  const parameter = /^\(?\s*\{\s*([\w$]+)[^}]*\}\s*[,)]/.exec(text)?.[1];
  if (parameter) return { property: parameter, value: 'undefined' };
  const [, property, value] = new RegExp(String.raw`\{\s*([\w$]+)[^{}]*\}\s*=\s*${VALUE}`).exec(text) ?? [];
  return property && value ? { property, value } : undefined;
}
