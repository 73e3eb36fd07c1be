import type { Signal } from './signals.ts';

/**
 * How a process ends that wanted more memory or stack than the JavaScript engine has, as a real one would; undefined for every other error. Engines
 * tell it by their message alone.
 */
export function exhaustionSignal(error: unknown): Signal | undefined {
  if (!(error instanceof Error) || !/^(RangeError|InternalError)$/.test(error.name)) return undefined;
  if (/call stack|recursion/.test(error.message)) return 'SIGSEGV';
  const isMemory = /Invalid (string|array|typed array) length|allocation|out of memory/i.test(error.message);
  return isMemory ? 'SIGKILL' : undefined;
}
