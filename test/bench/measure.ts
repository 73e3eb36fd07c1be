import { getHeapSpaceStatistics } from 'node:v8';

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
  /** The same in time of the processor, collecting garbage included: what others do on the machine matters less to it. In `unit`. */
  readonly cpu?: number;
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

/** What each run took, in milliseconds. */
export interface Timed {
  readonly wall: readonly number[];
  readonly cpu: readonly number[];
}

/** Real milliseconds of each run of `body`. `prepare` is done before each run and is not measured. */
export async function times<T>(
  runs: number,
  prepare: () => T | Promise<T>,
  body: (prepared: T) => unknown,
): Promise<number[]> {
  return (await timed(runs, prepare, body)).wall.slice();
}

/** As `times`, with the processor's time beside the real one. */
export async function timed<T>(
  runs: number,
  prepare: () => T | Promise<T>,
  body: (prepared: T) => unknown,
): Promise<Timed> {
  const [wall, cpu]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    const prepared = await prepare();
    const [begin, before] = [performance.now(), process.cpuUsage()];
    await body(prepared);
    wall.push(performance.now() - begin);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  return { wall, cpu };
}

/** Bytes in use, without machine code (which grows as what runs often is compiled), and without garbage where node was started with --expose-gc. */
export function heapBytes(): number {
  const { gc } = globalThis as { gc?: () => void };
  gc?.();
  gc?.();
  return getHeapSpaceStatistics()
    .filter(({ space_name: name }) => !/code|trusted/.test(name))
    .reduce((sum, { space_used_size: bytes }) => sum + bytes, 0);
}
