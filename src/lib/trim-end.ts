/**
 * The text without any of these characters at its end. `text.replace(/\/+$/, '')` does the same, but looks at each run of them again from each of its
 * characters: on a long run inside of a text that takes a time that grows with its square.
 */
export function withoutEnd(text: string, chars: string): string {
  let end = text.length;
  while (end > 0 && chars.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
