/** Loaded when the first lesson begins: all that only lessons need. */
import type { Lesson } from '../../lessons/lesson.ts';
import { LESSON_BEGIN } from '../../lessons/lesson-run.ts';
import type { SavedLesson } from '../saved-world.ts';
import { LessonRoom, type LessonRoomOptions } from './lesson-room.ts';
import { prepareLesson, type LessonWorld } from './prepare-lesson.ts';

export interface EnterOptions extends Omit<LessonRoomOptions, 'lesson' | 'progress' | 'machine'> {
  /** What the world was saved with. */
  readonly saved: SavedLesson | undefined;
  /** The machine is fresh, and prepared for this step. */
  readonly fresh: { readonly step: number } | undefined;
  /** Makes time run faster while the machine is prepared. */
  readonly hurry: (on: boolean) => void;
  readonly world: LessonWorld;
}

/** Prepares the machine if it is fresh, and opens the lesson. @throws PreparationError */
export async function enterLesson(lesson: Lesson, options: EnterOptions): Promise<LessonRoom> {
  const { saved, fresh, hurry, world } = options;
  const [machine] = world.machines;
  if (!fresh) return new LessonRoom({ ...options, machine, lesson, progress: saved?.id === lesson.id ? saved.progress : undefined }); // prettier-ignore
  hurry(true);
  try {
    await prepareLesson(world, lesson, fresh.step);
  } finally {
    hurry(false);
  }
  return new LessonRoom({ ...options, machine, lesson, progress: { ...LESSON_BEGIN, step: fresh.step } });
}
