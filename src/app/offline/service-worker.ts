/**
 * Keeps Drydock's own files, so that it works without a network. A build's files are kept under the build's name; another build waits until the
 * page lets it take over, so that nothing changes under a learner.
 */
import type { BuildFiles, KeepingAll, ToOfflineWorker } from './build-files.ts';

const worker = self as unknown as ServiceWorkerGlobalScope & { DRYDOCK_FILES: BuildFiles };
worker.importScripts('./offline-files.js');

const { version, shell, rest } = worker.DRYDOCK_FILES;
const PREFIX = 'drydock-';
const CACHE = `${PREFIX}${version}`;
/** Names of these files hold their content's hash: what another build kept is the same. */
const HASHED = 'assets/';
const known = new Set([...shell, ...rest]);

const urlOf = (file: string): string => new URL(file, worker.registration.scope).href;

/** The file of ours that is asked for. */
function fileOf({ method, url }: Request): string | undefined {
  const { scope } = worker.registration;
  const [address = ''] = url.split(/[?#]/);
  if (method !== 'GET' || !address.startsWith(scope)) return undefined;
  const file = address.slice(scope.length);
  if (file === 'index.html') return '';
  return known.has(file) ? file : undefined;
}

async function fetchAndKeep(file: string): Promise<Response> {
  const response = await fetch(urlOf(file), { cache: file.startsWith(HASHED) ? 'default' : 'reload' });
  if (!response.ok) return response;
  // The answer to a redirected request can't be given to a navigation.
  const answer = response.redirected ? new Response(response.body, response) : response;
  await (await caches.open(CACHE)).put(urlOf(file), answer.clone());
  return answer;
}

async function keep(file: string): Promise<void> {
  const cache = await caches.open(CACHE);
  if (await cache.match(urlOf(file))) return;
  const same = file.startsWith(HASHED) ? await caches.match(urlOf(file)) : undefined;
  if (same) return cache.put(urlOf(file), same);
  const response = await fetchAndKeep(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
}

/** One after another in a few lines, so that the page's own requests come through. */
async function keepEach(files: readonly string[], onFile: () => void = () => undefined): Promise<void> {
  const left = [...files];
  const line = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      await keep(file);
      onFile();
    }
  };
  await Promise.all([line(), line(), line(), line()]);
}

async function answer(file: string): Promise<Response> {
  const kept = await (await caches.open(CACHE)).match(urlOf(file));
  if (kept) return kept;
  // A page of the build before may still be open.
  return (file.startsWith(HASHED) && (await caches.match(urlOf(file)))) || fetchAndKeep(file);
}

/** The build before is kept as long as a page of it may be open; older ones are not. */
async function forgetOlder(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}

async function keepAll(page: Client | undefined): Promise<void> {
  const files = [...shell, ...rest];
  let done = 0;
  const tell = (failed?: true): void =>
    page?.postMessage({ done, of: files.length, ...(failed ? { failed } : {}) } satisfies KeepingAll);
  try {
    await keepEach(files, () => {
      done += 1;
      tell();
    });
  } catch {
    tell(true);
  }
}

worker.addEventListener('install', (event) => event.waitUntil(keepEach(shell)));
worker.addEventListener('activate', (event) =>
  event.waitUntil(forgetOlder().then(() => worker.clients.claim())),
);
worker.addEventListener('fetch', (event) => {
  const file = fileOf(event.request);
  if (file !== undefined) event.respondWith(answer(file));
});
worker.addEventListener('message', (event) => {
  const message = event.data as ToOfflineWorker;
  if (message === 'take over') event.waitUntil(worker.skipWaiting());
  if (message === 'keep all') event.waitUntil(keepAll((event.source as Client | null) ?? undefined));
});
