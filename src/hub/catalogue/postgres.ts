import { once, type ImageDefinition, type ImageStep } from '../image-definition.ts';
import { LayerBuilder, type Toolbox } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { debianBase } from './base-debian.ts';
import { ALPINE_GROUP, ALPINE_PASSWD, ALPINE_PATH } from './etc-alpine.ts';
import { DEBIAN_GROUP, DEBIAN_PASSWD, DEBIAN_PATH } from './etc-debian.ts';
import { POSTGRES_ENTRYPOINT } from './postgres-entrypoint.ts';

/** What PGlite is: the only version there can be. */
const VERSION = '18.6';
const MAJOR = '18';
const HOME = '/var/lib/postgresql';
const PGDATA = `${HOME}/${MAJOR}/docker`;
const COMMENT = 'buildkit.dockerfile.v0';
const PROGRAMS = [
  'postgres',
  'initdb',
  'pg_ctl',
  'psql',
  'pg_isready',
  'pg_dump',
  'createdb',
  'dropdb',
  'createuser',
  'dropuser',
];

interface Flavour {
  readonly tags: readonly string[];
  readonly created: string;
  readonly env: readonly string[];
  readonly base: readonly ImageStep[];
  readonly users: { readonly uid: number; readonly passwd: string; readonly group: string };
  /** Steps between the user and the database's own. */
  readonly before: readonly ImageStep[];
  readonly bin: string;
  /** /var/run/postgresql, without the symlink that Debian has on the way. */
  readonly socketFolder: string;
  readonly sizeBytes: number;
  readonly compressedBytes: number;
}

const GOSU = 'GOSU_VERSION=1.19';

function gosu(created: string): ImageStep[] {
  return [
    { createdBy: `ENV ${GOSU}`, comment: COMMENT },
    {
      createdBy: 'RUN /bin/sh -c set -eux; install gosu for easy step-down from root # buildkit',
      comment: COMMENT,
      layer: once((tools) =>
        new LayerBuilder(created)
          .weight('usr/local/bin/gosu', 1_796_000, tools.stub('gosu'), 0o755)
          .build(1_210_000),
      ),
    },
  ];
}

const DEBIAN_CREATED = '2025-11-18T05:53:39Z';
const ALPINE_CREATED = '2025-11-18T05:54:12Z';

const FLAVOURS: readonly Flavour[] = [
  {
    tags: ['latest', MAJOR, VERSION, 'trixie', `${MAJOR}-trixie`, `${VERSION}-trixie`],
    created: DEBIAN_CREATED,
    env: [`${DEBIAN_PATH}:/usr/lib/postgresql/${MAJOR}/bin`, GOSU, 'LANG=en_US.utf8', `PG_MAJOR=${MAJOR}`, `PG_VERSION=${VERSION}-1.pgdg13+1`, `PGDATA=${PGDATA}`],
    base: debianBase({
      name: 'Debian GNU/Linux', id: 'debian', version: '13', codename: 'trixie', sizeBytes: 78_600_000, compressedBytes: 29_800_000, created: '2025-11-17T00:00:00Z',
      createdBy: "# debian.sh --arch 'amd64' out/ 'trixie' '@1763337600'", command: 'CMD ["bash"]',
    }),
    users: {
      uid: 999,
      passwd: `${DEBIAN_PASSWD}postgres:x:999:999::${HOME}:/bin/bash\n`,
      group: `${DEBIAN_GROUP}postgres:x:999:\n`,
    },
    before: [
      ...gosu(DEBIAN_CREATED),
      {
        createdBy: 'RUN /bin/sh -c set -eux; make the "en_US.UTF-8" locale so postgres will be utf-8 enabled by default # buildkit',
        comment: COMMENT,
        layer: once(() => new LayerBuilder(DEBIAN_CREATED).weight('usr/lib/locale/locale-archive', 26_200_000).build(8_060_000)),
      },
      { createdBy: 'ENV LANG=en_US.utf8', comment: COMMENT },
      {
        createdBy: 'RUN /bin/sh -c set -eux; apt-get install -y --no-install-recommends libnss-wrapper xz-utils zstd # buildkit',
        comment: COMMENT,
        layer: once(() => new LayerBuilder(DEBIAN_CREATED).weight('usr/lib/x86_64-linux-gnu/libnss_wrapper.so', 3_260_000).build(1_150_000)),
      },
    ],
    bin: `usr/lib/postgresql/${MAJOR}/bin`,
    socketFolder: 'run/postgresql',
    sizeBytes: 341_000_000,
    compressedBytes: 119_000_000,
  },
  {
    tags: ['alpine', `${MAJOR}-alpine`, `${VERSION}-alpine`, 'alpine3.22', `${MAJOR}-alpine3.22`, `${VERSION}-alpine3.22`],
    created: ALPINE_CREATED,
    env: [ALPINE_PATH, GOSU, 'LANG=en_US.utf8', `PG_MAJOR=${MAJOR}`, `PG_VERSION=${VERSION}`, 'DOCKER_PG_LLVM_DEPS=llvm19-dev clang19', `PGDATA=${PGDATA}`],
    base: alpineBase('3.22.2', '2025-10-08T11:04:56Z'),
    users: {
      uid: 70,
      passwd: `${ALPINE_PASSWD}postgres:x:70:70:Linux User,,,:${HOME}:/bin/sh\n`,
      group: `${ALPINE_GROUP}postgres:x:70:\n`,
    },
    before: [
      ...gosu(ALPINE_CREATED),
      { createdBy: 'ENV LANG=en_US.utf8', comment: COMMENT },
      {
        createdBy: 'RUN /bin/sh -c set -eux; apk add --no-cache bash tzdata zstd icu-data-full # buildkit',
        comment: COMMENT,
        layer: once((tools) =>
          new LayerBuilder(ALPINE_CREATED).weight('bin/bash', 806_000, tools.stub('bash'), 0o755).weight('usr/share/icu/icudt76l.dat', 31_000_000).build(13_300_000),
        ),
      },
    ],
    bin: 'usr/local/bin',
    socketFolder: 'var/run/postgresql',
    sizeBytes: 229_000_000,
    compressedBytes: 97_000_000,
  },
]; // prettier-ignore

