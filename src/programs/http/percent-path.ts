/** A byte that is no UTF-8 is kept as a lone surrogate, which no text has, so that nothing is lost. */
const KEPT = 0xdc00;

/** A path without its percent-escapes; bytes that are no UTF-8 stay in it for `encodePath`. Escapes that are none stay as they are; never fails. */
export function decodePath(raw: string): string {
  return raw.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return decodeBytes(
        [...escaped.matchAll(/%(..)/g)].map(([, digits = '']) => Number.parseInt(digits, 16)),
      );
    }
  });
}

/** Sequences of UTF-8, one by one; what is none is kept byte by byte. */
function decodeBytes(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    const character = strictly(bytes.slice(at, at + length));
    text += character ?? String.fromCharCode(KEPT + first);
    at += character === undefined ? 1 : length;
  }
  return text;
}

function strictly(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return undefined;
  }
}

/** The path as it stands in a URL: what `encodeURI` escapes, and the bytes that are no UTF-8 as they came. */
export function encodePath(path: string): string {
  return path
    .split(/((?<![\ud800-\udbff])[\udc80-\udcff])/)
    .map((part, index) =>
      index % 2 === 1 ? `%${(part.charCodeAt(0) - KEPT).toString(16)}` : encodeURI(part),
    )
    .join('');
}
