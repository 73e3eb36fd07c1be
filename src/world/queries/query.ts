import type { Host } from '../../host/host.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import type { JournalEntry } from '../journal.ts';
import type { ActivityLog } from '../explain/activity-log.ts';
import type { LessonSeat } from '../lessons/lesson-seat.ts';
import type { Machine } from '../machine.ts';
import type { WorldSnapshot } from '../saved-world.ts';
import type { TimelineKeeper } from '../timeline/timeline-keeper.ts';
import type { Queries, QueryName } from './queries.ts';

/** What a query may look at. */
export interface QueryContext {
  readonly host: Host;
  readonly machine: Machine;
  /** Those of the world, `machine` first. */
  readonly machines: readonly Machine[];
  readonly journal: readonly JournalEntry[];
  /** Undefined where there is no such lesson. */
  readonly loadLesson: (id: string) => Promise<Lesson | undefined>;
  /** Where the lesson is whose checks are watched. */
  readonly seat: Pick<LessonSeat, 'room' | 'enter' | 'leave'>;
  /** The lines that run in terminals, by terminal; '' where a shell is not ready yet. */
  readonly running: ReadonlyMap<string, string>;
  /** The world at this moment. */
  snapshot(): WorldSnapshot;
  /** Stores it, at once or when that is due anyway; resolves to whether it is. */
  save(when?: 'due'): Promise<boolean>;
  timeline(): Promise<TimelineKeeper>;
  /** Called once where nobody wants the answer any more. */
  whenCancelled(callback: () => void): void;
  /** What was typed and asked for. */
  readonly activity: ActivityLog;
  /** The machine of that name, while it is on. */
  machineOf(name: string): Machine | undefined;
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
