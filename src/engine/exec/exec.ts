import { ApiError } from '../../api/api-error.ts';
import type { ExecCreateRequest, ExecInspect } from '../../api/container-types.ts';
import type { AttachedStream } from '../../api/engine-api.ts';
import { exitCodeOf } from '../containers/exit.ts';
import type { ContainerCell, ExecCell } from '../containers/container-cell.ts';
import { toBytes } from '../../lib/bytes.ts';
import { cellOf, findContainer, requireRunning, updateContainer } from '../containers/find.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { runExec } from './run-exec.ts';

/** @see moby v28 daemon/exec.go. @throws ApiError conflict unless the container runs */
export function containerExec(
  context: EngineContext,
  reference: string,
  request: ExecCreateRequest,
): { Id: string } {
  const container = findContainer(context.store.state, reference);
  requireRunning(container);
  if (container.status === 'paused')
    throw new ApiError('conflict', `Container ${reference} is paused, unpause the container before exec`);
  if (request.Cmd.length === 0) throw new ApiError('invalidParameter', 'No exec command specified');
  const id = context.kernel.random.hex(64);
  const exec: ExecCell = {
    id,
    request,
    running: false,
    exitCode: null,
    pid: 0,
    terminal: undefined,
    process: undefined,
    endedMs: 0,
  };
  const cell = cellOf(context, container.id);
  cell.execs = recentExecs(cell, context.kernel.clock.now()).set(id, exec);
  updateContainer(context, container.id, { execIds: [...container.execIds, id] }, [
    { action: `exec_create: ${execTitle(request.Cmd)}`, attributes: { execID: id } },
  ]);
  return { Id: id };
}

/** So long an exec can be inspected after its end. @see moby v28 daemon/exec.go execCommandGC */
const KEPT_MS = 5 * 60_000;

function recentExecs(
  { execs = new Map<string, ExecCell>() }: ContainerCell,
  nowMs: number,
): Map<string, ExecCell> {
  // The oldest are first, so the look ends at the first that stays.
  for (const [id, { endedMs }] of execs) {
    if (!endedMs || endedMs + KEPT_MS > nowMs) break;
    execs.delete(id);
  }
  return execs;
}

/** It has ended: what its process had is given up. */
function endExec(exec: ExecCell, exitCode: number, nowMs: number): void {
  Object.assign(exec, { exitCode, running: false, process: undefined, terminal: undefined, endedMs: nowMs });
}

/** Program, a blank and its arguments, also where there are none. @see moby v28 daemon/exec.go */
function execTitle([program = '', ...args]: readonly string[]): string {
  return `${program} ${args.join(' ')}`;
}

function findExec(context: EngineContext, id: string): { exec: ExecCell; container: ContainerRecord } {
  for (const [, container] of context.store.state.containers) {
    const exec = context.containers.get(container.id)?.execs?.get(id);
    if (exec) return { exec, container };
  }
  throw new ApiError('notFound', `No such exec instance: ${id}`);
}

export function execStart(
  context: EngineContext,
  id: string,
  options: { Detach?: boolean; ConsoleSize?: [number, number] },
): AttachedStream | undefined {
  const { exec, container } = findExec(context, id);
  requireRunning(container);
  const started = runExec(context, container, exec.request);
  updateContainer(context, container.id, {}, [
    { action: `exec_start: ${execTitle(exec.request.Cmd)}`, attributes: { execID: id } },
  ]);
  if ('error' in started) {
    exec.exitCode = started.exitCode;
    exec.endedMs = context.kernel.clock.now();
    if (options.Detach) throw started.error;
    return failedStream(started.error.message);
  }
  exec.running = true;
  exec.pid = started.process.pid;
  exec.terminal = started.terminal;
  exec.process = started.process;
  const [rows, columns] = options.ConsoleSize ?? [0, 0];
  if (rows && columns) started.terminal?.resize({ columns, rows });
  context.kernel.task('exec exit', async () => {
    endExec(exec, await started.exitCode(), context.kernel.clock.now());
    const current = context.store.state.containers.get(container.id);
    if (!current) return;
    updateContainer(context, container.id, { execIds: current.execIds.filter((other) => other !== id) }, [
      { action: 'exec_die', attributes: { execID: id, exitCode: String(exec.exitCode) } },
    ]);
  });
  return options.Detach ? undefined : started.stream;
}

/** The connection is open by then: the error is all that comes out of it. @see moby v28 api/server/router/container/exec.go */
function failedStream(message: string): AttachedStream {
  const output = [{ stream: 'stdout' as const, data: toBytes(`${message}\r\n`) }];
  return {
    read: async () => output.shift() ?? null,
    write: async () => {},
    closeWrite: () => {},
    close: () => {},
  };
}

function processConfigOf({ Cmd, Tty, Privileged, User }: ExecCreateRequest): ExecInspect['ProcessConfig'] {
  const [entrypoint = '', ...rest] = Cmd;
  return {
    tty: Tty ?? false,
    entrypoint,
    arguments: rest,
    privileged: Privileged ?? false,
    ...(User ? { user: User } : {}),
  };
}

export async function execInspect(context: EngineContext, id: string): Promise<ExecInspect> {
  const { exec, container } = findExec(context, id);
  if (exec.running && exec.process?.done) {
    endExec(exec, exitCodeOf(await exec.process.wait()), context.kernel.clock.now());
  }
  return {
    ID: id,
    Running: exec.running,
    ExitCode: exec.exitCode,
    ProcessConfig: processConfigOf(exec.request),
    OpenStdin: exec.request.AttachStdin ?? false,
    OpenStderr: exec.request.AttachStderr ?? false,
    OpenStdout: exec.request.AttachStdout ?? false,
    CanRemove: false,
    ContainerID: container.id,
    DetachKeys: '',
    Pid: exec.pid,
  };
}

export function execResize(context: EngineContext, id: string, size: { h: number; w: number }): void {
  findExec(context, id).exec.terminal?.resize({ columns: size.w, rows: size.h });
}