function userStep({ created, users: { uid, passwd, group } }: Flavour): ImageStep {
  return {
    createdBy: 'RUN /bin/sh -c set -eux; add the group and the user postgres with its home # buildkit',
    comment: COMMENT,
    layer: once(() =>
      new LayerBuilder(created)
        .file('etc/passwd', passwd)
        .file('etc/group', group)
        .directory(HOME.slice(1), 0o755, uid)
        .build(1_180),
    ),
  };
}

/** On Debian the clients are in /usr/bin too. */
function addPrograms(root: LayerBuilder, tools: Toolbox, { bin, sizeBytes }: Flavour): LayerBuilder {
  const small = 900_000;
  for (const name of PROGRAMS) {
    const bytes = name === 'postgres' ? 10_600_000 : small;
    root.weight(`${bin}/${name}`, bytes, tools.stub(name), 0o755);
    if (bin !== 'usr/local/bin' && !['postgres', 'initdb', 'pg_ctl'].includes(name))
      root.weight(`usr/bin/${name}`, 9_800, tools.stub(name), 0o755);
  }
  return root.weight('usr/lib/libLLVM.so.19', sizeBytes - 10_600_000 - PROGRAMS.length * small);
}

function steps(flavour: Flavour): ImageStep[] {
  const { created, env, users, base, before, compressedBytes } = flavour;
  return [
    ...base,
    userStep(flavour),
    ...before,
    {
      createdBy: 'RUN /bin/sh -c mkdir /docker-entrypoint-initdb.d # buildkit',
      comment: COMMENT,
      layer: once(() => new LayerBuilder(created).directory('docker-entrypoint-initdb.d').build(116)),
    },
    { createdBy: `ENV PG_MAJOR=${MAJOR}`, comment: COMMENT },
    { createdBy: `ENV PG_VERSION=${VERSION}`, comment: COMMENT },
    {
      createdBy: 'RUN /bin/sh -c set -ex; install PostgreSQL; postgres --version # buildkit',
      comment: COMMENT,
      layer: once((tools) => addPrograms(new LayerBuilder(created), tools, flavour).build(compressedBytes)),
    },
    {
      createdBy:
        'RUN /bin/sh -c install --verbose --directory --owner postgres --group postgres --mode 3777 /var/run/postgresql # buildkit',
      comment: COMMENT,
      layer: once(() =>
        new LayerBuilder(created).directory(flavour.socketFolder, 0o3777, users.uid).build(129),
      ),
    },
    { createdBy: `ENV ${env.at(-1) ?? ''}`, comment: COMMENT },
    {
      createdBy: `RUN /bin/sh -c install --verbose --directory --owner postgres --group postgres --mode 1777 ${HOME} # buildkit`,
      comment: COMMENT,
      layer: once(() => new LayerBuilder(created).directory(HOME.slice(1), 0o1777, users.uid).build(162)),
    },
    { createdBy: `VOLUME [${HOME}]`, comment: COMMENT },
    {
      createdBy: 'COPY docker-entrypoint.sh docker-ensure-initdb.sh /usr/local/bin/ # buildkit',
      comment: COMMENT,
      layer: once(() =>
        new LayerBuilder(created)
          .file('usr/local/bin/docker-entrypoint.sh', POSTGRES_ENTRYPOINT, 0o755)
          .build(6_080),
      ),
    },
    { createdBy: 'ENTRYPOINT ["docker-entrypoint.sh"]', comment: COMMENT },
    { createdBy: 'STOPSIGNAL SIGINT', comment: COMMENT },
    { createdBy: 'EXPOSE map[5432/tcp:{}]', comment: COMMENT },
    { createdBy: 'CMD ["postgres"]', comment: COMMENT },
  ];
}

/** The server is PostgreSQL itself (PGlite), in the one version that PGlite is: there are no tags of others. */
export const POSTGRES: ImageDefinition = {
  repository: 'postgres',
  description: 'A relational database that speaks SQL',
  stars: 14600,
  builds: FLAVOURS.map((flavour) => ({
    tags: flavour.tags,
    created: flavour.created,
    config: {
      Env: [...flavour.env],
      Entrypoint: ['docker-entrypoint.sh'],
      Cmd: ['postgres'],
      ExposedPorts: { '5432/tcp': {} },
      Volumes: { [HOME]: {} },
      StopSignal: 'SIGINT',
    },
    steps: steps(flavour),
  })),
};
