import { transformSource } from './transform-source.ts';

/** Sources that are remembered: a Flask and what it imports, of some apps. */
const KEPT = 64;
const known = new Map<string, string>();

/** As transformSource; replicas of one app import the same modules. */
export function cachedTransform(source: string): string {
  const found = known.get(source) ?? transformSource(source);
  known.delete(source);
  known.set(source, found);
  for (const [oldest] of known) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
  }
  return found;
}
