import { callAfter } from '../lib/wasm-call-after.ts';
import type { WasmName } from './host.ts';

/** A runtime's bytes as they are compiled: PostgreSQL asks the host wherever it looks for interrupts (`outside.ts` of the server answers). */
export function prepareWasm(name: WasmName, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return name === 'pglite' ? callAfter(bytes, 'ProcessInterrupts', '__syscall_getgid32') : bytes;
}
