import type { ExecCreateRequest } from '../../../api/container-types.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { environment } from './environment.ts';
import { startExec, terminalOf } from './start-exec.ts';
import { DETACHED, streamAttached, type AttachSession } from './stream-attached.ts';

/** A command in a container, and how we are attached to it. */
export interface ExecSession extends Pick<AttachSession, 'stdin' | 'tty' | 'detachKeys'> {
  readonly detach: boolean;
  readonly request: ExecCreateRequest;
}

/** Runs a command in a container. Resolves its status, or 0 at once where it is detached. @throws CliError, ApiError @see docker/cli v28.2.2 cli/command/container/exec.go RunExec */
export async function runExec(
  proc: Process,
  engine: EngineApi,
  container: string,
  { detach, request, ...session }: ExecSession,
): Promise<number> {
  const { stdin, tty } = session;
  if (tty && stdin && !detach && !proc.stdin.tty) throw new CliError('the input device is not a TTY');
  const attached = { AttachStdin: stdin && !detach, AttachStdout: true, AttachStderr: true, Tty: tty };
  const { Id } = await engine.ContainerExec(container, { ...attached, ...request });
  const stream = await startExec(engine, Id, { Detach: detach, ...terminalOf(proc, tty) });
  if (!stream) return 0;
  const ended = await streamAttached(proc, stream, {
    ...session,
    ...(tty ? { resize: (size) => engine.ExecResize(Id, size) } : {}),
  });
  if (ended === 'detached') throw new CliError(DETACHED);
  return (await engine.ExecInspect(Id)).ExitCode ?? 0;
}

/** What flags say of a command, but for its streams. @throws CliError for a file of variables that can't be read */
export function execRequest(proc: Process, flags: FlagValues, command: string[]): ExecCreateRequest {
  return {
    Env: environment(proc, flags),
    ...(flags.bool('privileged') ? { Privileged: true } : {}),
    Cmd: command,
    ...(flags.has('user') ? { User: flags.string('user') ?? '' } : {}),
    ...(flags.has('workdir') ? { WorkingDir: flags.string('workdir') ?? '' } : {}),
  };
}
