/** A sentence of ours in which code stands between backquotes. */
export function InlineCode({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part));
}
