import { once, type ImageDefinition, type ImageStep } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_PATH } from './etc-alpine.ts';
import { debianBase } from './base-debian.ts';
import { DEBIAN_PATH } from './etc-debian.ts';
import { DEBIAN_STEP } from './small-images.ts';

/** A release with the sizes of its layer, in bytes: unpacked and compressed. */
interface Release {
  readonly version: string;
  readonly sha256: string;
  readonly sizes: Readonly<
    Record<'full' | 'slim' | 'alpine', readonly [unpacked: number, compressed: number]>
  >;
}

/** The versions that the program knows, the newest first. @see src/programs/python/versions.ts */
const RELEASES: readonly Release[] = [
  {
    version: '3.13.9',
    sha256: 'ed5ef34cda36cfa2f3a340f07cac7e7814f91c7f3c411f6d3562323a866c5c66',
    sizes: {
      full: [68_700_000, 25_200_000],
      slim: [35_800_000, 11_700_000],
      alpine: [35_600_000, 12_600_000],
    },
  },
  {
    version: '3.12.12',
    sha256: 'fb85a13414b028c49ba18bbd523c2d055a30b56b18b92ce454ea2c51edc656c4',
    sizes: {
      full: [69_500_000, 25_800_000],
      slim: [36_400_000, 12_100_000],
      alpine: [36_200_000, 12_900_000],
    },
  },
  {
    version: '3.11.14',
    sha256: '8d3ed8ec5c88c1c95f5e558612a725450d2452813ddad5e58fdb1a53b1209b78',
    sizes: {
      full: [61_900_000, 23_700_000],
      slim: [44_300_000, 14_300_000],
      alpine: [43_200_000, 14_900_000],
    },
  },
  {
    version: '3.10.19',
    sha256: 'c8f4a596572201d81dd7df91f70e177e19a70f1d489968b54b5fbbf29a97c076',
    sizes: {
      full: [58_400_000, 22_100_000],
      slim: [41_100_000, 13_700_000],
      alpine: [40_200_000, 14_200_000],
    },
  },
];

interface Flavour {
  readonly kind: 'full' | 'slim' | 'alpine';
  /** Of a tag that names a version too; the last one may stand alone. */
  readonly endings: readonly string[];
  readonly created: string;
  readonly path: string;
  readonly base: readonly ImageStep[];
  /** What is installed for Python before it. */
  readonly packages: {
    readonly createdBy: string;
    readonly sizeBytes: number;
    readonly compressedBytes: number;
  };
}

const trixie = (sizeBytes: number, compressedBytes: number, created: string): ImageStep[] =>
  debianBase({
    ...DEBIAN_STEP,
    name: 'Debian GNU/Linux',
    id: 'debian',
    version: '13',
    codename: 'trixie',
    sizeBytes,
    compressedBytes,
    created,
  });

const FLAVOURS: readonly Flavour[] = [
  {
    kind: 'full',
    endings: ['', 'trixie'],
    created: '2025-11-18T05:59:08Z',
    path: DEBIAN_PATH,
    base: trixie(120_000_000, 49_300_000, '2025-11-03T20:44:21Z'),
    packages: {
      createdBy: 'RUN /bin/sh -c set -eux; apt-get update; install what builds extensions # buildkit',
      sizeBytes: 929_000_000,
      compressedBytes: 338_000_000,
    },
  },
  {
    kind: 'slim',
    endings: ['slim', 'slim-trixie'],
    created: '2025-11-18T05:59:41Z',
    path: DEBIAN_PATH,
    base: trixie(78_600_000, 29_800_000, '2025-11-03T20:44:22Z'),
    packages: {
      createdBy:
        'RUN /bin/sh -c set -eux; apt-get update; install ca-certificates, netbase and tzdata # buildkit',
      sizeBytes: 3_810_000,
      compressedBytes: 1_290_000,
    },
  },
  {
    kind: 'alpine',
    endings: ['alpine', 'alpine3.22'],
    created: '2025-11-18T06:00:12Z',
    path: ALPINE_PATH,
    base: alpineBase('3.22.2', '2025-10-08T11:04:38Z'),
    packages: {
      createdBy: 'RUN /bin/sh -c set -eux; apk add --no-cache ca-certificates tzdata # buildkit',
      sizeBytes: 945_000,
      compressedBytes: 461_000,
    },
  },
];

