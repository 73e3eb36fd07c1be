import fc from 'fast-check';

/** One kind of input: what is tried, and what has to hold for each. */
export interface FuzzKind<T = unknown> {
  readonly name: string;
  readonly input: fc.Arbitrary<T>;
  /** @throws where the input did harm */
  holds(input: T): void | Promise<void>;
  /** How many the gate tries. */
  readonly gateRuns: number;
}

/** Milliseconds of the processor that one input may take at most, whatever else this computer does: far more than any of them needs, far less than work that grows out of hand. */
const MOST_MS = 10_000;

/** Own properties of every object, which nothing may add to. */
const SHARED = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const before = SHARED.map((each) => Reflect.ownKeys(each).length);

export interface FuzzResult {
  readonly runs: number;
  /** The smallest input that failed, as text, and why. */
  readonly find?: { readonly input: string; readonly reason: string };
}

/** Tries that many inputs, and gives the smallest one that does harm. `began` is told of each, so that somebody can say which one hangs. */
export async function tryKind<T>(
  { input, holds }: FuzzKind<T>,
  options: { readonly runs: number; readonly seed: number; readonly began?: (input: unknown) => void },
): Promise<FuzzResult> {
  const property = fc.asyncProperty(input, async (value) => {
    options.began?.(value);
    const began = process.cpuUsage();
    await holds(value);
    const { user, system } = process.cpuUsage(began);
    const tookMs = (user + system) / 1000;
    if (tookMs > MOST_MS) throw new Error(`took ${Math.round(tookMs)} ms`);
    if (SHARED.some((each, index) => Reflect.ownKeys(each).length !== before[index]))
      throw new Error('a prototype was changed');
  });
  const result = await fc.check(property, { numRuns: options.runs, seed: options.seed });
  if (!result.failed) return { runs: result.numRuns };
  const error = result.errorInstance as Error | null;
  return {
    runs: result.numRuns,
    find: {
      input: shortened(fc.stringify(result.counterexample?.[0])).slice(0, 2000),
      reason: String(error?.stack ?? error).slice(0, 1500),
    },
  };
}

/** The same again and again is told once, with its number. */
function shortened(text: string): string {
  return text.replace(
    /(.{1,2})\1{40,}/gu,
    (all, piece: string) => `${piece}(${all.length / piece.length} times)`,
  );
}

/** Lets errors of these kinds pass: they are the answer. */
export function answers(work: () => unknown, ...kinds: readonly (new (...given: never[]) => Error)[]): void {
  try {
    work();
  } catch (error) {
    if (!kinds.some((kind) => error instanceof kind)) throw error;
  }
}

/** What a program wrote holds nothing of the language it is made in, unless that was asked for. */
export function checkWritten(text: string, input: string): void {
  const strange = /native code|\[object \w+\]|\bundefined\b|\bNaN\b/.exec(text)?.[0];
  if (strange !== undefined && !input.includes(strange))
    throw new Error(`wrote ${strange}: ${text.slice(0, 500)}`);
}
