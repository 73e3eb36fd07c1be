import type { MemFs } from '../../kernel/files/mem-fs.ts';
import type { StartedProcess } from '../../kernel/kernel.ts';

/** What a container owns beside its record. The author of engine/containers widens this. */
export interface ContainerCell {
  /** Its writable file system, forked from its image's tree. */
  readonly fs: MemFs;
  process: StartedProcess | undefined;
}
