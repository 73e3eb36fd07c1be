import { ApiError } from '../api/api-error.ts';
import { HUB_ACCOUNT } from '../api/hub-account.ts';
import type {
  Registry,
  RegistryAnswer,
  RegistryCredentials,
  RegistryImage,
  RegistryReference,
} from '../api/registry.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';
import { realize, type Architecture, type ImageDefinition } from './image-definition.ts';
import type { Toolbox } from './layer-builder.ts';

const ARCHITECTURES: readonly Architecture[] = ['amd64', 'arm64'];

/** What everybody finds. */
const PUBLIC = CATALOGUE.filter(({ isPrivate }) => !isPrivate);

function isOwner(credentials: RegistryCredentials | undefined): boolean {
  return credentials?.username === HUB_ACCOUNT.username && credentials.password === HUB_ACCOUNT.password;
}

function findDefinition(
  path: string,
  credentials: RegistryCredentials | undefined,
): ImageDefinition | undefined {
  return (isOwner(credentials) ? CATALOGUE : PUBLIC).find(
    ({ repository }) => (repository.includes('/') ? repository : `library/${repository}`) === path,
  );
}

/**
 * The pretend Docker Hub: every image is made of parts the simulation really has. All are there for linux/amd64 and linux/arm64;
 * `toolsFor` gives what they are made of on each.
 */
export function createHub(toolsFor: (architecture: Architecture) => Toolbox): Registry {
  const toolboxes = new Map(ARCHITECTURES.map((architecture) => [architecture, toolsFor(architecture)]));
  const made = new Map<string, RegistryImage>();
  const findImage = (
    { domain, path, tag = 'latest', digest, platform }: RegistryReference,
    credentials: RegistryCredentials | undefined,
  ): RegistryAnswer => {
    const definition = domain === 'docker.io' ? findDefinition(path, credentials) : undefined;
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
    find: async (reference, credentials) => findImage(reference, credentials),
    findAll: async (reference, { credentials }) => {
      const images: RegistryImage[] = [];
      for (const architecture of ARCHITECTURES) {
        const found = findImage({ ...reference, platform: { os: 'linux', architecture } }, credentials);
        if (found === 'no repository' || found === 'no manifest') return found;
        if (found !== 'no platform') images.push(found);
      }
      return { index: true, images };
    },
    tags: async ({ domain, path }, credentials) =>
      domain === 'docker.io'
        ? findDefinition(path, credentials)
            ?.builds.flatMap(({ tags }) => tags)
            .sort()
        : undefined,
    // eslint-disable-next-line require-yield
    async *push() {
      throw new ApiError('unauthorized', 'denied: requested access to the resource is denied');
    },
    login: async (_, credentials) => {
      if (isOwner(credentials)) return;
      throw new ApiError(
        'unauthorized',
        'Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password',
      );
    },
    available: async ({ path }) => {
      const definition = findDefinition(path, undefined);
      return definition
        ? { repository: definition.repository, names: definition.builds.flatMap(({ tags }) => tags) }
        : { repository: undefined, names: PUBLIC.map(({ repository }) => repository).sort() };
    },
    search: async (term) =>
      PUBLIC.filter(({ repository, description }) =>
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
