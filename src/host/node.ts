import { randomBytes } from 'node:crypto';
import type { Host } from './host.ts';

/** The world's environment in Node. */
export const nodeHost: Host = {
  monotonicMs: () => performance.now(),
  wallClockMs: () => Date.now(),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  entropy: () => randomBytes(4).readUInt32LE(),
};
