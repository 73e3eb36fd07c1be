import type { Hint } from './lesson.ts';
import { isFound } from './pattern.ts';

/** What a step looks like to its hints. */
export interface StepSoFar {
  readonly seconds: number;
  /** Commands typed since it began. */
  readonly commands: number;
  /** What the terminals showed since it began, without escape sequences. */
  readonly output: string;
  /** Ids of its checks that are not met. */
  readonly unmet: readonly string[];
}

/** So many commands without success show a hint that waits for a check. */
const TRIES = 2;

/** Indexes of the hints that show themselves now; the others wait to be asked for. */
export function dueHints(hints: readonly Hint[], step: StepSoFar): number[] {
  return hints.flatMap((hint, index) => (isDue(hint, step) ? [index] : []));
}

function isDue(
  { afterSeconds, onError, onFail }: Hint,
  { seconds, commands, output, unmet }: StepSoFar,
): boolean {
  if (onError !== undefined) return isFound(onError, output);
  if (onFail !== undefined)
    return (
      unmet.includes(onFail) && (afterSeconds === undefined ? commands >= TRIES : seconds >= afterSeconds)
    );
  return afterSeconds !== undefined && seconds >= afterSeconds;
}
