import type { Process } from '../../../kernel/process.ts';
import type { Signal } from '../../../kernel/signals.ts';
import { RAW_MODE, type TtyMode } from '../../../kernel/tty/tty.ts';
import { toBytes, toText } from '../../../lib/bytes.ts';
import type { HostCall } from '../runtime/quickjs-vm.ts';
import { number, text } from '../../support/wasm/host-arguments.ts';
import { bytes } from './arguments.ts';
import type { EventQueue } from './event-queue.ts';

/** The process itself, its time, its machine, and text as bytes. */
export function processCalls(proc: Process, events: EventQueue): Record<string, HostCall> {
  let cooked: Readonly<TtyMode> | undefined;
  return {
    now: () => proc.now(),
    random: () => proc.random(),
    cpu: () => proc.usage().userMicros,
    memory: () => proc.processes().find(({ pid }) => pid === proc.pid)?.residentBytes ?? 0,
    environ: () => JSON.stringify(Object.fromEntries(proc.env)),
    setenv: (name, value) => (proc.env.set(text(name), text(value)), null),
    unsetenv: (name) => (proc.env.delete(text(name)), null),
    umask: (mask) => {
      const before = proc.umask;
      if (number(mask) >= 0) proc.umask = number(mask);
      return before;
    },
    hostname: () => proc.hostname,
    machine: () => JSON.stringify(proc.machine),
    kill: (pid, signal) => (proc.kill(number(pid), signal === '0' ? 0 : (text(signal) as Signal)), null),
    signal: (name, id) => {
      const to = number(id);
      proc.onSignal(text(name) as Signal, to === 0 ? 'default' : () => events.emit(to, 'signal'));
      return null;
    },
    notice: (words) => (proc.notice(text(words)), null),
    winsize: (fd, which) => {
      const tty = proc.fds.get(number(fd))?.tty;
      const size = tty?.getSize();
      return number(which) === 0 ? (size?.columns ?? 80) : (size?.rows ?? 24);
    },
    setRaw: (raw) => {
      const { tty } = proc.stdin;
      if (!tty) return null;
      cooked ??= tty.getMode();
      tty.setMode(number(raw) === 1 ? RAW_MODE : cooked);
      return null;
    },
    readInput: (id) => {
      events.start(number(id), 'stdin', async () => {
        for (;;) {
          const data = await proc.stdin.read(65536);
          events.emit(number(id), data === null ? 'end' : 'data', data);
          if (data === null) return;
        }
      });
      return null;
    },
    encode: (value) => toBytes(text(value)),
    decode: (buffer, offset, length) => toText(bytes(buffer, offset, length)).replace(RAW, '\ufffd'),
  };
}

/** Bytes that are no UTF-8, as `toText` keeps them. */
const RAW = /[\udc80-\udcff](?<![\ud800-\udbff][\udc80-\udcff])/g;
