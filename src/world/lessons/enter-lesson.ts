/** Loaded when the first lesson begins: all that only lessons need. */
import type { Lesson } from '../../lessons/lesson.ts';
import { LESSON_BEGIN, type LessonProgress } from '../../lessons/lesson-run.ts';
import type { Machine } from '../machine.ts';
import { prepareLesson } from './prepare-lesson.ts';

export { LessonRoom } from './lesson-room.ts';

/** Prepares a fresh machine for a step; `hurry` makes time run faster meanwhile. @throws PreparationError */
export async function beginLesson(
  machine: Machine,
  lesson: Lesson,
  step: number,
  hurry: (on: boolean) => void,
): Promise<LessonProgress> {
  hurry(true);
  try {
    await prepareLesson(machine, lesson, step);
  } finally {
    hurry(false);
  }
  return { ...LESSON_BEGIN, step };
}
