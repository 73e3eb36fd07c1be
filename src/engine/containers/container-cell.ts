import type { ExecCreateRequest } from '../../api/container-types.ts';
import type { Cgroup } from '../../kernel/cgroup.ts';
import type { MemFs } from '../../kernel/files/mem-fs.ts';
import type { MountTable } from '../../kernel/files/mount-table.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { PidNamespace, StartedProcess, UtsNamespace } from '../../kernel/kernel.ts';
import type { NetNamespace } from '../../kernel/net/net-namespace.ts';
import type { WaitQueue } from '../../kernel/scheduler.ts';
import type { TtyMaster } from '../../kernel/tty/tty.ts';
import type { LogBuffer } from './log-buffer.ts';
import type { OutputHub } from './output-hub.ts';

/** What a container owns beside its record: the data plane. */
export interface ContainerCell {
  /** Its writable file system, forked from its image's tree. */
  readonly fs: MemFs;
  readonly log: LogBuffer;
  /** Output of its main process, to whoever is attached. Lives from create, so that one may attach before start. */
  hub: OutputHub;
  /** Woken at every change of its record. */
  readonly changed: WaitQueue;
  /** Set while it runs. */
  runtime: ContainerRuntime | undefined;
  /** By ID; undefined while there was none. */
  execs: Map<string, ExecCell> | undefined;
  /** A stop, restart or removal is under way: restart policies keep out of it. */
  stopping: boolean;
  /** `docker restart` is under way: `--rm` does not remove it. */
  restarting: boolean;
}

/** What only runs: it is gone when the container stops. */
export interface ContainerRuntime {
  readonly process: StartedProcess;
  readonly mounts: MountTable;
  readonly pids: PidNamespace;
  readonly network: NetNamespace;
  readonly uts: UtsNamespace;
  readonly cgroup: Cgroup;
  readonly terminal: TtyMaster | undefined;
  /** Writes to its stdin; undefined where that is closed. */
  readonly stdin: OpenFile | undefined;
  readonly forwards: readonly { close(): void }[];
}

/** One exec, known until some time after its end. */
export interface ExecCell {
  readonly id: string;
  readonly request: ExecCreateRequest;
  running: boolean;
  exitCode: number | null;
  pid: number;
  terminal: TtyMaster | undefined;
  /** While it runs. */
  process: StartedProcess | undefined;
  /** 0 before its end. */
  endedMs: number;
}
