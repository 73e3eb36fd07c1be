import type { Process } from '../../../kernel/process.ts';
import { timeZoneOf } from '../../support/time-zone.ts';
import type { Address } from './quickjs-exports.ts';

/** What WebAssembly calls. */
export interface Callbacks {
  call(context: Address, argc: number, argv: Address, id: number): Address;
  interrupt(): number;
  poll(): void;
  load(name: Address): Address;
  resolve(importer: Address, name: Address): Address;
  rejected(promise: bigint, reason: bigint, handled: number): void;
  errorMade(error: bigint): void;
}

const ABORTED = 'QuickJS aborted';
const EBADF = 8;

/** The imports by Emscripten's short names: see the loader of the npm package, and make-quickjs.mjs for u, v and w. */
export function createImports(
  proc: Process,
  memory: WebAssembly.Memory,
  callbacks: Callbacks,
): WebAssembly.Imports {
  const abort = (): never => {
    throw new Error(ABORTED);
  };
  const ignore = (): number => 0;
  return {
    a: {
      a: memory,
      // assert, abort, exit
      b: abort,
      q: abort,
      r: abort,
      // Files and environment of the C library: there is none.
      c: () => EBADF,
      d: () => EBADF,
      o: () => EBADF,
      e: ignore,
      f: (count: Address, size: Address) => {
        new DataView(memory.buffer).setInt32(count, 0, true);
        new DataView(memory.buffer).setInt32(size, 0, true);
        return 0;
      },
      // setitimer and what stops it
      j: ignore,
      l: ignore,
      // localtime, tzset, the time
      m: (seconds: bigint, at: Address) => writeLocalTime(proc, memory, Number(seconds) * 1000, at),
      n: ignore,
      p: () => proc.now(),
      // The memory can't grow.
      k: ignore,
      // Calls of host functions, "may I go on?", modules
      s: (context: Address, _self: Address, argc: number, argv: Address, id: number) =>
        callbacks.call(context, argc, argv, id),
      i: () => callbacks.interrupt(),
      h: (_runtime: Address, _context: Address, name: Address) => callbacks.load(name),
      g: (_runtime: Address, _context: Address, importer: Address, name: Address) =>
        callbacks.resolve(importer, name),
      t: ignore,
      u: (_context: Address, promise: bigint, reason: bigint, handled: number) => {
        callbacks.rejected(promise, reason, handled);
      },
      v: (_context: Address, error: bigint) => {
        callbacks.errorMade(error);
      },
      w: () => {
        callbacks.poll();
      },
    },
  };
}

/** struct tm: seconds, minutes, hours, day, month, year, weekday, day of the year, summer time, offset. */
function writeLocalTime(proc: Process, memory: WebAssembly.Memory, ms: number, at: Address): void {
  const { offsetSeconds } = timeZoneOf(proc).at(ms);
  const local = new Date(ms + offsetSeconds * 1000);
  const dayOfYear = Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / 86_400_000);
  const fields = [
    local.getUTCSeconds(),
    local.getUTCMinutes(),
    local.getUTCHours(),
    local.getUTCDate(),
    local.getUTCMonth(),
    local.getUTCFullYear() - 1900,
    local.getUTCDay(),
    dayOfYear,
    0,
    offsetSeconds,
  ];
  const view = new DataView(memory.buffer);
  fields.forEach((value, index) => view.setInt32(at + index * 4, value, true));
}
