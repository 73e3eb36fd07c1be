/** Loaded when the first lesson begins: all that only lessons need. */
import type { Lesson } from '../../lessons/lesson.ts';
import { LESSON_BEGIN, type LessonProgress } from '../../lessons/lesson-run.ts';
import type { LessonStart } from '../queries/queries.ts';
import { prepareLesson, type LessonWorld } from './prepare-lesson.ts';

export { LessonRoom } from './lesson-room.ts';

/** Prepares a fresh world for a step; `hurry` makes time run faster meanwhile. @throws PreparationError */
export async function beginLesson(
  world: LessonWorld,
  lesson: Lesson,
  { step, commands = 0 }: LessonStart,
  hurry: (on: boolean) => void,
): Promise<LessonProgress> {
  hurry(true);
  try {
    await prepareLesson(world, lesson, step);
  } finally {
    hurry(false);
  }
  return { ...LESSON_BEGIN, step, commands };
}
