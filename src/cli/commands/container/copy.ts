import { CliError } from '../../cli-error.ts';
import { exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { copyInArchive, copyOutArchive } from './copy-archive.ts';
import { copyIn } from './copy-in.ts';
import { copyOut } from './copy-out.ts';

/**
 * Copies files and folders into a container or out of it, running or not. A path ending in `/.` means what is in it, `-` a tar archive on stdin or stdout.
 * @see docker/cli v28.2.2 cli/command/container/cp.go
 */
export const CONTAINER_COPY: Command = {
  name: 'cp',
  use: '[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\ndocker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH',
  short: 'Copy files/folders between a container and the local filesystem',
  args: exactly(2),
  flags: [
    flag('archive', 'a', 'bool', 'Keep owners'),
    flag('follow-link', 'L', 'bool', 'Follow symlinks in SRC_PATH'),
    flag('quiet', 'q', 'bool', 'No progress; so it is unless STDOUT is a terminal'),
  ],
  run: async (context) => {
    if (context.args[0] === '') throw new CliError('source can not be empty');
    if (context.args[1] === '') throw new CliError('destination can not be empty');
    const from = parsePlace(context.args[0] ?? '');
    const to = parsePlace(context.args[1] ?? '');
    if (from.container !== undefined && to.container !== undefined)
      throw new CliError('copying between containers is not supported');
    if (from.container !== undefined && to.path === '-')
      return copyOutArchive(context, from.container, from.path);
    if (to.container !== undefined && from.path === '-') return copyInArchive(context, to.container, to.path);
    if (from.container !== undefined) return copyOut(context, from.container, from.path, to.path);
    if (to.container !== undefined) return copyIn(context, from.path, to.container, to.path);
    throw new CliError('must specify at least one container source');
  },
};

/** `container:path`, or a path of the machine. */
function parsePlace(text: string): { container?: string; path: string } {
  if (text.startsWith('/') || text.startsWith('.')) return { path: text };
  const colon = text.indexOf(':');
  return colon > 0 ? { container: text.slice(0, colon), path: text.slice(colon + 1) } : { path: text };
}
