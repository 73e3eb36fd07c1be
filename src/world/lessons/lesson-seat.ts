import type { Host } from '../../host/host.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import type { LessonRecord } from '../mirror.ts';
import type { LessonStart } from '../queries/queries.ts';
import type { SavedLesson } from '../saved-world.ts';
import type { LessonRoom } from './lesson-room.ts';
import type { LessonWorld } from './prepare-lesson.ts';

/** The lesson of a world that goes on in another one. */
export interface HandedLesson {
  readonly lesson: Lesson;
  /** How far it is; undefined for one that has only just begun. */
  readonly saved: SavedLesson | undefined;
}

export interface LessonSeatOptions {
  readonly host: Host;
  /** Whose first machine is another one after its power was off. */
  readonly world: () => LessonWorld;
  readonly saved: SavedLesson | undefined;
  /** Makes time run faster while a machine is prepared. */
  readonly hurry: (on: boolean) => void;
  /** Told what the page shows of the lesson; undefined when it is left. */
  readonly tell: (record: LessonRecord | undefined) => void;
  /** Something was noted that a check may be about. */
  readonly changed: () => void;
}

/** Where a learner sits down to a lesson, one at a time. The code of lessons is loaded with the first. */
export class LessonSeat {
  readonly #options: LessonSeatOptions;
  #room: LessonRoom | undefined;
  /** Being prepared: the last one that was asked for. */
  #entering: { readonly lesson: Lesson } | undefined;
  #saved: SavedLesson | undefined;

  constructor(options: LessonSeatOptions) {
    this.#options = options;
    this.#saved = options.saved;
  }

  get room(): LessonRoom | undefined {
    return this.#room;
  }

  /** What is saved of it. */
  get saved(): SavedLesson | undefined {
    return this.#room ? { id: this.#room.lesson.id, progress: this.#room.progress } : this.#saved;
  }

  /**
   * Opens a lesson in place of the one that was there. `fresh`: the machine was just reset, and is prepared for this step; else the lesson goes
   * on where it was saved. Whoever enters, leaves or hands over meanwhile has the last word. @throws PreparationError
   */
  async enter(lesson: Lesson, fresh?: LessonStart): Promise<void> {
    const { host, world, hurry, tell, changed } = this.#options;
    const entering = { lesson };
    this.#entering = entering;
    try {
      const { beginLesson, LessonRoom } = await import('./enter-lesson.ts');
      if (this.#entering !== entering) return;
      this.#endRoom();
      const saved = this.#saved?.id === lesson.id ? this.#saved.progress : undefined;
      const progress = fresh ? await beginLesson(world(), lesson, fresh, hurry) : saved;
      if (this.#entering !== entering) return;
      this.#room = new LessonRoom({ machine: world().machines[0], host, lesson, progress, tell, changed });
      changed();
    } finally {
      if (this.#entering === entering) this.#entering = undefined;
    }
  }

  /** The machine has booted anew: the lesson goes on with it. What the learner did in the step at hand before is not counted. */
  async machineBooted(): Promise<void> {
    const lesson = this.#room?.lesson;
    if (!lesson) return;
    this.#saved = this.saved;
    await this.enter(lesson);
  }

  leave(): void {
    this.#endRoom();
    this.#saved = undefined;
    this.#entering = undefined;
  }

  /** Nothing is watched any more. @returns the lesson that was open, or about to be */
  end(): HandedLesson | undefined {
    const { saved } = this;
    const lesson = this.#entering?.lesson ?? this.#room?.lesson;
    this.#entering = undefined;
    this.#room?.end();
    return lesson && { lesson, saved: saved?.id === lesson.id ? saved : undefined };
  }

  #endRoom(): void {
    if (!this.#room) return;
    this.#saved = this.saved;
    this.#room.end();
    this.#room = undefined;
    this.#options.tell(undefined);
  }
}
