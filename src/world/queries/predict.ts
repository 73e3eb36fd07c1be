import { isRight } from '../../lessons/judge-prediction.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import type { Prediction } from '../../lessons/questions.ts';
import { TrialError, tryOnCopy, type Trial } from '../lessons/try-on-copy.ts';
import { QueryRefused, type QueryContext, type QueryHandler } from './query.ts';

/** Tells what is the right answer to a prediction, in the world as it is. */
export const predict: QueryHandler<'predict'> = async (context, { question: id, answer, terminal }) => {
  const question = context.seat.room && findPrediction(context.seat.room.lesson, id);
  if (!question) throw new QueryRefused('The lesson asks no such question.');
  const trial = question.try === undefined ? undefined : await tried(context, question, terminal);
  const truth = trial ? trial.truth : question.answer;
  if (truth === undefined) throw new QueryRefused('On a copy of your machine none of these came true.');
  return {
    right: isRight(answer, truth),
    truth,
    asExpected: isRight(truth, question.answer),
    tried: trial?.commands ?? [],
  };
};

async function tried(
  { host, snapshot }: QueryContext,
  question: Prediction,
  terminal: string,
): Promise<Trial> {
  const now = snapshot();
  const cwd = now.terminals[terminal]?.cwd;
  try {
    return await tryOnCopy({ host, snapshot: now, question, ...(cwd === undefined ? {} : { cwd }) });
  } catch (error) {
    if (error instanceof TrialError) throw new QueryRefused(error.message);
    throw error;
  }
}

function findPrediction({ steps }: Lesson, id: string): Prediction | undefined {
  for (const piece of steps.flatMap(({ pieces }) => pieces))
    if (piece.kind === 'predict' && piece.question.id === id) return piece.question;
  return undefined;
}
