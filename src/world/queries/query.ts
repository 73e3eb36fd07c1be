import type { Lesson } from '../../lessons/lesson.ts';
import type { LessonRoom } from '../lessons/lesson-room.ts';
import type { Machine } from '../machine.ts';
import type { WorldSnapshot } from '../saved-world.ts';
import type { TimelineKeeper } from '../timeline/timeline-keeper.ts';
import type { Queries, QueryName } from './queries.ts';

/** What a query may look at. */
export interface QueryContext {
  readonly machine: Machine;
  /** Those of the world, `machine` first. */
  readonly machines: readonly Machine[];
  /** Undefined where there is no such lesson. */
  readonly loadLesson: (id: string) => Promise<Lesson | undefined>;
  /** The lesson that is watched. */
  readonly room: LessonRoom | undefined;
  /** Makes this lesson the one whose checks are watched. */
  enterLesson(lesson: Lesson, fresh: { step: number } | undefined): Promise<void>;
  leaveLesson(): void;
  /** The lines that run in terminals, by terminal; '' where a shell is not ready yet. */
  readonly running: ReadonlyMap<string, string>;
  /** The world at this moment. */
  snapshot(): WorldSnapshot;
  timeline(): Promise<TimelineKeeper>;
}

/** A request that can't be answered as asked; the message is for the learner. */
export class QueryRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'QueryRefused';
  }
}

/** Answers one kind of query, in a task of the world. @throws QueryRefused */
export type QueryHandler<Q extends QueryName> = (
  context: QueryContext,
  parameters: Queries[Q]['parameters'],
) => Queries[Q]['answer'] | Promise<Queries[Q]['answer']>;
