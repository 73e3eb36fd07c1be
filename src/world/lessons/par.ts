import { splitCommands } from '../../shell/split-commands.ts';
import type { Lesson, LessonStep } from '../../lessons/lesson.ts';
import { readScriptLine } from '../../lib/script-line.ts';

export type Stars = 1 | 2 | 3;

/** A good number of commands for a lesson: what its author says, else what its solution or its text takes, whichever is more, step by step. */
export function parOf({ par, steps }: Pick<Lesson, 'par' | 'steps'>): number {
  return par ?? steps.reduce((sum, step) => sum + Math.max(ofSolution(step), ofText(step)), 0);
}

const ofSolution = ({ solution }: LessonStep): number =>
  splitCommands(solution).filter((line) => !readScriptLine(line).deed).length;

/** Keys for a program that runs are no commands. */
const ofText = ({ pieces }: LessonStep): number =>
  pieces.reduce(
    (sum, piece) =>
      piece.kind === 'commands' && !piece.inside && !piece.interrupt
        ? sum + splitCommands(piece.text).length
        : sum,
    0,
  );

/** Half as much again still has two. */
export function starsFor(commands: number, par: number): Stars {
  if (commands <= par) return 3;
  return commands <= par * 1.5 ? 2 : 1;
}
