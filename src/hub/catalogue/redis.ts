import { once, type ImageDefinition, type ImageStep } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_GROUP, ALPINE_PASSWD, ALPINE_PATH } from './etc-alpine.ts';
import { debianBase } from './base-debian.ts';
import { DEBIAN_GROUP, DEBIAN_PASSWD, DEBIAN_PATH } from './etc-debian.ts';

const VERSION = '7.4.7';
const DOWNLOAD = `REDIS_DOWNLOAD_URL=https://github.com/redis/redis/archive/refs/tags/${VERSION}.tar.gz`;
const UID = 999;

/** Options and a configuration file are for redis-server. Simplified: it does not change to the user redis. */
const ENTRYPOINT = `#!/bin/sh
set -e

# an option or a configuration file stands for redis-server with it
if [ "\${1#-}" != "$1" ] || [ "\${1%.conf}" != "$1" ]; then
	set -- redis-server "$@"
fi

umask 0077
exec "$@"
`;

interface Flavour {
  readonly tags: readonly string[];
  readonly created: string;
  readonly path: string;
  readonly base: readonly ImageStep[];
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  /** The group redis, and the files of users that have it. */
  readonly gid: number;
  readonly users: { readonly passwd: string; readonly group: string };
}

const FLAVOURS: readonly Flavour[] = [
  {
    tags: ['latest', '7', '7.4', VERSION, 'bookworm', '7-bookworm'],
    created: '2025-11-03T21:10:32Z',
    path: DEBIAN_PATH,
    base: debianBase({
      name: 'Debian GNU/Linux', id: 'debian', version: '12', codename: 'bookworm', sizeBytes: 74_800_000, compressedBytes: 28_200_000, created: '2025-11-03T20:44:23Z',
      createdBy: "# debian.sh --arch 'amd64' out/ 'bookworm' '@1762775000'", command: 'CMD ["bash"]',
    }), // prettier-ignore
    compressedBytes: 18_300_000,
    sizeBytes: 41_500_000,
    gid: 999,
    users: {
      passwd: `${DEBIAN_PASSWD}redis:x:${UID}:999::/home/redis:/bin/sh\n`,
      group: `${DEBIAN_GROUP}redis:x:999:\n`,
    },
  },
  {
    tags: ['alpine', '7-alpine', '7.4-alpine', `${VERSION}-alpine`],
    created: '2025-11-03T21:11:04Z',
    path: ALPINE_PATH,
    base: alpineBase('3.21.5', '2025-10-08T11:02:12Z'),
    compressedBytes: 12_900_000,
    sizeBytes: 33_100_000,
    gid: 1000,
    users: {
      passwd: `${ALPINE_PASSWD}redis:x:${UID}:1000:redis:/home/redis:/sbin/nologin\n`,
      group: `${ALPINE_GROUP}redis:x:1000:redis\n`,
    },
  },
];

function steps({ base, created, gid, users, compressedBytes, sizeBytes }: Flavour): ImageStep[] {
  const comment = 'buildkit.dockerfile.v0';
  return [
    ...base,
    {
      createdBy: 'RUN /bin/sh -c set -eux; add the group and the user redis # buildkit',
      comment,
      layer: once(() =>
        new LayerBuilder(created)
          .directory('home/redis', 0o755, UID, gid)
          .file('etc/passwd', users.passwd)
          .file('etc/group', users.group)
          .build(1_250),
      ),
    },
    { createdBy: `ENV ${DOWNLOAD}`, comment },
    {
      createdBy: 'RUN /bin/sh -c set -eux; build redis from its sources # buildkit',
      comment,
      layer: once((tools) =>
        new LayerBuilder(created)
          .weight('usr/local/bin/redis-server', Math.floor(sizeBytes / 2), tools.stub('redis-server'), 0o755)
          .weight('usr/local/bin/redis-cli', Math.floor(sizeBytes / 2), tools.stub('redis-cli'), 0o755)
          .build(compressedBytes),
      ),
    },
    {
      createdBy: 'RUN /bin/sh -c mkdir /data && chown redis:redis /data # buildkit',
      comment,
      layer: once(() => new LayerBuilder(created).directory('data', 0o755, UID, gid).build(98)),
    },
    { createdBy: 'VOLUME [/data]', comment },
    { createdBy: 'WORKDIR /data', comment },
    {
      createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/ # buildkit',
      comment,
      layer: once(() =>
        new LayerBuilder(created).file('usr/local/bin/docker-entrypoint.sh', ENTRYPOINT, 0o755).build(573),
      ),
    },
    { createdBy: 'ENTRYPOINT ["docker-entrypoint.sh"]', comment },
    { createdBy: 'EXPOSE map[6379/tcp:{}]', comment },
    { createdBy: 'CMD ["redis-server"]', comment },
  ];
}

/** Simplified: `latest` is 7.4, the version that the program follows; the real one is 8. */
export const REDIS: ImageDefinition = {
  repository: 'redis',
  description: 'A store of keys and values in memory',
  stars: 13400,
  builds: FLAVOURS.map((flavour) => ({
    tags: flavour.tags,
    created: flavour.created,
    config: {
      Env: [flavour.path, DOWNLOAD],
      Entrypoint: ['docker-entrypoint.sh'],
      Cmd: ['redis-server'],
      ExposedPorts: { '6379/tcp': {} },
      Volumes: { '/data': {} },
      WorkingDir: '/data',
    },
    steps: steps(flavour),
  })),
};
