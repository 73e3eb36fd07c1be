import { describeError, nameOf, type Case, type Comparison } from '../suite.ts';

/** Looks at one case after the other; an exception is what the code under test made of the case. */
export async function compareCases<C extends Case>(
  cases: readonly C[],
  compare: (testCase: C) => Promise<Omit<Comparison, 'name'>>,
): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const [index, testCase] of cases.entries()) {
    const name = nameOf(testCase, index);
    try {
      comparisons.push({ name, ...(await compare(testCase)) });
    } catch (error) {
      comparisons.push({ name, actual: { thrown: describeError(error) }, expected: testCase.expected });
    }
  }
  return comparisons;
}
