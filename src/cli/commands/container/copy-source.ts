import type { FileSource, FileSourceEntry } from '../../../api/file-source.ts';
import type { Process } from '../../../kernel/process.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import type { FlagValues } from '../../flags/flag.ts';

/** The entries with their first component renamed, and their number of bytes. */
export function renameSource(source: FileSource, name: string): { source: FileSource; bytes: number } {
  const entries: FileSourceEntry[] = [];
  let bytes = 0;
  for (const entry of source.entries()) {
    const { hardlink } = entry;
    bytes += entry.size;
    entries.push({
      ...entry,
      read: () => entry.read(),
      path: renameFirst(entry.path, name),
      ...(hardlink === undefined ? {} : { hardlink: renameFirst(hardlink, name) }),
    });
  }
  return { source: { entries: () => entries }, bytes };
}

function renameFirst(path: string, name: string): string {
  const slash = path.indexOf('/');
  return slash < 0 ? name : `${name}${path.slice(slash)}`;
}

/** `/srv/.` stands for the contents of `/srv`. */
export function isContentsOnly(path: string): boolean {
  return path.endsWith('/.') || path === '.';
}

/** What `docker cp` says when it is done: the size is that of the archive. */
export function copiedMessage(bytes: number, destination: string): string {
  return `Successfully copied ${formatHumanSize(bytes + 1536, 3)} to ${destination}\n`;
}

/** Without --quiet, whether STDOUT is a terminal decides. @see docker/cli v28.2.2 cli/command/container/cp.go */
export function isQuiet(proc: Process, flags: FlagValues): boolean {
  return flags.has('quiet') ? flags.bool('quiet') : proc.stdout.tty === undefined;
}
