import type { WorldPort } from '../state/world-port.ts';
import type { FromWorld, ToWorld } from '../world/protocol.ts';

/** A world in a worker of its own: ending the port ends the world, whatever it does. */
export function createWorkerPort(): WorldPort {
  const worker = new Worker(new URL('./world.worker.ts', import.meta.url), { type: 'module' });
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
