/** Loaded when the first lesson begins: all that only lessons need. */
import type { Lesson } from '../../lessons/lesson.ts';
import { LESSON_BEGIN } from '../../lessons/lesson-run.ts';
import type { SavedLesson } from '../saved-world.ts';
import { LessonRoom, type LessonRoomOptions } from './lesson-room.ts';
import { prepareLesson } from './prepare-lesson.ts';

export interface EnterOptions extends Omit<LessonRoomOptions, 'lesson' | 'progress'> {
  /** What the world was saved with. */
  readonly saved: SavedLesson | undefined;
  /** The machine is fresh, and prepared for this step. */
  readonly fresh: { readonly step: number } | undefined;
  /** Makes time run faster while the machine is prepared. */
  readonly hurry: (on: boolean) => void;
}

/** Prepares the machine if it is fresh, and opens the lesson. @throws PreparationError */
export async function enterLesson(lesson: Lesson, options: EnterOptions): Promise<LessonRoom> {
  const { saved, fresh, hurry, machine } = options;
  if (!fresh) return new LessonRoom({ ...options, lesson, progress: saved?.id === lesson.id ? saved.progress : undefined }); // prettier-ignore
  hurry(true);
  try {
    await prepareLesson(machine, lesson, fresh.step);
  } finally {
    hurry(false);
  }
  return new LessonRoom({ ...options, lesson, progress: { ...LESSON_BEGIN, step: fresh.step } });
}
