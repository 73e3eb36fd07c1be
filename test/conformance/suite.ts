/** One case of a suite, as its file has it. Which fields there are is the suite's own affair. */
export interface Case {
  readonly name?: string;
  readonly id?: string;
  readonly fn?: string;
  readonly input?: unknown;
  readonly expected?: unknown;
  readonly [field: string]: unknown;
}

export interface SuiteFile {
  readonly suite?: string;
  readonly cases: readonly Case[];
  readonly [field: string]: unknown;
}

/** What the project made of a case beside what was expected; the runner compares them as data. */
export interface Comparison {
  readonly name: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

/** Runs the project's real code on a suite's cases. An adapter translates; it never decides, special-cases or corrects. */
export interface Adapter {
  /** The suite's id: the base name of its file. */
  readonly suite: string;
  run(file: SuiteFile, path: string): Promise<readonly Comparison[]> | readonly Comparison[];
}

/** A case's name in the output. */
export function nameOf(testCase: Case, index: number): string {
  return testCase.name ?? testCase.id ?? `case ${index + 1}`;
}

/** An adapter that looks at one case at a time; an exception is what the code under test made of the case. */
export function createCaseAdapter(
  suite: string,
  compare: (testCase: Case, file: SuiteFile) => Omit<Comparison, 'name'>,
): Adapter {
  return {
    suite,
    run: (file) =>
      file.cases.map((testCase, index) => {
        const name = nameOf(testCase, index);
        try {
          return { name, ...compare(testCase, file) };
        } catch (error) {
          return { name, actual: { thrown: describeError(error) }, expected: testCase.expected };
        }
      }),
  };
}

/** An error in words, for a report. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** The value of a computation, or the message of what it throws. */
export function attempt<T>(compute: () => T): { value: T } | { error: string } {
  try {
    return { value: compute() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** The fields of `actual` that `expected` has: for suites whose expectation is a part of the answer. */
export function pick(actual: Readonly<Record<string, unknown>>, expected: unknown): Record<string, unknown> {
  const keys = typeof expected === 'object' && expected !== null ? Object.keys(expected) : [];
  return Object.fromEntries(keys.map((key) => [key, actual[key]]));
}
