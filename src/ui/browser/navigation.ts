/** Where the browser panel has been. */
export interface Navigation<T> {
  readonly entries: readonly T[];
  /** -1 while there is nowhere. */
  readonly index: number;
}

export const NOWHERE: Navigation<never> = { entries: [], index: -1 };

/** Goes somewhere new: what was ahead is forgotten. */
export function visit<T>({ entries, index }: Navigation<T>, entry: T): Navigation<T> {
  return { entries: [...entries.slice(0, index + 1), entry], index: index + 1 };
}

export function step<T>({ entries, index }: Navigation<T>, by: -1 | 1): Navigation<T> {
  return { entries, index: canStep({ entries, index }, by) ? index + by : index };
}

export function canStep<T>({ entries, index }: Navigation<T>, by: -1 | 1): boolean {
  return index + by >= 0 && index + by < entries.length;
}

/** The place at hand is really this one (a redirect led there). */
export function correct<T>({ entries, index }: Navigation<T>, entry: T): Navigation<T> {
  return { entries: entries.map((other, at) => (at === index ? entry : other)), index };
}
