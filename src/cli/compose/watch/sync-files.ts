import type { ContainerSummary } from '../../../api/container-types.ts';
import { sourceEntry } from '../../../kernel/files/tree.ts';
import { CliError } from '../../cli-error.ts';
import type { Session } from '../session.ts';

/** A path of ours, and where it belongs in a container. */
export interface PathMapping {
  readonly hostPath: string;
  readonly containerPath: string;
}

/** Brings paths of containers to what ours are: what is gone here is removed there. @throws ApiError, CliError @see docker/compose v2.36.2 internal/sync/tar.go */
export async function syncFiles(
  { proc, engine }: Session,
  containers: readonly ContainerSummary[],
  mappings: readonly PathMapping[],
): Promise<void> {
  const isHere = ({ hostPath }: PathMapping): boolean => proc.files.lstatIfAny(hostPath) !== undefined;
  const present = mappings.filter(isHere);
  const gone = mappings.filter((mapping) => !isHere(mapping));
  const source = {
    entries: () =>
      present.map(({ hostPath, containerPath }) =>
        sourceEntry(proc.files, hostPath, containerPath.replace(/^\/+/, '')),
      ),
  };
  for (const { Id } of containers) {
    if (gone.length > 0) await removeFrom(engine, Id, gone);
    if (present.length > 0) await engine.PutContainerArchive(Id, '/', source, { copyUIDGID: true });
  }
}

async function removeFrom(
  engine: Session['engine'],
  container: string,
  gone: readonly PathMapping[],
): Promise<void> {
  const Cmd = ['rm', '-rf', ...gone.map(({ containerPath }) => containerPath)];
  const { Id } = await engine.ContainerExec(container, { Cmd, AttachStderr: true });
  const stream = await engine.ExecStart(Id, { Detach: false, Tty: false });
  while (await stream?.read());
  const { ExitCode } = await engine.ExecInspect(Id);
  if (ExitCode) throw new CliError(`exit code ${ExitCode}`);
}
