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

/** The one way that is left: our own static files. @throws Error for anything else, or where it is not there */
export const fetchAsset = assetLoader(globalThis);

/** A loader of files from where `scope`'s script came from, with the fetch it had before it was taken away. */
export function assetLoader(scope: {
  fetch?: typeof fetch;
  location?: { href: string };
}): (url: string) => Promise<Response> {
  const load = scope.fetch?.bind(scope);
  return async (url) => {
    const base = scope.location?.href ?? '';
    const { href } = new URL(url, base);
    const origin = new URL(base).origin;
    if (!load || !href.startsWith(`${origin}/`)) throw new TypeError(`${url} is not a file of Drydock`);
    const response = await load(href, { credentials: 'omit', redirect: 'error' });
    if (!response.ok) throw new Error(`${url} could not be loaded (${response.status})`);
    return response;
  };
}

function refuse(name: string) {
  return function refused(): never {
    throw new TypeError(`${name} is not available: Drydock's worker has no network`);
  };
}

if ('WorkerGlobalScope' in globalThis) disableNetwork(globalThis);
