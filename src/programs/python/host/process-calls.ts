import type { Process } from '../../../kernel/process.ts';
import { toHex } from './hex.ts';
import { placeZone, timeZoneOf, type TimeZone } from '../../support/time-zone.ts';
import { childCalls } from './child-calls.ts';
import { number, text } from '../../support/wasm/host-arguments.ts';
import type { HostCall } from './host-call.ts';
import { randomCalls } from './random-calls.ts';
import { digestCalls } from './digest-calls.ts';
import { patternCalls } from './pattern-calls.ts';

/** The process itself, its time and its machine. */
export function processCalls(proc: Process): Record<string, HostCall> {
  // Read once for each value of TZ, as by the C library.
  let local: { readonly name: string | undefined; readonly zone: TimeZone } | undefined;
  const localZone = (): TimeZone => {
    const name = proc.env.get('TZ');
    if (!local || local.name !== name) local = { name, zone: timeZoneOf(proc) };
    return local.zone;
  };
  return {
    ...childCalls(proc),
    ...randomCalls(),
    ...patternCalls(),
    ...digestCalls(proc),
    sleep: async (seconds) => {
      await proc.sleep(number(seconds) * 1000);
      return null;
    },
    /** The offset in seconds and the name of the clocks here, or of those of a place, at a time. */
    zone: (seconds, place) => {
      const zone = place === undefined ? localZone() : placeZone(proc, text(place));
      const moment = zone?.at(number(seconds) * 1000);
      return moment ? `${moment.offsetSeconds} ${moment.name}` : null;
    },
    now: () => proc.now() / 1000,
    cpu: () => proc.usage().userMicros / 1e6,
    random: () => proc.random(),
    randomBytes: (count) => toHex(Uint8Array.from({ length: number(count) }, () => proc.random() & 255)),
    pid: () => proc.pid,
    ppid: () => proc.ppid,
    uid: () => proc.uid,
    gid: () => proc.gid,
    umask: (mask) => {
      const before = proc.umask;
      proc.umask = number(mask);
      return before;
    },
    hostname: () => proc.hostname,
    machine: () =>
      `${proc.machine.kernelRelease}\0${proc.machine.kernelVersion}\0${proc.machine.architecture}\0${proc.machine.cpus}`,
    environ: () => JSON.stringify(Object.fromEntries(proc.env)),
    setenv: (name, value) => (proc.env.set(text(name), text(value)), null),
    unsetenv: (name) => (proc.env.delete(text(name)), null),
    kill: (pid, signal) => (proc.kill(number(pid), text(signal) as 'SIGTERM'), null),
    notice: (words) => (proc.notice(text(words)), null),
  };
}
