/**
 * A table in which words of a learner are looked up: without a prototype, nothing is found in it but its own entries, where any other object has a
 * `constructor` and a `toString`. The object itself is returned.
 */
export function tableOf<T extends object>(entries: T): T {
  return Object.setPrototypeOf(entries, null) as T;
}
