import type { WaitQueue } from '../../kernel/scheduler.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import type { ContainerCell } from './container-cell.ts';
import { OutputHub } from './output-hub.ts';
import type { ContainerOutput } from './stdio.ts';

/** Moves what a container's process writes into its log and to those who are attached. A container that says nothing costs nothing: work begins with its first output. */
export class OutputPump {
  readonly #context: EngineContext;
  readonly #cell: ContainerCell;
  readonly #hub: OutputHub;
  #left: number;
  readonly #drained: WaitQueue;

  constructor(
    context: EngineContext,
    { name }: ContainerRecord,
    cell: ContainerCell,
    outputs: readonly ContainerOutput[],
  ) {
    this.#context = context;
    this.#cell = cell;
    this.#hub = cell.hub;
    this.#left = outputs.length;
    this.#drained = context.kernel.scheduler.createWaitQueue();
    for (const output of outputs)
      output.whenReadable(() => context.kernel.task(`output of ${name}`, () => this.#pump(output)));
  }

  async #pump(output: ContainerOutput): Promise<void> {
    const { stream } = output;
    const { clock } = this.#context.kernel;
    for (let data = await output.read(); data; data = await output.read()) {
      this.#cell.log.append(stream, data, clock.now());
      await this.#hub.push({ stream, data });
    }
    if (--this.#left > 0) return;
    this.#cell.log.flush(clock.now());
    this.#hub.end();
    if (this.#cell.hub === this.#hub) this.#cell.hub = new OutputHub(this.#context.kernel.scheduler);
    this.#drained.wakeAll();
  }

  /** In a task: waits until all output was taken. */
  async drained(): Promise<void> {
    while (this.#left > 0) await this.#drained.wait();
  }
}