function steps({ version, sha256, sizes }: Release, { kind, base, created, path, packages }: Flavour): ImageStep[] {
  const comment = 'buildkit.dockerfile.v0';
  const [sizeBytes, compressedBytes] = sizes[kind];
  const branch = branchOf(version);
  const library = `usr/local/lib/python${branch}`;
  return [
    ...base,
    { createdBy: `ENV ${path}`, comment },
    { createdBy: 'ENV LANG=C.UTF-8', comment },
    {
      createdBy: packages.createdBy,
      comment,
      layer: once(() =>
        new LayerBuilder(created)
          .weight('usr/share/ca-certificates/bundle', packages.sizeBytes)
          .build(packages.compressedBytes),
      ),
    },
    { createdBy: `ENV PYTHON_VERSION=${version}`, comment },
    { createdBy: `ENV PYTHON_SHA256=${sha256}`, comment },
    {
      createdBy: 'RUN /bin/sh -c set -eux; build python from its sources # buildkit',
      comment,
      layer: once((tools) =>
        new LayerBuilder(created)
          .weight(`usr/local/bin/python${branch}`, Math.floor(sizeBytes * 0.2), tools.stub('python', version), 0o755)
          .weight(`usr/local/bin/pip${branch}`, 230, tools.stub('pip', version), 0o755)
          .weight(`usr/local/lib/libpython${branch}.so.1.0`, Math.floor(sizeBytes * 0.2))
          .directory(`${library}/site-packages`)
          .file(`${library}/site-packages/README.txt`, 'This directory exists so that 3rd party packages can be installed here.\n')
          .weight(`${library}/lib-dynload/modules.so`, Math.floor(sizeBytes * 0.6))
          .build(compressedBytes),
      ),
    },
    {
      createdBy: 'RUN /bin/sh -c set -eux; for src in idle3 pip3 pydoc3 python3; do link it; done # buildkit',
      comment,
      layer: once(() =>
        new LayerBuilder(created)
          .symlink('usr/local/bin/python3', `python${branch}`)
          .symlink('usr/local/bin/python', 'python3')
          .symlink('usr/local/bin/pip3', `pip${branch}`)
          .symlink('usr/local/bin/pip', 'pip3')
          .build(250),
      ),
    },
    { createdBy: 'CMD ["python3"]', comment },
  ];
} // prettier-ignore

/** `3.12` of `3.12.12` */
const branchOf = (version: string): string => version.slice(0, version.lastIndexOf('.'));

/** The branch that `latest`, `3` and the flavours alone mean. */
const LATEST = '3.12';

function tagsOf(version: string, { endings }: Flavour): string[] {
  const branch = branchOf(version);
  const versions = [branch, version, ...(branch === LATEST ? ['3'] : [])];
  const tags = versions.flatMap((one) => endings.map((ending) => (ending ? `${one}-${ending}` : one)));
  return branch === LATEST ? [...endings.map((ending) => ending || 'latest'), ...tags] : tags;
}

/** Simplified: `latest` is 3.12, whose manners the program has in most detail; the real one is newer. */
export const PYTHON: ImageDefinition = {
  repository: 'python',
  description: 'The Python language, with pip',
  stars: 10300,
  builds: RELEASES.flatMap((release) =>
    FLAVOURS.map((flavour) => ({
      tags: tagsOf(release.version, flavour),
      created: flavour.created,
      config: {
        Env: [
          flavour.path,
          'LANG=C.UTF-8',
          `PYTHON_VERSION=${release.version}`,
          `PYTHON_SHA256=${release.sha256}`,
        ],
        Cmd: ['python3'],
      },
      steps: steps(release, flavour),
    })),
  ),
};
