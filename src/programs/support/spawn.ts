import { TextStream } from '../../lib/bytes.ts';
import { findInPath } from '../../kernel/exec-format.ts';
import { isSysError } from '../../kernel/errno.ts';
import { signalNumber } from '../../kernel/signals.ts';
import type { ChildOptions, Process, WaitStatus } from '../../kernel/process.ts';

/** What a shell shows as `$?` for an ended child. */
export function exitStatus(status: WaitStatus): number {
  return 'code' in status ? status.code : 128 + signalNumber(status.signal);
}

/** Why a command can't be started: the errno's text, and 127 (not there) or 126. */
export interface NotStarted {
  readonly message: string;
  readonly status: 126 | 127;
}

/** Starts a command found along PATH; its pid, or why not. */
export function spawnCommand(
  proc: Process,
  argv: readonly string[],
  options: ChildOptions = {},
): number | NotStarted {
  try {
    const env = options.env ?? proc.env;
    return proc.spawn(findInPath(proc.files, argv[0] ?? '', env.get('PATH')), argv, options);
  } catch (error) {
    if (!isSysError(error)) throw error;
    return {
      message: error.message,
      status: error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 127 : 126,
    };
  }
}

/** Replaces this process by a command found along PATH; a `NotStarted` where it can't. */
export async function execCommand(
  proc: Process,
  argv: readonly string[],
  env: ReadonlyMap<string, string> = proc.env,
): Promise<number | NotStarted> {
  let path: string;
  try {
    path = findInPath(proc.files, argv[0] ?? '', env.get('PATH'));
    proc.files.stat(path);
    return await proc.exec(path, argv, env);
  } catch (error) {
    if (!isSysError(error, 'ENOENT') && !isSysError(error, 'EACCES') && !isSysError(error, 'ENOEXEC'))
      throw error;
    return { message: error.message, status: error.code === 'ENOENT' ? 127 : 126 };
  }
}

/** What a shell command writes to its stdout. */
export async function outputOf(proc: Process, command: string): Promise<string> {
  const { reader, writer } = proc.pipe();
  const fds = new Map(proc.fds).set(1, writer);
  reader.retain();
  writer.retain();
  const pid = spawnCommand(proc, ['sh', '-c', command], { fds });
  writer.release();
  const stream = new TextStream();
  let text = '';
  for (let bytes = await reader.read(65536); bytes; bytes = await reader.read(65536))
    text += stream.decode(bytes);
  reader.release();
  if (typeof pid === 'number') await waitForEnd(proc, pid);
  return text + stream.end();
}

/** Waits for the end of a child. */
export async function waitForEnd(proc: Process, pid: number): Promise<WaitStatus> {
  for (;;) {
    try {
      const { status } = await proc.wait(pid);
      if ('code' in status || 'signal' in status) return status;
    } catch (error) {
      if (!isSysError(error, 'EINTR')) throw error;
    }
  }
}
