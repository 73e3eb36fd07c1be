import { isDeepStrictEqual } from 'node:util';
import type { Comparison } from './suite.ts';

/** A suite's outcome, as `--json` writes it. */
export interface SuiteResult {
  readonly passed: number;
  readonly total: number;
  readonly failed: string[];
}

export interface Outcome {
  readonly result: SuiteResult;
  readonly failures: readonly Comparison[];
}

/** Compares what came out with what was expected, as data: undefined fields do not count, nor does the order of keys. */
export function judge(comparisons: readonly Comparison[]): Outcome {
  const failures = comparisons.filter(
    ({ actual, expected }) => !isDeepStrictEqual(toData(actual), toData(expected)),
  );
  const failed = failures.map(({ name }) => name);
  return {
    result: { passed: comparisons.length - failures.length, total: comparisons.length, failed },
    failures,
  };
}

function toData(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown;
}

/** `suite  passed/total  percent` */
export function formatResult(suite: string, { passed, total }: SuiteResult): string {
  const percent = total === 0 ? 100 : (100 * passed) / total;
  return `${suite.padEnd(26)}  ${`${passed}/${total}`.padStart(9)}  ${percent.toFixed(1).padStart(5)}%`;
}

/** The lines in which a failure's two sides differ. */
export function formatFailure(suite: string, { name, actual, expected }: Comparison): string {
  const [left, right] = [toLines(expected), toLines(actual)];
  const only = (lines: readonly string[], others: readonly string[], mark: string): string[] =>
    lines.filter((line) => !others.includes(line)).map((line) => `    ${mark} ${line}`);
  return [`  ${suite}: ${name}`, ...only(left, right, '-'), ...only(right, left, '+')].join('\n');
}

function toLines(value: unknown): string[] {
  const data = toData(value);
  const text = typeof data === 'string' ? data : JSON.stringify(data, null, 1);
  return text.split('\n').map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line));
}
