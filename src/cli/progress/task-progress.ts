import { TASK_STATES, type Service, type Task, type TaskState } from '../../api/service-types.ts';
import type { ProgressLine } from './progress-writer.ts';

/** Those that count here, in their order. @see docker/cli v28.2.2 cli/command/service/progress/progress.go */
const STATES = TASK_STATES.slice(0, TASK_STATES.indexOf('remove'));
const RUNNING = STATES.indexOf('running') + 1;
const LONGEST_STATE = 'preparing'.length;
/** More tasks than this are counted, and not shown one by one. */
const MOST_ROWS = 20;
const LONGEST_ERROR = 75;

const RANK: ReadonlyMap<TaskState, number> = new Map(STATES.map((state, index) => [state, index + 1]));

/** 1 … 13; 0 for states that do not count here. */
const rank = (state: TaskState): number => RANK.get(state) ?? 0;
const hasEnded = (state: TaskState): boolean => rank(state) > RUNNING;
const isRunning = ({ DesiredState, Status }: Task): boolean =>
  !hasEnded(DesiredState) && Status.State === 'running';

/** How far the tasks of a service are, look by look: what changed is said, and whether all that should run does. */
export class TaskProgress {
  readonly #rows = new Map<string, number>();
  #isStarted = false;
  #isDone = false;

  /** @param active IDs of the nodes that are not down */
  see(
    service: Service,
    tasks: readonly Task[],
    active: ReadonlySet<string>,
    rollback: boolean,
  ): { lines: ProgressLine[]; isDone: boolean } {
    const wanted = service.Spec.Mode.Replicated?.Replicas;
    const counted = tasks.filter(({ DesiredState, Status }) => rank(DesiredState) && rank(Status.State));
    const isActive = ({ NodeID }: Task): boolean => !NodeID || active.has(NodeID);
    // One task for each place: a global service has one on each node.
    const places =
      wanted === undefined
        ? current(counted, ({ NodeID }) => NodeID ?? '')
        : current(counted.filter(isActive), ({ Slot }) => String(Slot));
    const total = wanted ?? places.size;
    if (wanted === undefined && !this.#isStarted && total === 0)
      return { lines: [{ id: 'overall progress', text: 'waiting for new tasks' }], isDone: false };
    const lines = this.#start(total, wanted !== undefined, rollback);
    const shown = [...places].filter(([, task]) => wanted !== undefined || active.has(task.NodeID ?? ''));
    if (this.#isDone && [...places.values()].some(({ Status }) => Status.State !== 'running'))
      this.#isDone = false;
    const running = shown.filter(([, task]) => isRunning(task)).length;
    if (!this.#isDone) {
      if (total <= MOST_ROWS)
        for (const [place, task] of shown.sort(([a], [b]) => byPlace(a, b)))
          lines.push(...this.#taskLine(this.#rowName(place, wanted), task, wanted));
      lines.push(overall(running, total, rollback));
      this.#isDone = running === total;
    }
    return { lines, isDone: running === total };
  }

  /** At the first look: the rows in their order. */
  #start(total: number, hasSlots: boolean, rollback: boolean): ProgressLine[] {
    if (this.#isStarted) return [];
    this.#isStarted = true;
    const rows = hasSlots && total <= MOST_ROWS ? total : 0;
    return [
      overall(0, total, rollback),
      ...Array.from({ length: rows }, (_, index) => ({ id: `${index + 1}/${total}`, text: ' ' })),
    ];
  }

  /** `1/3` for the first place seen, a node's ID where there are no slots. */
  #rowName(place: string, wanted: number | undefined): string {
    if (wanted === undefined) return place.slice(0, 12);
    const row = this.#rows.get(place) ?? this.#rows.size + 1;
    this.#rows.set(place, row);
    return `${row}/${wanted}`;
  }

  #taskLine(id: string, { Status, DesiredState }: Task, wanted: number | undefined): ProgressLine[] {
    if (wanted !== undefined && Number(id.split('/')[0]) > wanted) return [];
    if (Status.Err) return [{ id, text: shortError(Status.Err) }];
    if (hasEnded(DesiredState) || hasEnded(Status.State)) return [];
    const bar = { current: rank(Status.State), total: RUNNING };
    return [{ id, text: Status.State.padEnd(LONGEST_STATE), bar }];
  }
}

/** The task of each place: the one that is wanted least far, of these the one that is least far. */
function current(tasks: readonly Task[], placeOf: (task: Task) => string): Map<string, Task> {
  const places = new Map<string, Task>();
  for (const task of tasks) {
    const place = placeOf(task);
    const other = places.get(place);
    const isLess =
      !other ||
      rank(task.DesiredState) < rank(other.DesiredState) ||
      (task.DesiredState === other.DesiredState && rank(task.Status.State) < rank(other.Status.State));
    if (isLess) places.set(place, task);
  }
  return places;
}

/** Slots by number, nodes by ID. */
function byPlace(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}

function overall(running: number, total: number, rollback: boolean): ProgressLine {
  const action = rollback ? 'rolling back update: ' : '';
  return { id: 'overall progress', text: `${action}${running} out of ${total} tasks` };
}

/** On one row of a narrow terminal. */
function shortError(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > LONGEST_ERROR ? `${line.slice(0, LONGEST_ERROR - 1)}…` : line;
}
