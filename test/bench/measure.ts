/** What a benchmark is held against in the same run. */
export interface Baseline {
  readonly name: string;
  readonly median: number;
}

/** One line of the table. */
export interface Row {
  readonly name: string;
  /** Middle of the runs unless the name says what else, in `unit`. */
  readonly median: number;
  readonly unit: 'ms' | 'µs' | 'kB' | 'frames/s' | 'requests/s' | 'MB/s';
  readonly runs: number;
  readonly baselines?: readonly Baseline[];
}

/** A benchmark that could not run here, and why. */
export interface Skipped {
  readonly name: string;
  readonly skipped: string;
}

/** Measures one thing; may take seconds. */
export type Benchmark = () => Promise<readonly (Row | Skipped)[]>;

/** The middle of the values; of an even count the mean of the middle two. @throws RangeError where there are none */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('median of nothing');
  return (low + high) / 2;
}

/** The value that so many in a hundred are not above (nearest rank). @throws RangeError where there are none */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('percentile of nothing');
  return found;
}

/** Real milliseconds of each run of `body`. `prepare` is done before each run and is not measured. */
export async function times<T>(
  runs: number,
  prepare: () => T | Promise<T>,
  body: (prepared: T) => unknown,
): Promise<number[]> {
  const found: number[] = [];
  for (let run = 0; run < runs; run++) {
    const prepared = await prepare();
    const begin = performance.now();
    await body(prepared);
    found.push(performance.now() - begin);
  }
  return found;
}
