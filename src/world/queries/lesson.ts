import type { Lesson } from '../../lessons/lesson.ts';
import { readScriptLine } from '../../lib/script-line.ts';
import { splitCommands } from '../../shell/split-commands.ts';
import { withToken } from '../lessons/worker-token.ts';
import { QueryRefused, type QueryContext, type QueryHandler } from './query.ts';

async function findLesson({ loadLesson }: QueryContext, id: string): Promise<Lesson> {
  const lesson = await loadLesson(id);
  if (!lesson) throw new QueryRefused(`There is no lesson ${id}.`);
  return lesson;
}

export const lesson: QueryHandler<'lesson'> = async (context, { id }) => {
  const found = await findLesson(context, id);
  const { title, summary, minutes, intro, steps, files } = found;
  return {
    title,
    summary,
    minutes,
    par: (await import('../lessons/par.ts')).parOf(found),
    intro,
    steps: steps.map(({ id: step, title: heading, pieces, hints = [], solution, checks }) => ({
      id: step,
      title: heading,
      pieces,
      hints: hints.map(({ text }) => text),
      solution: splitCommands(solution).map(readScriptLine),
      hasChecks: checks.length > 0,
    })),
    files: Object.keys(files),
  };
};

export const lessonStart: QueryHandler<'lessonStart'> = async (context, { id, fresh }) => {
  const found = await findLesson(context, id);
  await context.seat.enter(found, fresh);
  // What was prepared is nothing to be undone. Who left meanwhile has another timeline.
  if (fresh && context.seat.room?.lesson.id === id)
    (await context.timeline()).begin(context.snapshot(), `The lesson begins: ${found.title}`);
  return {};
};

export const lessonPass: QueryHandler<'lessonPass'> = ({ seat }) => {
  seat.room?.passOver();
  return {};
};

export const lessonAnswer: QueryHandler<'lessonAnswer'> = ({ seat }, { question, text }) => ({
  right: seat.room?.answer(question, text),
});

export const lessonCommand: QueryHandler<'lessonCommand'> = async ({ machine }, { command }) => ({
  command: await withToken(machine, command),
});

export const lessonLeave: QueryHandler<'lessonLeave'> = (context) => {
  context.seat.leave();
  return {};
};
