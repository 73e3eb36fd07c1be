import { ApiError } from '../../api/api-error.ts';
import type { Registry, RegistryCredentials } from '../../api/registry.ts';
import type { Network } from '../../kernel/net/socket.ts';

const HUB = 'docker.io';

/** The registries of a machine: the pretend Hub, and whatever listens on the simulated network. Both are loaded when they are needed. */
export function createRegistries(loadHub: () => Promise<Registry>, network: Network): Registry {
  let loaded: Promise<Registry> | undefined;
  const hub = (): Promise<Registry> => (loaded ??= loadHub());
  return {
    find: async (reference, credentials) => {
      if (reference.domain === HUB) return (await hub()).find(reference, credentials);
      const { pullFrom } = await import('./remote-registry.ts');
      return pullFrom(network, reference, credentials);
    },
    findAll: async (reference, options) => {
      if (reference.domain === HUB) return (await hub()).findAll(reference, options);
      const { askAsClient } = await import('./ask-as-client.ts');
      return askAsClient(network, reference, options);
    },
    tags: async (reference, credentials) => {
      if (reference.domain === HUB) return (await hub()).tags(reference, credentials);
      const { tagsOf } = await import('./remote-registry.ts');
      return tagsOf(network, reference, credentials);
    },
    async *push(reference, image, credentials) {
      if (reference.domain === HUB) return yield* (await hub()).push(reference, image, credentials);
      const { pushTo } = await import('./remote-registry.ts');
      return yield* pushTo(network, reference, image, credentials);
    },
    login: async (server, credentials) => {
      if (isHub(server)) return (await hub()).login(server, credentials);
      return loginTo(network, server, credentials);
    },
    available: async (reference) =>
      reference.domain === HUB ? (await hub()).available(reference) : undefined,
    search: async (term) => (await hub()).search(term),
  };
}

function isHub(server: string): boolean {
  return server === '' || /(^|\/\/|\.)docker\.io(\/|$)/.test(server);
}

/** @throws ApiError unauthorized, or invalidParameter for what is no address */
async function loginTo(network: Network, server: string, credentials: RegistryCredentials): Promise<void> {
  const [{ RegistryClient }, { hostOfServer }] = await Promise.all([
    import('./registry-client.ts'),
    import('./server-address.ts'),
  ]);
  const client = new RegistryClient(network, hostOfServer(server), credentials);
  const { status } = await client.ask('GET', '/v2/');
  if (status === 401)
    throw new ApiError(
      'unauthorized',
      `login attempt to ${client.url('/v2/')} failed with status: 401 Unauthorized`,
    );
  if (status !== 200)
    throw new ApiError('system', `login attempt to ${client.url('/v2/')} failed with status: ${status}`);
}
