import type { ContainerConfig } from '../../api/container-types.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { TtyMaster } from '../../kernel/tty/tty.ts';

/** The descriptors of a container's main process and the daemon's ends of them. */
export interface ContainerStdio {
  readonly fds: ReadonlyMap<number, OpenFile>;
  readonly slave: OpenFile | undefined;
  readonly terminal: TtyMaster | undefined;
  readonly stdin: OpenFile | undefined;
  readonly outputs: readonly ContainerOutput[];
}

/** What it writes to one of its descriptors. */
export interface ContainerOutput {
  readonly stream: 'stdout' | 'stderr';
  /** Null at the end. */
  read(): Uint8Array | null | Promise<Uint8Array | null>;
  /** Calls back once when there is something to read, or the end. */
  whenReadable(callback: () => void): void;
}

const PIECE = 32 * 1024;

/** The daemon's end of a pipe that the container writes to. */
class PipeOutput implements ContainerOutput {
  readonly stream: 'stdout' | 'stderr';
  readonly #reader: OpenFile;

  constructor(stream: 'stdout' | 'stderr', reader: OpenFile) {
    this.stream = stream;
    this.#reader = reader;
  }

  read(): ReturnType<OpenFile['read']> {
    return this.#reader.read(PIECE);
  }

  whenReadable(callback: () => void): void {
    if (this.#reader.whenReadable) this.#reader.whenReadable(callback);
    else callback();
  }
}

export function openStdio(
  kernel: Kernel,
  config: Pick<ContainerConfig, 'Tty' | 'OpenStdin'>,
): ContainerStdio {
  if (config.Tty) {
    const { master, slave } = kernel.createPty({ columns: 80, rows: 24 });
    return {
      fds: new Map([0, 1, 2].map((fd) => [fd, slave])),
      slave,
      terminal: master,
      stdin: undefined,
      outputs: [{ stream: 'stdout', read: () => master.read(PIECE), whenReadable: (callback) => callback() }],
    };
  }
  const out = kernel.createPipe();
  const err = kernel.createPipe();
  const input = config.OpenStdin ? kernel.createPipe() : undefined;
  input?.writer.retain();
  for (const { reader } of [out, err]) reader.retain();
  return {
    fds: new Map([
      [0, input?.reader ?? kernel.openNull()],
      [1, out.writer],
      [2, err.writer],
    ]),
    slave: undefined,
    terminal: undefined,
    stdin: input?.writer,
    outputs: [new PipeOutput('stdout', out.reader), new PipeOutput('stderr', err.reader)],
  };
}
