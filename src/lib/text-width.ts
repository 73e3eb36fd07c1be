/** Columns a terminal gives one code point: 0 for marks that combine, 2 for East Asian wide ones and emoji. @see UAX #11 */
export function charWidth(code: number): 0 | 1 | 2 {
  if (code < 0x20 || code === 0x7f) return 0;
  if (code < 0x300) return 1;
  if (
    (code >= 0x300 && code <= 0x36f) ||
    code === 0x200b ||
    code === 0x200d ||
    (code >= 0xfe00 && code <= 0xfe0f)
  )
    return 0;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}

/** Columns of a text; control characters take none. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char.codePointAt(0) ?? 0);
  return width;
}

/** At most so many columns of it, with an ellipsis where something was cut. */
export function truncateText(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let kept = '';
  let width = 0;
  const room = columns > 1 ? columns - 1 : columns;
  for (const char of text) {
    const next = charWidth(char.codePointAt(0) ?? 0);
    if (width + next > room) break;
    kept += char;
    width += next;
  }
  return columns > 1 ? `${kept}…` : kept;
}
