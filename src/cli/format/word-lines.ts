/** Lines below a title; without any there is no title either. */
export function titled(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [title, ...lines] : [];
}

/** A line for each pair, by name; one without a value is its name. */
export function pairLines(
  pairs: Readonly<Record<string, string>> | undefined,
  indent: string,
  between: string,
): string[] {
  return Object.entries(pairs ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${indent}${name}${value ? between + value : ''}`);
}
