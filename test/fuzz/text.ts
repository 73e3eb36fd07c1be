import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

/** Names that mean something to JavaScript. */
export const POISON = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  'valueOf',
  'then',
  '__defineGetter__',
];

/** Characters that programs trip over: NUL, escapes, a byte order mark, a half of a pair, turned text, signs of several units. */
const ODD = [
  '\0', '\x1b', '\r', '\r\n', '\t', '\v', '\x7f', '\x85', '\u00a0', '\u2028', '\u202e', '\ufeff', '\ud800', '\udc00', '\ufffd', '😀', 'ı', 'ß', '\u0301', '٣',
]; // prettier-ignore

const NUMBERS = [
  '0',
  '-1',
  '1e309',
  '9007199254740993',
  '18446744073709551616',
  '0x7f',
  '1e-400',
  'NaN',
  '٣',
];

export const odd: Text = fc.constantFrom(...ODD, ...POISON, ...NUMBERS);

/** Rarely, and then long: what costs a square of its length shows. */
const long: Text = fc
  .tuple(fc.constantFrom('a', '0', ' ', '\n', '[', '(', '{', '\\', '/', '"', "'", '$', '-', '*', ',', '=', ':', '#', '{{', '${', 'é'), fc.integer({ min: 200, max: 20_000 }))
  .map(([piece, times]) => piece.repeat(times)); // prettier-ignore

/** A short text of a grammar's words, with garbage between them. */
export function mixed(words: readonly string[], options: { readonly most?: number } = {}): Text {
  const piece = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...words) },
    { weight: 3, arbitrary: odd },
    { weight: 2, arbitrary: fc.string({ maxLength: 8 }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'binary' }) },
  );
  const text = fc.array(piece, { maxLength: options.most ?? 40 }).map((pieces) => pieces.join(''));
  const withLong = fc.tuple(text, long, text).map((parts) => parts.join(''));
  return fc.oneof({ weight: 30, arbitrary: text }, { weight: 1, arbitrary: withLong });
}

/** What was well formed, after something happened to it: bytes changed, cut out, doubled or put in. */
export function damaged(original: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const wound = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    what: fc.constantFrom('flip', 'cut', 'double', 'insert', 'end'),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  });
  return fc
    .tuple(original, fc.array(wound, { maxLength: 4 }))
    .map(([bytes, wounds]) => wounds.reduce((current, each) => hurt(current, each), bytes));
}

function hurt(
  bytes: Uint8Array,
  { at, what, bytes: given }: { at: number; what: string; bytes: Uint8Array },
): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const [head, tail] = [bytes.slice(0, place), bytes.slice(place)];
  if (what === 'end') return head;
  if (what === 'cut') return Uint8Array.of(...head, ...tail.slice(given.length));
  if (what === 'insert') return Uint8Array.of(...head, ...given, ...tail);
  if (what === 'double') return Uint8Array.of(...head, ...tail.slice(0, 40), ...tail);
  tail.set(given.slice(0, tail.length));
  return Uint8Array.of(...head, ...tail);
}

/** A text whose `nth` occurrence of something is something else, counted round. */
export function replaceNth(text: string, find: string, put: string, nth: number): string {
  const parts = text.split(find);
  if (parts.length < 2) return text;
  const at = 1 + (nth % (parts.length - 1));
  return parts.slice(0, at).join(find) + put + parts.slice(at).join(find);
}
