import { ApiError } from '../../../api/api-error.ts';
import type { TaskState } from '../../../api/service-types.ts';
import type { WaitQueue } from '../../../kernel/scheduler.ts';
import type { EngineContext } from '../../engine-context.ts';
import type { ContainerRecord } from '../../state.ts';
import type { TaskStatusRecord } from '../cluster-state.ts';
import type { Assignment } from '../dispatcher.ts';
import { isRunnable } from '../task-states.ts';
import { taskContainerName } from './container-name.ts';
import { nextStep } from './next-step.ts';
import { containerStatus, outcomeOf, portStatus } from './outcome.ts';
import { containerOf, prepareTask, removeTask, startTask, stopTask } from './task-controller.ts';

/** How long a task that is to stop goes on, so that all nodes know not to send it anything. @see moby v28 daemon/cluster/executor/container/controller.go defaultGossipConvergeDelay */
const GOSSIP_MS = 2000;

/** What a runner tells the agent. */
export interface RunnerEvents {
  onStatus(taskId: string, status: TaskStatusRecord): void;
  /** It gets requests, or does so no more. */
  onService(task: Assignment, isServing: boolean): void;
}

/** Brings one task as far as it is wanted to be. Ends when the task is forgotten. */
export class TaskRunner {
  readonly #context: EngineContext;
  readonly #events: RunnerEvents;
  readonly #changed: WaitQueue;
  #task: Assignment;
  #status: TaskStatusRecord;
  #isForgotten = false;
  #wasUnhealthy = false;
  #isClosed = false;

  constructor(context: EngineContext, task: Assignment, events: RunnerEvents) {
    this.#context = context;
    this.#task = task;
    this.#status = task.status;
    this.#events = events;
    this.#changed = context.kernel.scheduler.createWaitQueue();
  }

  /** What is wanted changed. */
  update(task: Assignment): void {
    this.#task = task;
    this.#changed.wakeAll();
  }

  /** Its container changed. */
  wake(): void {
    this.#changed.wakeAll();
  }

  /** The cluster forgot the task: nothing of it stays. */
  forget(): void {
    this.#isForgotten = true;
    this.#changed.wakeAll();
  }

  /** The node left the swarm: it stops at the next step. */
  close(): void {
    this.#isClosed = true;
    this.#changed.wakeAll();
  }

  async run(): Promise<void> {
    if (this.#status.state === 'running' || this.#status.state === 'starting') this.#announce();
    while (!this.#isForgotten && !this.#isClosed) await this.#step();
    if (this.#isClosed) return;
    await this.#stop();
    await removeTask(this.#context, this.#task.id);
  }

  async #step(): Promise<void> {
    switch (nextStep(this.#status.state, this.#task.desiredState)) {
      case 'accept':
        return this.#report('accepted', 'accepted');
      case 'prepare':
        return this.#prepare();
      case 'start':
        return this.#start();
      case 'watch':
        return this.#watch();
      case 'shut down':
        await this.#stop();
        return this.#report('shutdown', 'shutdown');
      default:
        await this.#changed.wait();
    }
  }

  async #prepare(): Promise<void> {
    this.#report('preparing', 'preparing');
    try {
      await prepareTask(this.#context, this.#task, () => this.#isWanted());
      if (this.#isWanted()) this.#report('ready', 'prepared');
    } catch (error) {
      this.#fail('rejected', error);
    }
  }

  /** Up is what runs, or is healthy where that is asked. */
  async #start(): Promise<void> {
    this.#report('starting', 'starting');
    try {
      const container = containerOf(this.#context, this.#task.id);
      if (!container) throw noContainer(this.#task);
      await startTask(this.#context, container);
    } catch (error) {
      return this.#fail('failed', error);
    }
    for (;;) {
      const container = containerOf(this.#context, this.#task.id);
      if (!this.#isWanted()) return;
      if (!container)
        return this.#fail('failed', new ApiError('notFound', 'dockerexec: container destroyed'));
      const outcome = outcomeOf(container, this.#wasUnhealthy);
      if (outcome.kind === 'ended') return this.#end(outcome.state, outcome.error);
      if (outcome.kind === 'running') {
        this.#announce();
        return this.#report('running', 'started');
      }
      if (outcome.kind === 'unhealthy') await this.#stopUnhealthy();
      else await this.#changed.wait();
    }
  }

  async #watch(): Promise<void> {
    const container = containerOf(this.#context, this.#task.id);
    if (!container) return this.#fail('failed', noContainer(this.#task));
    const outcome = outcomeOf(container, this.#wasUnhealthy);
    if (outcome.kind === 'ended') {
      this.#events.onService(this.#task, false);
      return this.#end(outcome.state, outcome.error);
    }
    if (outcome.kind === 'unhealthy') return this.#stopUnhealthy();
    await this.#changed.wait();
  }

  async #stopUnhealthy(): Promise<void> {
    this.#wasUnhealthy = true;
    await this.#stop();
  }

  /** First nobody is sent to it any more, then it is stopped. */
  async #stop(): Promise<void> {
    this.#events.onService(this.#task, false);
    const hasService = this.#task.networks.length > 0 && containerOf(this.#context, this.#task.id);
    if (hasService) await this.#context.kernel.clock.sleep(GOSSIP_MS);
    await stopTask(this.#context, this.#task.id, this.#task.spec.ContainerSpec?.StopGracePeriod);
  }

  #isWanted(): boolean {
    return !this.#isForgotten && !this.#isClosed && isRunnable(this.#task.desiredState);
  }

  #announce(): void {
    const container = containerOf(this.#context, this.#task.id);
    if (container && outcomeOf(container, false).kind === 'running') this.#events.onService(this.#task, true);
  }

  #fail(state: TaskState, error: unknown): void {
    if (!(error instanceof ApiError)) throw error;
    this.#end(state, error.message);
  }

  #end(state: TaskState, error: string): void {
    this.#report(state, state === 'complete' ? 'finished' : this.#status.message, error);
  }

  #report(state: TaskState, message: string, error = ''): void {
    const container = containerOf(this.#context, this.#task.id);
    this.#status = {
      timestampMs: this.#context.kernel.clock.now(),
      state,
      message,
      error,
      ...this.#ofContainer(container),
    };
    this.#events.onStatus(this.#task.id, this.#status);
  }

  /** A container that is gone is remembered as it was last. */
  #ofContainer(container: ContainerRecord | undefined): Pick<TaskStatusRecord, 'container' | 'ports'> {
    if (!container) return { container: this.#status.container, ports: [] };
    return { container: containerStatus(container), ports: portStatus(container) };
  }
}

/** The agent knows containers by the names it gave them. */
function noContainer(task: Assignment): ApiError {
  return new ApiError('notFound', `No such container: ${taskContainerName(task)}`);
}
