/** How far apart two names may be to be suggested for one another, plus one. */
const LIMIT = 3;

/**
 * A message with ` (did you mean X?)` where a known name is near; unchanged where the name itself is known.
 * @param caseSensitive otherwise letters are compared in lower case and the suggestion takes the case of what was typed
 * @see buildkit v0.22 util/suggest/error.go
 */
export function withSuggestion(
  message: string,
  typed: string,
  known: readonly string[],
  caseSensitive: boolean,
): string {
  const match = nearestName(typed, known, caseSensitive);
  return match === undefined ? message : `${message} (did you mean ${match}?)`;
}

/** The known name nearest to what was typed; undefined where none is near or it is known. */
export function nearestName(
  typed: string,
  known: readonly string[],
  caseSensitive: boolean,
): string | undefined {
  const wanted = caseSensitive ? typed : typed.toLowerCase();
  let best = LIMIT;
  let match: string | undefined;
  for (const name of known) {
    const candidate = caseSensitive ? name : name.toLowerCase();
    if (candidate === wanted) return undefined;
    const distance = editDistance(wanted, candidate);
    if (distance < best) {
      best = distance;
      match = caseSensitive ? name : matchCase(candidate, typed);
    }
  }
  return match;
}

function matchCase(name: string, typed: string): string {
  if (typed === typed.toLowerCase()) return name.toLowerCase();
  return typed === typed.toUpperCase() ? name.toUpperCase() : name;
}

/** Levenshtein's distance: insertions, deletions and replacements. */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
