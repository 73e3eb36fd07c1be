import type { Registry } from '../api/registry.ts';
import type { Architecture } from '../hub/image-definition.ts';
import type { Toolbox } from '../hub/layer-builder.ts';

/** The pretend Docker Hub, whose catalogue is loaded when it is first asked for. Whoever asks keeps its turn: the world stands still meanwhile. */
export function lazyHub(toolsFor: (architecture: Architecture) => Toolbox): Registry {
  let hub: Registry | undefined;
  const load = async (): Promise<Registry> =>
    (hub ??= (await import('../hub/create-hub.ts')).createHub(toolsFor));
  return {
    find: async (reference) => (await load()).find(reference),
    available: async (path) => (await load()).available?.(path) ?? { repository: undefined, names: [] },
    search: async (term) => (await load()).search(term),
  };
}
