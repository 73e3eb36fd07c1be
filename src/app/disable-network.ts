/**
 * The first module of a worker: a `<meta>` content security policy does not reach it, so what could leave the machine is taken away here,
 * before any other code runs. What is simulated travels through the simulated network only.
 */
const REFUSED = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'importScripts',
  'Worker',
  'SharedWorker',
] as const;

/** Replaces every way out of this global scope, wherever on its prototype chain it is defined, by a function that throws. */
export function disableNetwork(scope: object): void {
  for (let owner: object | null = scope; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    for (const name of REFUSED) {
      if (owner !== scope && !Object.hasOwn(owner, name)) continue;
      Object.defineProperty(owner, name, { value: refuse(name), writable: false, configurable: false });
    }
  }
}

function refuse(name: string) {
  return function refused(): never {
    throw new TypeError(`${name} is not available: Drydock's worker has no network`);
  };
}

if ('WorkerGlobalScope' in globalThis) disableNetwork(globalThis);
