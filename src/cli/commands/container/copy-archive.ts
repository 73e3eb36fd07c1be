import { readArchive } from '../../archive/read-archive.ts';
import { writeArchive } from '../../archive/write-archive.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';

/** Go's os.ModeDir. */
const MODE_DIR = 0x8000_0000;

/** `docker cp CONTAINER:PATH -`: a path of a container as a tar archive on stdout. @throws ApiError */
export async function copyOutArchive(
  { proc, api }: CommandContext,
  container: string,
  path: string,
): Promise<number> {
  await writeArchive(proc, await (await api()).ContainerArchive(container, path), undefined);
  return 0;
}

/** `docker cp - CONTAINER:PATH`: unpacks a tar archive from stdin into a folder of a container. @throws CliError, ApiError */
export async function copyInArchive(
  { proc, flags, api }: CommandContext,
  container: string,
  path: string,
): Promise<number> {
  const engine = await api();
  const { mode } = await engine.ContainerArchiveInfo(container, path);
  if (mode < MODE_DIR) throw new CliError(`destination "${container}:${path}" must be a directory`);
  await engine.PutContainerArchive(container, path, await readArchive(proc, '-'), {
    noOverwriteDirNonDir: true,
    copyUIDGID: flags.bool('archive'),
  });
  return 0;
}
