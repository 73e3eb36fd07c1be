import type { ActivityLog } from './explain/activity-log.ts';
import type { FileWatch } from './file-watch.ts';
import type { HandedLesson } from './lessons/lesson-seat.ts';
import type { OutsideEditor } from './outside-editor.ts';
import type { ToWorld } from './protocol.ts';
import type { WorldSnapshot } from './saved-world.ts';
import type { HandedTerminal } from './terminals.ts';
import type { LazyTimeline } from './timeline/lazy-timeline.ts';
import { PROJECT_FOLDER } from './world.ts';
import type { WorldWatch } from './world-watch.ts';

export type AnyQuery = Extract<ToWorld, { kind: 'query' }>;

/** What a world leaves to the one that it becomes by going to another point of the timeline: all that is the page's rather than the world's. */
export interface Handover {
  readonly timeline: LazyTimeline;
  readonly watch: WorldWatch;
  readonly files: FileWatch;
  readonly terminals: readonly HandedTerminal[];
  readonly editor: OutsideEditor;
  readonly commands: string[];
  readonly activity: ActivityLog;
  /** The lesson that goes on. */
  readonly lesson: HandedLesson | undefined;
  readonly pageState: string | undefined;
  readonly completes: boolean;
  /** Not answered yet. */
  readonly queries: readonly AnyQuery[];
  readonly saving: Promise<unknown>;
}

/** Working directories are those of the moment that is restored; what was typed stays in the shells' memory. */
export function savedTerminals(
  restore: WorldSnapshot | undefined,
  handover: Handover | undefined,
): WorldSnapshot['terminals'] {
  const saved = restore?.terminals ?? {};
  const now = (handover?.terminals ?? []).map(
    ({ id, history }) => [id, { cwd: saved[id]?.cwd ?? PROJECT_FOLDER, history }] as const,
  );
  return { ...saved, ...Object.fromEntries(now) };
}
