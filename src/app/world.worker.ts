import { fetchAsset } from './disable-network.ts';
import { createBrowserHost } from '../host/browser.ts';
import { createBrowserStorage } from '../host/browser-storage.ts';
import type { FromWorld, ToWorld } from '../world/protocol.ts';
import { serveWorld } from '../world/serve-world.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

serveWorld(
  {
    post: (message: FromWorld, transfer: ArrayBuffer[] = []) => scope.postMessage(message, transfer),
    listen: (handler: (message: ToWorld) => void) => {
      scope.onmessage = ({ data }: MessageEvent<ToWorld>) => handler(data);
    },
  },
  createBrowserHost(fetchAsset),
  createBrowserStorage(scope.name),
  async (id) =>
    id.startsWith('pack:')
      ? (await import('./packs/pack-store.ts')).loadPackLesson(id)
      : (await import('./lesson-files.ts')).loadLesson(id),
);
