/**
 * Everything the starts lead to, each node behind what it leads to itself, but for the ways that close a circle; and the first circle there is, its first
 * node also at the end. Without recursion: a chain may be as long as a learner's file.
 */
export function depthFirst<T>(
  starts: Iterable<T>,
  next: (node: T) => Iterable<T>,
): { readonly order: readonly T[]; readonly cycle?: readonly T[] } {
  const done = new Set<T>();
  let cycle: readonly T[] | undefined;
  for (const start of starts) {
    /** The way to the node at hand, and what each node of it has yet to lead to. */
    const way = new Map<T, Iterator<T>>();
    const waiting: T[] = [];
    const enter = (node: T): void => {
      if (done.has(node)) return;
      way.set(node, next(node)[Symbol.iterator]());
      waiting.push(node);
    };
    enter(start);
    for (let node = waiting.at(-1); node !== undefined; node = waiting.at(-1)) {
      const following = way.get(node)?.next();
      if (following && !following.done) {
        if (!way.has(following.value)) enter(following.value);
        else cycle ??= [...waiting.slice(waiting.indexOf(following.value)), following.value];
        continue;
      }
      way.delete(node);
      waiting.pop();
      done.add(node);
    }
  }
  return { order: [...done], ...(cycle ? { cycle } : {}) };
}
