/**
 * A table in which words of a learner are looked up: without a prototype, nothing is found in it but its own entries, where any other object has a
 * `constructor` and a `toString`. The object itself is returned.
 */
export function tableOf<T extends object>(entries: T): T {
  return Object.setPrototypeOf(entries, null) as T;
}

/** The entry of an object that was made elsewhere, or undefined: never what every object has. */
export function ownEntry<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
