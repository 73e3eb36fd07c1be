import type { FileSystem } from './files/file-system.ts';
import type { Random } from '../lib/random.ts';
import type { OpenFile } from './files/open-file.ts';
import type { UnixSockets } from './net/unix-sockets.ts';
import type { MachineFacts, Program } from './process.ts';
import type { ProcessTable } from './process-table.ts';
import type { RunQueue } from './run-queue.ts';

/** The parts of the kernel that system calls reach. */
export interface KernelServices {
  readonly queue: RunQueue;
  readonly random: Random;
  readonly facts: MachineFacts;
  readonly programs: ReadonlyMap<string, Program>;
  readonly table: ProcessTable;
  readonly unixSockets: UnixSockets;
  /** See Process.notice. */
  notice(text: string): void;
  createTmpfs(this: void, sizeBytes: number | undefined): FileSystem;
  createPipe(): { reader: OpenFile; writer: OpenFile };
  /** A fifo's open waits for its other end. */
  afterOpen(file: OpenFile): Promise<void> | undefined;
}
