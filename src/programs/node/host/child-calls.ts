import { isSysError } from '../../../kernel/errno.ts';
import { findInPath } from '../../../kernel/exec-format.ts';
import type { OpenFile } from '../../../kernel/files/open-file.ts';
import type { Process } from '../../../kernel/process.ts';
import type { Signal } from '../../../kernel/signals.ts';
import { concatBytes } from '../../../lib/bytes.ts';
import { waitForEnd } from '../../support/spawn.ts';
import type { HostCall } from '../runtime/quickjs-vm.ts';
import { number, text } from '../../support/wasm/host-arguments.ts';
import { bytes } from './arguments.ts';
import type { EventQueue } from './event-queue.ts';

/** What a program asks for. `stdio`: 'pipe', 'ignore', or a descriptor's number. */
interface SpawnRequest {
  readonly file: string;
  readonly argv: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdio: readonly (string | number)[];
  readonly detached?: boolean;
  readonly uid?: number;
  readonly gid?: number;
}

interface Child {
  readonly pid: number;
  /** Our ends of its pipes: what it reads, what it writes. */
  readonly input: OpenFile | undefined;
  readonly outputs: ReadonlyMap<number, OpenFile>;
}

/** Real processes, for child_process. */
export function childCalls(proc: Process, events: EventQueue): Record<string, HostCall> {
  const inputs = new Map<number, OpenFile>();
  const results = new Map<string, Uint8Array>();
  return {
    spawn: (id, json) => {
      const to = number(id);
      const child = start(proc, JSON.parse(text(json)) as SpawnRequest);
      if (child.input) inputs.set(to, child.input);
      for (const [fd, reader] of child.outputs)
        events.start(to, 'output', async () => {
          for (let data = await reader.read(65536); data; data = await reader.read(65536))
            events.emit(to, `data${fd}`, data);
          reader.release();
          events.emit(to, `end${fd}`);
        });
      events.start(to, 'wait', async () => {
        const status = await waitForEnd(proc, child.pid);
        events.emit(to, 'exit', 'code' in status ? status.code : status.signal);
      });
      return child.pid;
    },
    childWrite: (id, buffer, offset, length) => {
      const data = bytes(buffer, offset, length);
      events.start(number(id), 'input', async () => {
        await inputs.get(number(id))?.write(data);
        events.emit(number(id), 'written');
      });
      return null;
    },
    childEnd: (id) => {
      inputs.get(number(id))?.release();
      inputs.delete(number(id));
      return null;
    },
    spawnSync: async (json, buffer, offset, length) => {
      const child = start(proc, JSON.parse(text(json)) as SpawnRequest);
      const { input } = child;
      if (input) {
        const data = bytes(buffer, offset, length);
        proc.thread('input', async () => {
          try {
            if (data.length > 0) await input.write(data);
          } catch (error) {
            if (!isSysError(error, 'EPIPE')) throw error;
          }
          input.release();
        });
      }
      const readers = [...child.outputs].map(([fd, reader]) =>
        proc.thread('output', async () => {
          const parts: Uint8Array[] = [];
          for (let part = await reader.read(65536); part; part = await reader.read(65536)) parts.push(part);
          reader.release();
          results.set(String(fd), concatBytes(parts));
        }),
      );
      for (const reader of readers) await reader.join();
      const status = await waitForEnd(proc, child.pid);
      return `${child.pid} ${'code' in status ? `${status.code} ` : `- ${status.signal}`}`;
    },
    spawnOutput: (fd) => {
      const found = results.get(text(fd));
      results.delete(text(fd));
      return found ?? null;
    },
    killChild: (pid, signal) => (proc.kill(number(pid), text(signal) as Signal), null),
  };
}

/** @throws SysError ENOENT, EACCES and others of spawn */
function start(proc: Process, request: SpawnRequest): Child {
  const env = request.env ? new Map(Object.entries(request.env)) : new Map(proc.env);
  const path = findInPath(proc.files, request.file, env.get('PATH') ?? proc.env.get('PATH'));
  const fds = new Map<number, OpenFile>();
  const outputs = new Map<number, OpenFile>();
  const theirs: OpenFile[] = [];
  let input: OpenFile | undefined;
  request.stdio.forEach((what, fd) => {
    if (typeof what === 'number') fds.set(fd, proc.fd(what));
    else if (what === 'ignore') {
      const file = proc.files.open('/dev/null', { read: true, write: true });
      file.retain();
      theirs.push(file);
      fds.set(fd, file);
    } else {
      const { reader, writer } = proc.pipe();
      reader.retain();
      writer.retain();
      fds.set(fd, fd === 0 ? reader : writer);
      theirs.push(fd === 0 ? reader : writer);
      if (fd === 0) input = writer;
      else outputs.set(fd, reader);
    }
  });
  try {
    const pid = proc.spawn(path, request.argv, {
      fds,
      env,
      ...(request.cwd === undefined ? {} : { cwd: request.cwd }),
      ...(request.uid === undefined ? {} : { uid: request.uid }),
      ...(request.gid === undefined ? {} : { gid: request.gid }),
      ...(request.detached ? { newSession: true } : {}),
    });
    return { pid, input, outputs };
  } catch (error) {
    input?.release();
    for (const reader of outputs.values()) reader.release();
    throw error;
  } finally {
    for (const file of theirs) file.release();
  }
}
