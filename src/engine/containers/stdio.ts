import type { ContainerConfig } from '../../api/container-types.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Task } from '../../kernel/scheduler.ts';
import type { TtyMaster } from '../../kernel/tty/tty.ts';

/** The descriptors of a container's main process and the daemon's ends of them. */
export interface ContainerStdio {
  readonly fds: ReadonlyMap<number, OpenFile>;
  readonly slave: OpenFile | undefined;
  readonly terminal: TtyMaster | undefined;
  readonly stdin: OpenFile | undefined;
  readonly outputs: readonly { stream: 'stdout' | 'stderr'; read: () => Promise<Uint8Array | null> }[];
  /** Ends when all output was taken. */
  drained?: Task;
}

const PIECE = 32 * 1024;

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
      outputs: [{ stream: 'stdout', read: () => master.read(PIECE) }],
    };
  }
  const out = kernel.createPipe();
  const err = kernel.createPipe();
  const input = config.OpenStdin ? kernel.createPipe() : undefined;
  input?.writer.retain();
  for (const { reader } of [out, err]) reader.retain();
  const output = (stream: 'stdout' | 'stderr', reader: OpenFile): ContainerStdio['outputs'][number] => ({
    stream,
    read: async () => reader.read(PIECE),
  });
  return {
    fds: new Map([
      [0, input?.reader ?? kernel.openNull()],
      [1, out.writer],
      [2, err.writer],
    ]),
    slave: undefined,
    terminal: undefined,
    stdin: input?.writer,
    outputs: [output('stdout', out.reader), output('stderr', err.reader)],
  };
}
