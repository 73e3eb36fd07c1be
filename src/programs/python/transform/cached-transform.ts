import type { Edited } from './edits.ts';
import { transformSource } from './transform-source.ts';

/** Sources that are remembered: a Flask and what it imports, of some apps. */
const KEPT = 64;
const known = new Map<string, Edited>();

/** As transformSource; replicas of one app import the same modules. */
export function cachedTransform(source: string, of: 'program' | 'library' = 'program'): Edited {
  const key = `${of}:${source}`;
  const found = known.get(key) ?? transformSource(source, of);
  known.delete(key);
  known.set(key, found);
  for (const [oldest] of known) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
  }
  return found;
}
