import { ApiError } from '../api/api-error.ts';
import { HUB_ACCOUNT } from '../api/hub-account.ts';
import type { Registry, RegistryImage } from '../api/registry.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';
import { realize, type Architecture, type ImageDefinition } from './image-definition.ts';
import type { Toolbox } from './layer-builder.ts';

const ARCHITECTURES: readonly Architecture[] = ['amd64', 'arm64'];

/**
 * The pretend Docker Hub: every image is made of parts the simulation really has. All are there for linux/amd64 and linux/arm64;
 * `toolsFor` gives what they are made of on each.
 */
export function createHub(toolsFor: (architecture: Architecture) => Toolbox): Registry {
  const toolboxes = new Map(ARCHITECTURES.map((architecture) => [architecture, toolsFor(architecture)]));
  const made = new Map<string, RegistryImage>();
  const find = (path: string): ImageDefinition | undefined =>
    CATALOGUE.find(
      (image) => (image.repository.includes('/') ? image.repository : `library/${image.repository}`) === path,
    );
  const findImage: Registry['find'] = async ({ domain, path, tag = 'latest', digest, platform }) => {
    const definition = domain === 'docker.io' ? find(path) : undefined;
    if (!definition) return 'no repository';
    const wanted = platform?.architecture ?? 'amd64';
    const architecture = ARCHITECTURES.find((one) => one === wanted);
    const tools = toolboxes.get(architecture ?? 'amd64');
    if (!tools) return 'no platform';
    for (const build of definition.builds) {
      const key = `${path}:${build.tags[0] ?? ''} ${wanted}`;
      const image = (): RegistryImage => {
        const known = made.get(key) ?? realize(definition, build, tools, architecture ?? 'amd64');
        made.set(key, known);
        return known;
      };
      if (!(digest ? image().digest === digest : build.tags.includes(tag))) continue;
      return architecture === undefined || (platform && platform.os !== 'linux') ? 'no platform' : image();
    }
    return 'no manifest';
  };
  return {
    find: findImage,
    findAll: async (reference) => {
      const images: RegistryImage[] = [];
      for (const architecture of ARCHITECTURES) {
        const found = await findImage({ ...reference, platform: { os: 'linux', architecture } });
        if (found === 'no repository' || found === 'no manifest') return found;
        if (found !== 'no platform') images.push(found);
      }
      return { index: true, images };
    },
    tags: async ({ domain, path }) =>
      domain === 'docker.io'
        ? find(path)
            ?.builds.flatMap(({ tags }) => tags)
            .sort()
        : undefined,
    // eslint-disable-next-line require-yield
    async *push() {
      throw new ApiError('unauthorized', 'denied: requested access to the resource is denied');
    },
    login: async (_, { username, password }) => {
      if (username === HUB_ACCOUNT.username && password === HUB_ACCOUNT.password) return;
      throw new ApiError(
        'unauthorized',
        'Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password',
      );
    },
    available: async ({ path }) => {
      const definition = find(path);
      return definition
        ? { repository: definition.repository, names: definition.builds.flatMap(({ tags }) => tags) }
        : { repository: undefined, names: CATALOGUE.map(({ repository }) => repository).sort() };
    },
    search: async (term) =>
      CATALOGUE.filter(({ repository, description }) =>
        `${repository} ${description}`.toLowerCase().includes(term.toLowerCase()),
      )
        .map(({ repository, description, stars }) => ({
          name: repository,
          description,
          starCount: stars,
          isOfficial: !repository.includes('/'),
        }))
        .sort((a, b) => b.starCount - a.starCount),
  };
}
