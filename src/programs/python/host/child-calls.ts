import { SysError } from '../../../kernel/errno.ts';
import type { OpenFile } from '../../../kernel/files/open-file.ts';
import { findInPath } from '../../../kernel/exec-format.ts';
import type { Process, WaitStatus } from '../../../kernel/process.ts';
import { signalNumber } from '../../../kernel/signals.ts';
import { concatBytes } from '../../../lib/bytes.ts';
import { freeDescriptor } from './file-calls.ts';
import { fromHex, toHex } from './hex.ts';
import { number, text } from '../../support/wasm/host-arguments.ts';
import type { HostCall } from './host-call.ts';
import { withTimeout } from './with-timeout.ts';

/** How a program is to be started: a descriptor of this process for each stream, or `pipe`; stderr may also be `stdout`. */
interface Start {
  readonly argv: readonly string[];
  readonly cwd: string | null;
  readonly env: Readonly<Record<string, string>> | null;
  readonly streams: readonly (number | 'pipe' | 'null' | 'stdout')[];
}

/** Programs that a Python starts. @see Lib/subprocess.py of CPython */
export function childCalls(proc: Process): Record<string, HostCall> {
  return {
    spawn: (start) => spawn(proc, JSON.parse(text(start)) as Start),
    wait: async (pid, timeout) => {
      for (;;) {
        const { status } = await withTimeout(proc, number(timeout), () => proc.wait(number(pid)));
        if ('code' in status || 'signal' in status) return returnCode(status);
      }
    },
    poll: (pid) => {
      const status = proc.waitNow(number(pid))?.status;
      return status && ('code' in status || 'signal' in status) ? returnCode(status) : null;
    },
    communicate: (input, data, output, errors) =>
      communicate(proc, [number(input), number(output), number(errors)], fromHex(text(data))),
    fork: () => {
      throw new SysError('ENOSYS');
    },
  };
}

function returnCode(status: WaitStatus): number {
  return 'code' in status ? status.code : -signalNumber(status.signal);
}

/** `pid stdin stdout stderr`: our ends of its pipes, -1 where there is none. */
async function spawn(proc: Process, { argv, cwd, env, streams }: Start): Promise<string> {
  const ours: number[] = [];
  const theirs: OpenFile[] = [];
  const fds = new Map(proc.fds);
  for (const fd of fds.keys()) if (fd > 2) fds.delete(fd);
  for (const [fd, stream] of streams.entries()) {
    let mine = -1;
    if (stream === 'pipe') {
      const { reader, writer } = proc.pipe();
      const [kept, given] = fd === 0 ? [writer, reader] : [reader, writer];
      mine = freeDescriptor(proc);
      proc.setFd(mine, kept);
      given.retain();
      theirs.push(given);
      fds.set(fd, given);
    } else if (stream === 'null')
      fds.set(fd, await proc.open('/dev/null', { read: fd === 0, write: fd > 0 }));
    else fds.set(fd, stream === 'stdout' ? (fds.get(1) as OpenFile) : proc.fd(stream));
    ours.push(mine);
  }
  const environment = env ? new Map(Object.entries(env)) : new Map(proc.env);
  try {
    const path = findInPath(proc.files, argv[0] ?? '', environment.get('PATH'));
    const options = { fds, env: environment, ...(cwd === null ? {} : { cwd }) };
    return [proc.spawn(path, argv, options), ...ours].join(' ');
  } catch (error) {
    for (const fd of ours) if (fd >= 0) proc.closeFd(fd);
    throw error;
  } finally {
    for (const file of theirs) file.release();
  }
}

/** Feeds one pipe while it reads the others to their ends: `stdout stderr` in hexadecimal digits. */
async function communicate(
  proc: Process,
  [input = -1, ...outputs]: readonly number[],
  data: Uint8Array,
): Promise<string> {
  const feed = proc.thread('feed', async () => {
    if (input < 0) return;
    await write(proc.fd(input), data);
    proc.closeFd(input);
  });
  const reads = outputs.map((fd) => proc.thread('drain', () => (fd < 0 ? Promise.resolve('') : drain(proc, fd))));
  await feed.join();
  const texts: string[] = [];
  for (const read of reads) texts.push(await read.join());
  return texts.join(' ');
} // prettier-ignore

async function write(file: OpenFile, data: Uint8Array): Promise<void> {
  try {
    await file.write(data);
  } catch (error) {
    // A program that reads no more of its input is no error.
    if (!(error instanceof SysError) || error.code !== 'EPIPE') throw error;
  }
}

async function drain(proc: Process, fd: number): Promise<string> {
  const file = proc.fd(fd);
  const pieces: Uint8Array[] = [];
  for (let piece = await file.read(65536); piece; piece = await file.read(65536)) {
    proc.allocate(piece.length);
    pieces.push(piece);
  }
  return toHex(concatBytes(pieces));
}
