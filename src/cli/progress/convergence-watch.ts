import type { Service, Task } from '../../api/service-types.ts';
import { CliError } from '../cli-error.ts';
import type { ProgressLine } from './progress-writer.ts';
import { TaskProgress } from './task-progress.ts';

const DEFAULT_MONITOR_NS = 5e9;
const NS_PER_MS = 1e6;

/**
 * Decides when a service has got where it should: all tasks run, and still do after the time that updates are watched.
 * @see docker/cli v28.2.2 cli/command/service/progress/progress.go ServiceProgress
 */
export class ConvergenceWatch {
  /** As the service was named. */
  readonly id: string;
  readonly #tasks = new TaskProgress();
  #convergedSinceMs: number | undefined;
  #monitorMs = DEFAULT_MONITOR_NS / NS_PER_MS;
  #isRollback = false;
  #lastWords: ProgressLine[] = [];
  isConverged = false;

  constructor(id: string) {
    this.id = id;
  }

  /** What the service says of itself; `isDone` where that is the end. @throws CliError where its update was paused */
  seeService(service: Service, nowMs: number): { lines: ProgressLine[]; isDone: boolean } {
    const monitor = service.Spec.UpdateConfig?.Monitor;
    if (monitor) this.#monitorMs = monitor / NS_PER_MS;
    const { lines, isDone } = this.#seeUpdate(service.UpdateStatus);
    if (isDone) return { lines, isDone };
    const since = this.#convergedSinceMs;
    if (!this.isConverged || since === undefined || nowMs - since < this.#monitorMs) return { lines, isDone };
    const end = { id: 'verify', text: `Service ${this.id} converged` };
    return { lines: [...lines, end, ...this.#lastWords], isDone: true };
  }

  #seeUpdate(status: Service['UpdateStatus']): { lines: ProgressLine[]; isDone: boolean } {
    const message = status?.Message ?? '';
    const go = { lines: [], isDone: false };
    switch (status?.State) {
      case 'updating':
        this.#isRollback = false;
        return go;
      case 'completed':
        return { lines: [], isDone: !this.isConverged };
      case 'paused':
        throw new CliError(`service update paused: ${message}`);
      case 'rollback_started': {
        const isNew = !this.#isRollback && message !== '';
        this.#isRollback = true;
        return { lines: isNew ? [{ id: 'rollback', text: message }] : [], isDone: false };
      }
      case 'rollback_paused':
        throw new CliError(`service rollback paused: ${message}`);
      case 'rollback_completed':
        if (!this.isConverged) this.#lastWords = [{ id: 'rollback', text: message, final: true }];
        this.#isRollback = true;
        return go;
      default:
        return go;
    }
  }

  /** What its tasks are at. */
  seeTasks(
    service: Service,
    tasks: readonly Task[],
    active: ReadonlySet<string>,
    nowMs: number,
  ): ProgressLine[] {
    const { lines, isDone } = this.#tasks.see(service, tasks, active, this.#isRollback);
    this.isConverged = isDone;
    return [...lines, ...this.#verify(nowMs)];
  }

  #verify(nowMs: number): ProgressLine[] {
    if (!this.isConverged) {
      const hadConverged = this.#convergedSinceMs !== undefined;
      this.#convergedSinceMs = undefined;
      return hadConverged ? [{ id: 'verify', text: 'Detected task failure' }] : [];
    }
    this.#convergedSinceMs ??= nowMs;
    const leftMs = this.#monitorMs - (nowMs - this.#convergedSinceMs);
    if (leftMs < 0) return [];
    // Elsewhere a moment has always passed already: five seconds are left, and not five full ones.
    const seconds = Math.max(1, Math.ceil(leftMs / 1000));
    return [{ id: 'verify', text: `Waiting ${seconds} seconds to verify that tasks are stable...` }];
  }
}
