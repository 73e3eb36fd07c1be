/** Loaded when the first lesson begins: all that only lessons need. */
import type { Lesson } from '../../lessons/lesson.ts';
import { LESSON_BEGIN, type LessonProgress } from '../../lessons/lesson-run.ts';
import type { LessonStart } from '../queries/queries.ts';
import { QueryRefused } from '../queries/query.ts';
import { PreparationError, prepareLesson, type LessonWorld } from './prepare-lesson.ts';

export { LessonRoom } from './lesson-room.ts';

/** Prepares a fresh world for a step; `hurry` makes time run faster meanwhile. @throws PreparationError, QueryRefused where somebody pulled a plug meanwhile */
export async function beginLesson(
  world: LessonWorld,
  lesson: Lesson,
  { step, commands = 0 }: LessonStart,
  hurry: (on: boolean) => void,
): Promise<LessonProgress> {
  const [first] = world.machines;
  hurry(true);
  try {
    await prepareLesson(world, lesson, step);
  } catch (error) {
    const hadPower = world.machines[0] === first && world.machines.every(({ name }) => world.isOn(name));
    if (hadPower || !(error instanceof PreparationError)) throw error;
    throw new QueryRefused('A machine lost its power while the lesson was being prepared. Begin it again.');
  } finally {
    hurry(false);
  }
  return { ...LESSON_BEGIN, step, commands };
}
