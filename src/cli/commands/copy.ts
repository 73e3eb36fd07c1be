import type { FileSource, FileSourceEntry } from '../../api/file-source.ts';
import { isSysError } from '../../kernel/errno.ts';
import { baseName, dirName, joinPath, normalizePath } from '../../kernel/files/path.ts';
import { sourceEntry, sourceOf, writeSource } from '../../kernel/files/tree.ts';
import { CliError } from '../cli-error.ts';
import { exactly, type Command, type CommandContext } from '../command.ts';
import { flag } from '../flags/flag.ts';
import { formatHumanSize } from '../../lib/human-size.ts';

/** `container:path`, or a path of the machine. */
function split(text: string): { container?: string; path: string } {
  if (text.startsWith('/') || text.startsWith('.')) return { path: text };
  const colon = text.indexOf(':');
  return colon > 0 ? { container: text.slice(0, colon), path: text.slice(colon + 1) } : { path: text };
}

export const COPY: Command = {
  name: 'cp',
  use: '[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\n[OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH',
  short: 'Copy files/folders between a container and the local filesystem',
  args: exactly(2),
  flags: [
    flag('archive', 'a', 'bool', 'Keep owners'),
    flag('follow-link', 'L', 'bool', 'Follow symlinks in SRC_PATH'),
    flag('quiet', 'q', 'bool', 'No progress'),
  ],
  run: async (context) => {
    const [from, to] = context.args.map(split) as [ReturnType<typeof split>, ReturnType<typeof split>];
    if (from.container !== undefined && to.container !== undefined)
      throw new CliError('copying between containers is not supported');
    if (from.container !== undefined) return copyOut(context, from.container, from.path, to.path);
    if (to.container !== undefined) return copyIn(context, from.path, to.container, to.path);
    throw new CliError('must specify at least one container source');
  },
};

/** The entries with their first component renamed, and their number of bytes. */
function renamed(source: FileSource, name: string): { source: FileSource; bytes: number } {
  const entries: FileSourceEntry[] = [];
  let bytes = 0;
  for (const entry of source.entries()) {
    const slash = entry.path.indexOf('/');
    const path = slash < 0 ? name : `${name}${entry.path.slice(slash)}`;
    bytes += entry.size;
    entries.push({ ...entry, read: () => entry.read(), path });
  }
  return { source: { entries: () => entries }, bytes };
}

async function copyOut(
  { proc, api, flags }: CommandContext,
  container: string,
  path: string,
  destination: string,
): Promise<number> {
  const source = await (await api()).ContainerArchive(container, path);
  const contentsOnly = path.endsWith('/.') || path === '.';
  const target = proc.files.statIfAny(destination);
  const intoFolder = target?.type === 'directory';
  if (!target && proc.files.statIfAny(dirName(destination))?.type !== 'directory')
    throw new CliError(
      `invalid output path: directory "${normalizePath(dirName(destination), proc.files.cwd)}" does not exist`,
    );
  const name =
    intoFolder && !contentsOnly ? baseName(path) : baseName(normalizePath(destination, proc.files.cwd));
  const folder =
    intoFolder && !contentsOnly ? destination : dirName(normalizePath(destination, proc.files.cwd));
  const { source: moved, bytes } = renamed(source, name);
  try {
    writeSource(proc.files, folder, moved, { owner: { uid: proc.uid, gid: proc.gid } });
  } catch (error) {
    if (isSysError(error)) throw new CliError(`${destination}: ${error.message.toLowerCase()}`);
    throw error;
  }
  if (!flags.bool('quiet'))
    await proc.err(
      `Successfully copied ${formatHumanSize(bytes + 1536, 3)} to ${normalizePath(destination, proc.files.cwd)}\n`,
    );
  return 0;
}

async function copyIn(
  { proc, api, flags }: CommandContext,
  path: string,
  container: string,
  destination: string,
): Promise<number> {
  const engine = await api();
  if (!proc.files.lstatIfAny(path))
    throw new CliError(`lstat ${normalizePath(path, proc.files.cwd)}: no such file or directory`);
  const contentsOnly = path.endsWith('/.') || path === '.';
  const info = await engine.ContainerArchiveInfo(container, destination).catch(() => undefined);
  const intoFolder = info !== undefined && info.mode >= 0x8000_0000;
  if (!info && destination.endsWith('/'))
    throw new CliError(`destination "${container}:${destination}" must be a directory`);
  const name =
    intoFolder && !contentsOnly ? baseName(normalizePath(path, proc.files.cwd)) : baseName(destination);
  const folder = intoFolder && !contentsOnly ? destination : dirName(normalizePath(destination));
  const { source, bytes } = renamed(localArchive(proc, path), name);
  await engine.PutContainerArchive(container, folder, source, {
    noOverwriteDirNonDir: true,
    copyUIDGID: flags.bool('archive'),
  });
  if (!flags.bool('quiet'))
    await proc.err(
      `Successfully copied ${formatHumanSize(bytes + 1536, 3)} to ${container}:${destination}\n`,
    );
  return 0;
}

function localArchive(proc: CommandContext['proc'], path: string): FileSource {
  return {
    *entries() {
      const first = sourceEntry(proc.files, path, baseName(normalizePath(path, proc.files.cwd)));
      yield first;
      if (first.type !== 'directory') return;
      for (const entry of sourceOf(proc.files, path).entries())
        yield { ...entry, read: () => entry.read(), path: joinPath(first.path, entry.path) };
    },
  };
}
