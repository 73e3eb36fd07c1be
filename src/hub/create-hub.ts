import { ApiError } from '../api/api-error.ts';
import type { Registry, RegistryImage } from '../api/registry.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';
import { realize, type ImageDefinition } from './image-definition.ts';
import type { Toolbox } from './layer-builder.ts';

/** The pretend Docker Hub: every image is made of parts the simulation really has. */
export function createHub(tools: Toolbox): Registry {
  const made = new Map<string, RegistryImage>();
  const find = (path: string): ImageDefinition | undefined =>
    CATALOGUE.find(
      (image) => (image.repository.includes('/') ? image.repository : `library/${image.repository}`) === path,
    );
  return {
    find: async ({ domain, path, tag = 'latest', digest }) => {
      const definition = domain === 'docker.io' ? find(path) : undefined;
      if (!definition) return 'no repository';
      for (const build of definition.builds) {
        const key = `${path}:${build.tags[0] ?? ''}`;
        const image = (): RegistryImage => {
          const known = made.get(key) ?? realize(definition, build, tools);
          made.set(key, known);
          return known;
        };
        if (digest ? image().digest === digest : build.tags.includes(tag)) return image();
      }
      return 'no manifest';
    },
    // eslint-disable-next-line require-yield
    async *push() {
      throw new ApiError('unauthorized', 'denied: requested access to the resource is denied');
    },
    login: async () => {},
    search: (term) =>
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
