import type { WorldPort } from '../state/world-port.ts';
import type { FromWorld, ToWorld } from '../world/protocol.ts';

/** A world in a worker of its own: ending the port ends the world, whatever it does. `name`: under which it is saved. */
export function createWorkerPort(name: string): WorldPort {
  const worker = new Worker(new URL('./world.worker.ts', import.meta.url), { type: 'module', name });
  return {
    post: (message: ToWorld) => worker.postMessage(message),
    listen: (onMessage, onFailure) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorld>) => onMessage(data);
      worker.onerror = (event) => {
        event.preventDefault();
        onFailure(event.message || 'The worker could not be loaded.');
      };
    },
    end: () => worker.terminate(),
  };
}
