import { once, type ImageDefinition, type ImageStep } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_GROUP, ALPINE_PASSWD, ALPINE_PATH } from './etc-alpine.ts';
import { debianBase } from './base-debian.ts';
import { DEBIAN_GROUP, DEBIAN_PASSWD, DEBIAN_PATH } from './etc-debian.ts';

/** The version whose manners the simulated Node.js has. */
const VERSION = '22.21.1';
const YARN = '1.22.22';

/** What the official image starts by: options of node, and a word that is no command, go to node. */
const ENTRYPOINT = `#!/bin/sh
set -e

# An option, or something that is no command (or a file here that can't be executed), is for node.
if [ "\${1#-}" != "\${1}" ] || [ -z "$(command -v "\${1}")" ] || { [ -f "\${1}" ] && ! [ -x "\${1}" ]; }; then
  set -- node "$@"
fi

exec "$@"
`;

interface Flavour {
  readonly tags: readonly string[];
  readonly created: string;
  readonly path: string;
  readonly base: readonly ImageStep[];
  /** Makes the user node, as the history shows it. */
  readonly addUser: string;
  readonly users: { readonly passwd: string; readonly group: string };
  readonly nodeBytes: number;
  readonly nodeCompressed: number;
  /** What the full image has for modules that are compiled. */
  readonly tools?: { readonly sizeBytes: number; readonly compressedBytes: number };
}

const bookworm = (sizeBytes: number, compressedBytes: number): ImageStep[] =>
  debianBase({
    name: 'Debian GNU/Linux', id: 'debian', version: '12', codename: 'bookworm', sizeBytes, compressedBytes, created: '2025-11-03T20:44:23Z',
    createdBy: "# debian.sh --arch 'amd64' out/ 'bookworm' '@1762202650'", command: 'CMD ["bash"]',
  }); // prettier-ignore

const DEBIAN_USERS = {
  addUser: 'RUN /bin/sh -c groupadd --gid 1000 node   && useradd --uid 1000 --gid node --shell /bin/bash --create-home node # buildkit',
  users: { passwd: `${DEBIAN_PASSWD}node:x:1000:1000::/home/node:/bin/bash\n`, group: `${DEBIAN_GROUP}node:x:1000:\n` },
}; // prettier-ignore

/** `22-slim`, `lts-slim` and the like for an ending. */
const tags = (ending: string, ...more: readonly string[]): string[] => [
  ...['22', '22.21', VERSION, 'lts', 'jod', 'current'].map((one) => (ending ? `${one}-${ending}` : one)),
  ...more,
];

const FLAVOURS: readonly Flavour[] = [
  {
    tags: [...tags('', 'latest', 'bookworm'), ...tags('bookworm')],
    created: '2025-11-04T19:31:08Z',
    path: DEBIAN_PATH,
    base: bookworm(116_600_000, 48_500_000),
    ...DEBIAN_USERS,
    nodeBytes: 193_000_000,
    nodeCompressed: 57_700_000,
    tools: { sizeBytes: 812_000_000, compressedBytes: 299_000_000 },
  },
  {
    tags: [...tags('slim', 'slim', 'bookworm-slim'), ...tags('bookworm-slim')],
    created: '2025-11-04T19:32:21Z',
    path: DEBIAN_PATH,
    base: bookworm(74_800_000, 28_200_000),
    ...DEBIAN_USERS,
    nodeBytes: 144_000_000,
    nodeCompressed: 49_900_000,
  },
  {
    tags: [...tags('alpine', 'alpine', 'alpine3.22'), ...tags('alpine3.22')],
    created: '2025-11-04T19:33:40Z',
    path: ALPINE_PATH,
    base: alpineBase('3.22.2', '2025-10-08T11:04:38Z'),
    addUser: 'RUN /bin/sh -c addgroup -g 1000 node     && adduser -u 1000 -G node -s /bin/sh -D node     && apk add --no-cache libstdc++ && install node # buildkit',
    users: { passwd: `${ALPINE_PASSWD}node:x:1000:1000::/home/node:/bin/sh\n`, group: `${ALPINE_GROUP}node:x:1000:\n` },
    nodeBytes: 146_000_000,
    nodeCompressed: 48_600_000,
  },
]; // prettier-ignore

