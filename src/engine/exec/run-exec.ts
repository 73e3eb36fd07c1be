import { ApiError } from '../../api/api-error.ts';
import type { AttachedStream } from '../../api/engine-api.ts';
import type { ExecCreateRequest } from '../../api/container-types.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { StartedProcess } from '../../kernel/kernel.ts';
import type { TtyMaster } from '../../kernel/tty/tty.ts';
import { cellOf } from '../containers/find.ts';
import { exitCodeOf } from '../containers/exit.ts';
import { OutputHub, type OutputListener } from '../containers/output-hub.ts';
import { containerEnvironment, execFailure, findUser, groupsToAdd } from '../containers/prepare.ts';
import { linkEnvironment } from '../containers/link-environment.ts';
import { containerCapabilities } from '../containers/capabilities.ts';
import { resourceLimits } from '../containers/resource-limits.ts';
import { openStdio, type ContainerStdio } from '../containers/stdio.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';

export interface RunningExec {
  readonly process: StartedProcess;
  readonly terminal: TtyMaster | undefined;
  read(): ReturnType<OutputListener['read']>;
  readonly stream: AttachedStream;
  kill(): void;
  exitCode(): Promise<number>;
}

/** A name alone takes a variable away. @see moby v28 container/env.go ReplaceOrAppendEnvVars */
function replaceEnvironment(env: Map<string, string>, entries: readonly string[]): void {
  for (const entry of entries) {
    const at = entry.indexOf('=');
    if (at < 0) env.delete(entry);
    else env.set(entry.slice(0, at), entry.slice(at + 1));
  }
}

/** Starts a process beside a container's own, in its namespaces and files. `error` where it could not be started. */
export function runExec(
  context: EngineContext,
  container: ContainerRecord,
  request: ExecCreateRequest,
): RunningExec | { error: ApiError; exitCode: number } {
  const { kernel } = context;
  const { runtime } = cellOf(context, container.id);
  if (!runtime) throw new ApiError('conflict', `container ${container.id} is not running`);
  const view = kernel.viewAsRoot(runtime.mounts);
  const program = request.Cmd[0] ?? '';
  const cwd = request.WorkingDir || container.config.WorkingDir || '/';
  const stdio = openStdio(kernel, { Tty: request.Tty ?? false, OpenStdin: request.AttachStdin ?? false });
  let process: StartedProcess;
  try {
    const user = findUser(view, request.User || container.config.User, groupsToAdd(container.hostConfig));
    const env = containerEnvironment(
      { ...container, config: { ...container.config, Tty: request.Tty ?? false } },
      user,
      linkEnvironment(context, container),
    );
    replaceEnvironment(env, request.Env ?? []);
    view.chdir(cwd);
    process = kernel.start({
      program: kernel.findProgram(view, program, env.get('PATH')),
      argv: request.Cmd,
      env,
      cwd,
      ...user,
      mounts: runtime.mounts,
      pidNamespace: runtime.pids,
      network: runtime.network,
      uts: runtime.uts,
      cgroup: runtime.cgroup,
      capabilities: containerCapabilities({
        ...container.hostConfig,
        ...(request.Privileged ? { Privileged: true } : {}),
      }),
      limits: resourceLimits(container.hostConfig),
      fds: stdio.fds,
      ...(stdio.slave ? { controllingTty: stdio.slave } : {}),
    });
  } catch (error) {
    if (error instanceof ApiError) return { error, exitCode: 126 };
    if (!isSysError(error)) throw error;
    const reason =
      error.code === 'ENOENT' && error.path === cwd
        ? {
            text: `chdir to cwd ("${cwd}") set in config.json failed: no such file or directory`,
            exitCode: 127,
          }
        : execFailure(error, program, cwd);
    const message = `OCI runtime exec failed: exec failed: unable to start container process: ${reason.text}: unknown`;
    return { error: new ApiError('invalidParameter', message), exitCode: reason.exitCode };
  }
  const hub = new OutputHub(kernel.scheduler);
  const listener = hub.listen();
  const pumps = stdio.outputs.map((output) =>
    kernel.task('exec output', async () => {
      for (let data = await output.read(); data; data = await output.read())
        await hub.push({ stream: output.stream, data });
    }),
  );
  kernel.task('end of exec output', async () => {
    for (const pump of pumps) await pump.join();
    hub.end();
  });
  const stream: AttachedStream = {
    read: () => listener.read(),
    write: async (data) => {
      if (stdio.terminal) stdio.terminal.input(data);
      else await kernel.task('exec stdin', () => writeInput(stdio, data)).join();
    },
    closeWrite: () => stdio.stdin?.release(),
    close: () => listener.close(),
  };
  return {
    process,
    terminal: stdio.terminal,
    read: () => listener.read(),
    stream,
    kill: () => process.kill('SIGKILL'),
    exitCode: async () => exitCodeOf(await process.wait()),
  };
}

/** As the daemon: a process that does not read any more is no error of the client's. */
async function writeInput({ stdin }: ContainerStdio, data: Uint8Array): Promise<void> {
  try {
    await stdin?.write(data);
  } catch (error) {
    if (!isSysError(error, 'EPIPE')) throw error;
  }
}
