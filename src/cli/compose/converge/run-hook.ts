import type { ContainerSummary, ExecCreateRequest } from '../../../api/container-types.ts';
import { concatBytes, toText } from '../../../lib/bytes.ts';
import { CliError } from '../../cli-error.ts';
import { serviceOf } from '../names.ts';
import type { Hook } from '../project-parts.ts';
import type { Session } from '../session.ts';

/** Hears what a hook writes. */
export type HookOutput = (container: ContainerSummary, text: string) => Promise<void>;

/** Runs the command of a hook in a container. @throws CliError where it fails @see docker/compose v2.36.2 pkg/compose/hook.go runHook */
export async function runHook(
  { engine }: Session,
  container: ContainerSummary,
  hook: Hook,
  onOutput: HookOutput | undefined,
): Promise<void> {
  const { Id } = await engine.ContainerExec(container.Id, {
    AttachStdout: onOutput !== undefined,
    AttachStderr: onOutput !== undefined,
    ...hookRequest(hook),
  });
  const stream = await engine.ExecStart(Id, { Detach: false, Tty: false });
  const chunks: Uint8Array[] = [];
  for (let chunk = await stream?.read(); chunk; chunk = await stream?.read()) chunks.push(chunk.data);
  const text = toText(concatBytes(chunks));
  if (text && onOutput) await onOutput(container, text);
  const { ExitCode } = await engine.ExecInspect(Id);
  if (ExitCode) throw new CliError(`${serviceOf(container)} hook exited with status ${ExitCode}`);
}

/** The command of a hook, as the daemon is asked to run it. */
export function hookRequest(hook: Hook): ExecCreateRequest {
  return {
    Cmd: [...(hook.command ?? [])],
    ...(hook.user ? { User: hook.user } : {}),
    ...(hook.privileged ? { Privileged: true } : {}),
    ...(hook.working_dir ? { WorkingDir: hook.working_dir } : {}),
    Env: Object.entries(hook.environment ?? {}).map(([name, value]) => `${name}=${value ?? ''}`),
  };
}
