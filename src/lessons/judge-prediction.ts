import type { Probe } from '../api/probe.ts';
import { kindsOf } from './check-schema.ts';
import { judge } from './judge.ts';
import { isFound, isWhole } from './pattern.ts';
import type { FreeQuestion, Outcome, Prediction } from './questions.ts';

/** What the last command of a trial did. */
export interface LastCommand {
  readonly exitCode: number;
  /** stdout and stderr as they came. */
  readonly output: string;
}

/**
 * The right answer to a prediction after its commands have run: the index of the option that holds, as text, or what it reveals. Undefined where no option holds,
 * or more than one.
 */
export async function truthOf(
  { options, outcomes, reveals }: Prediction,
  last: LastCommand,
  probe: Probe,
): Promise<string | undefined> {
  if (reveals === 'exit') return String(last.exitCode);
  if (reveals === 'lines') return String(linesOf(last.output).length);
  if (reveals === 'output') return last.output.trim();
  const held: number[] = [];
  for (const index of options.keys()) {
    const when = outcomes[index];
    if (when && (await holds(when, last, probe))) held.push(index);
  }
  const otherwise = outcomes.indexOf(undefined);
  if (held.length === 0 && otherwise >= 0) return String(otherwise);
  return held.length === 1 ? String(held[0]) : undefined;
}

async function holds(when: Outcome, { exitCode, output }: LastCommand, probe: Probe): Promise<boolean> {
  const { exit, fails, prints, lines } = when;
  if (exit !== undefined && exit !== exitCode) return false;
  if (fails !== undefined && fails !== (exitCode !== 0)) return false;
  if (prints !== undefined && !isFound(prints, output)) return false;
  if (lines !== undefined && lines !== linesOf(output).length) return false;
  return kindsOf(when).length === 0 || (await judge(when, probe)).met;
}

const linesOf = (output: string): string[] => (output === '' ? [] : output.replace(/\n$/, '').split('\n'));

/** Whether an answer is the right one. Of a free one case, blanks around it and between words do not count. */
export const isRight = (answer: string, truth: string): boolean => plain(answer) === plain(truth);

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether a free answer is right: all of it matches, in whatever case. */
export const isAnswer = ({ matches }: FreeQuestion, text: string): boolean => isWhole(matches, text.trim());
