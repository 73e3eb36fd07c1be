import { tableOf } from '../table.ts';

/** POSIX classes as PCRE has them without Unicode properties. */
const CLASSES: Readonly<Record<string, readonly [members: string, others: string]>> = tableOf({
  alnum: ['0-9A-Za-z', '\\x00-\\/:-@\\[-`\\{-\\u{10ffff}'],
  alpha: ['A-Za-z', '\\x00-@\\[-`\\{-\\u{10ffff}'],
  ascii: ['\\x00-\\x7f', '\\x80-\\u{10ffff}'],
  blank: [' \\t', '\\x00-\\x08\\n-\\x1f!-\\u{10ffff}'],
  cntrl: ['\\x00-\\x1f\\x7f', ' -~\\x80-\\u{10ffff}'],
  digit: ['0-9', '\\D'],
  graph: ['!-~', '\\x00- \\x7f-\\u{10ffff}'],
  lower: ['a-z', '\\x00-`\\{-\\u{10ffff}'],
  print: [' -~', '\\x00-\\x1f\\x7f-\\u{10ffff}'],
  punct: ['!-\\/:-@\\[-`\\{-~', '\\x00- 0-9A-Za-z\\x7f-\\u{10ffff}'],
  space: ['\\s', '\\S'],
  upper: ['A-Z', '\\x00-@\\[-\\u{10ffff}'],
  word: ['\\w', '\\W'],
  xdigit: ['0-9A-Fa-f', '\\x00-\\/:-@G-`g-\\u{10ffff}'],
  h: [
    '\\t \\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
    '\\x00-\\x08\\n-\\x1f!-\\x9f\\xa1-\\u167f\\u1681-\\u180d\\u180f-\\u1fff\\u200b-\\u202e\\u2030-\\u205e\\u2060-\\u2fff\\u3001-\\u{10ffff}',
  ],
  v: ['\\n-\\r\\u0085\\u2028\\u2029', '\\x00-\\t\\x0e-\\x84\\x86-\\u2027\\u202a-\\u{10ffff}'],
});

const ESCAPED_CLASSES: Readonly<Record<string, string>> = tableOf({
  d: 'digit',
  s: 'space',
  w: 'word',
  h: 'h',
  v: 'v',
});

/** What stands in a set for `[:name:]`, with `negated` for all but that; undefined for a name that there is not. */
export function perlClass(name: string, negated: boolean): string | undefined {
  return Object.hasOwn(CLASSES, name) && name.length > 1 ? CLASSES[name]?.[negated ? 1 : 0] : undefined;
}

/** The same for `\d`, `\S`, `\h` and the like, by their letter. */
export function perlEscapedClass(letter: string): string | undefined {
  const name = ESCAPED_CLASSES[letter.toLowerCase()];
  return name === undefined ? undefined : CLASSES[name]?.[letter === letter.toLowerCase() ? 0 : 1];
}

const CONTROLS: Readonly<Record<string, number>> = tableOf({ a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 });

/** The character that an escape behind its backslash stands for, and how long it is: `n`, `x41`, `x{263a}`, `o{101}`, `012`, `cA`. */
export function perlCharacter(text: string): { readonly char: string; readonly length: number } | undefined {
  const letter = text.charAt(0);
  const hex = /^x(?:\{([\da-fA-F]+)\}|([\da-fA-F]{0,2}))/.exec(text);
  const octal = /^(?:o\{([0-7]+)\}|(0[0-7]{0,2}))/.exec(text);
  const found = hex ?? octal;
  if (found) {
    const code = Number.parseInt(found[1] ?? found[2] ?? '', hex ? 16 : 8) || 0;
    return code > 0x10ffff ? undefined : { char: String.fromCodePoint(code), length: found[0].length };
  }
  if (/^c[ -~]/.test(text))
    return { char: String.fromCharCode(text.charAt(1).toUpperCase().charCodeAt(0) ^ 64), length: 2 };
  const control = CONTROLS[letter];
  if (control !== undefined) return { char: String.fromCharCode(control), length: 1 };
  if (letter === '' || /[\da-zA-Z]/.test(letter)) return undefined;
  const char = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return { char, length: char.length };
}

/** `\p{Lu}`, `\pL`, `\P{Greek}` behind the backslash, as JavaScript writes it. */
export function perlProperty(text: string): { readonly source: string; readonly length: number } | undefined {
  const found = /^([pP])(?:\{(\^?)([\w ]+)\}|(\w))/.exec(text);
  if (!found) return undefined;
  const name = found[3] ?? found[4] ?? '';
  const negated = (found[1] === 'P') !== (found[2] === '^');
  for (const property of [name, `Script=${name}`]) {
    const source = `\\${negated ? 'P' : 'p'}{${name === 'Any' ? 'Any' : property}}`;
    if (isProperty(source)) return { source, length: found[0].length };
  }
  return undefined;
}

function isProperty(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}
