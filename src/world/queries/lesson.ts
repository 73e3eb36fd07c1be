import type { Lesson } from '../../lessons/lesson.ts';
import { hostView, writeFiles } from '../machine-image.ts';
import { PROJECT_FOLDER } from '../world.ts';
import { QueryRefused, type QueryContext, type QueryHandler } from './query.ts';

function findLesson({ lessons }: QueryContext, id: string): Lesson {
  const lesson = lessons.find((candidate) => candidate.id === id);
  if (!lesson) throw new QueryRefused(`There is no lesson ${id}.`);
  return lesson;
}

export const lesson: QueryHandler<'lesson'> = (context, { id }) => {
  const { title, markdown, files } = findLesson(context, id);
  return { title, markdown, files: Object.keys(files) };
};

/** Puts the lesson's files there where they are missing and begins to watch its checks. */
export const lessonStart: QueryHandler<'lessonStart'> = (context, { id }) => {
  const found = findLesson(context, id);
  writeFiles(hostView(context.machine.kernel), PROJECT_FOLDER, found.files, true);
  context.startLesson(found);
  return {};
};
