import { ApiError } from '../../api/api-error.ts';
import type { AttachedStream } from '../../api/engine-api.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import type { ContainerCell, ContainerRuntime } from './container-cell.ts';
import { cellOf, findContainer, updateContainer } from './find.ts';

export interface AttachOptions {
  stdin?: boolean;
  stdout?: boolean;
  stderr?: boolean;
  logs?: boolean;
  stream?: boolean;
}

/** Works before the start too: output from the first byte on. @throws ApiError conflict @see moby v28 daemon/attach.go */
export function containerAttach(
  context: EngineContext,
  reference: string,
  options: AttachOptions,
): AttachedStream {
  const container = findContainer(context.store.state, reference);
  refuse(container, reference);
  const cell = cellOf(context, container.id);
  const past = options.logs ? [...cell.log.entries] : [];
  const listener = cell.hub.listen();
  if (options.stream === false) listener.close();
  updateContainer(context, container.id, {}, [{ action: 'attach' }]);
  const wanted = { stdout: options.stdout ?? false, stderr: options.stderr ?? false };
  const input =
    options.stdin && container.config.OpenStdin ? new ContainerInput(context, container, cell) : undefined;
  return {
    read: async () => {
      for (let entry = past.shift(); entry; entry = past.shift()) {
        if (wanted[entry.stream]) return { stream: entry.stream, data: entry.data };
      }
      for (;;) {
        const chunk = await listener.read();
        if (!chunk || wanted[chunk.stream]) return chunk;
      }
    },
    write: async (data) => input?.write(data),
    closeWrite: () => input?.end(),
    close: () => {
      listener.close();
      input?.end();
    },
  };
}

function refuse({ status }: ContainerRecord, reference: string): void {
  if (status === 'paused') {
    throw new ApiError('conflict', `container ${reference} is paused, unpause the container before attach`);
  }
  if (status === 'restarting') {
    throw new ApiError(
      'conflict',
      `container ${reference} is restarting, wait until the container is running`,
    );
  }
}

/** A client's side of a container's stdin. Bytes wait for the start. */
class ContainerInput {
  readonly #context: EngineContext;
  readonly #container: ContainerRecord;
  readonly #cell: ContainerCell;
  #ended = false;

  constructor(context: EngineContext, container: ContainerRecord, cell: ContainerCell) {
    this.#context = context;
    this.#container = container;
    this.#cell = cell;
  }

  /** The daemon writes, not the client: a process that does not read its stdin any more is no error of the client's. */
  async write(data: Uint8Array): Promise<void> {
    await this.#context.kernel
      .task('stdin', async () => {
        const runtime = await this.#started();
        if (!runtime) return;
        if (runtime.terminal) return runtime.terminal.input(data);
        try {
          await runtime.stdin?.write(data);
        } catch (error) {
          if (!isSysError(error, 'EPIPE')) throw error;
        }
      })
      .join();
  }

  /** With StdinOnce, the end of the first client is the end of the container's stdin. */
  end(): void {
    if (this.#ended || !this.#container.config.StdinOnce || this.#container.config.Tty) return;
    this.#ended = true;
    if (this.#cell.runtime) this.#cell.runtime.stdin?.release();
    else this.#context.kernel.task('close stdin', async () => (await this.#started())?.stdin?.release());
  }

  /** Its run, waited for; undefined where it is not going to be. */
  async #started(): Promise<ContainerRuntime | undefined> {
    const { id, startedMs } = this.#container;
    const isComing = (): boolean => {
      const now = this.#context.store.state.containers.get(id);
      return now !== undefined && now.startedMs === startedMs && now.error === this.#container.error;
    };
    while (!this.#cell.runtime && isComing()) await this.#cell.changed.wait();
    return this.#cell.runtime;
  }
}

/** A container that does not run has no terminal: nothing happens. @throws ApiError notFound */
export function containerResize(
  context: EngineContext,
  reference: string,
  size: { h: number; w: number },
): void {
  const container = findContainer(context.store.state, reference);
  const terminal = cellOf(context, container.id).runtime?.terminal;
  if (!terminal) return;
  terminal.resize({ columns: size.w, rows: size.h });
  const attributes = { height: String(size.h), width: String(size.w) };
  updateContainer(context, container.id, {}, [{ action: 'resize', attributes }]);
}