function steps(flavour: Flavour): ImageStep[] {
  const { created, path, nodeBytes, nodeCompressed, tools } = flavour;
  const comment = 'buildkit.dockerfile.v0';
  return [
    ...flavour.base,
    { createdBy: `ENV ${path}`, comment },
    ...(tools
      ? [
          {
            createdBy: 'RUN /bin/sh -c set -ex; apt-get update; install what builds native modules # buildkit',
            comment,
            layer: once(() => new LayerBuilder(created).weight('usr/lib/gcc/build-tools', tools.sizeBytes).build(tools.compressedBytes)),
          },
        ]
      : []),
    {
      createdBy: flavour.addUser,
      comment,
      layer: once(() =>
        new LayerBuilder(created)
          .file('etc/passwd', flavour.users.passwd)
          .file('etc/group', flavour.users.group)
          .directory('home/node', 0o755, 1000)
          .build(3_300),
      ),
    },
    { createdBy: `ENV NODE_VERSION=${VERSION}`, comment },
    {
      createdBy: 'RUN /bin/sh -c set -ex; download node, check its signature, unpack it into /usr/local # buildkit',
      comment,
      layer: once((stubs) =>
        new LayerBuilder(created)
          .weight('usr/local/bin/node', Math.floor(nodeBytes * 0.83), stubs.stub('node'), 0o755)
          .weight('usr/local/lib/node_modules/npm/bin/npm-cli.js', 54, stubs.stub('npm'), 0o755)
          .weight('usr/local/lib/node_modules/npm/bin/npx-cli.js', 2_916, stubs.stub('npx'), 0o755)
          .weight('usr/local/lib/node_modules/npm/lib/bundle.js', Math.floor(nodeBytes * 0.07))
          .weight('usr/local/include/node/headers.h', Math.floor(nodeBytes * 0.1))
          .symlink('usr/local/bin/npm', '../lib/node_modules/npm/bin/npm-cli.js')
          .symlink('usr/local/bin/npx', '../lib/node_modules/npm/bin/npx-cli.js')
          .symlink('usr/local/bin/nodejs', '/usr/local/bin/node')
          .build(nodeCompressed),
      ),
    },
    { createdBy: `ENV YARN_VERSION=${YARN}`, comment },
    {
      createdBy: 'RUN /bin/sh -c set -ex; download yarn, check its signature, unpack it into /opt # buildkit',
      comment,
      layer: once((stubs) =>
        new LayerBuilder(created)
          .weight(`opt/yarn-v${YARN}/bin/yarn.js`, 1_025, stubs.stub('yarn'), 0o755)
          .weight(`opt/yarn-v${YARN}/lib/cli.js`, 5_330_000)
          .symlink('usr/local/bin/yarn', `/opt/yarn-v${YARN}/bin/yarn.js`)
          .symlink('usr/local/bin/yarnpkg', `/opt/yarn-v${YARN}/bin/yarn.js`)
          .build(1_710_000),
      ),
    },
    {
      createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/ # buildkit',
      comment,
      layer: once(() => new LayerBuilder(created).file('usr/local/bin/docker-entrypoint.sh', ENTRYPOINT, 0o775).build(446)),
    },
    { createdBy: 'ENTRYPOINT ["docker-entrypoint.sh"]', comment },
    { createdBy: 'CMD ["node"]', comment },
  ];
} // prettier-ignore

/** Simplified: `latest` is 22, the version that the program follows; the real one is newer. */
export const NODE: ImageDefinition = {
  repository: 'node',
  description: 'The JavaScript runtime Node.js, with npm and yarn',
  stars: 14200,
  builds: FLAVOURS.map((flavour) => ({
    tags: flavour.tags,
    created: flavour.created,
    config: {
      Env: [flavour.path, `NODE_VERSION=${VERSION}`, `YARN_VERSION=${YARN}`],
      Entrypoint: ['docker-entrypoint.sh'],
      Cmd: ['node'],
    },
    steps: steps(flavour),
  })),
};
