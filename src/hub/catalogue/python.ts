import { once, type ImageDefinition, type ImageStep } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_PATH } from './etc-alpine.ts';
import { debianBase } from './base-debian.ts';
import { DEBIAN_PATH } from './etc-debian.ts';
import { DEBIAN_STEP } from './small-images.ts';

/** The version whose manners the simulated Python has. */
const VERSION = '3.12.12';
const SHA256 = 'PYTHON_SHA256=fb85a13414b028c49ba18bbd523c2d055a30b56b18b92ce454ea2c51edc656c4';
const LIBRARY = 'usr/local/lib/python3.12';

/** Other versions that people name. Simplified: their images are those of 3.12. */
const OTHER_VERSIONS = ['3.9', '3.10', '3.11', '3.13'];

const others = (variant = ''): string[] => OTHER_VERSIONS.map((version) => version + variant);

interface Flavour {
  readonly tags: readonly string[];
  readonly created: string;
  readonly path: string;
  readonly base: readonly ImageStep[];
  /** Of the layer with Python in it. */
  readonly sizeBytes: number;
  readonly compressedBytes: number;
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
    tags: ['latest', '3', '3.12', VERSION, 'trixie', '3.12-trixie', `${VERSION}-trixie`, ...others()],
    created: '2025-11-18T05:59:08Z',
    path: DEBIAN_PATH,
    base: trixie(120_000_000, 49_300_000, '2025-11-03T20:44:21Z'),
    sizeBytes: 69_500_000,
    compressedBytes: 25_800_000,
    packages: {
      createdBy: 'RUN /bin/sh -c set -eux; apt-get update; install what builds extensions # buildkit',
      sizeBytes: 929_000_000,
      compressedBytes: 338_000_000,
    },
  },
  {
    tags: [
      'slim',
      '3-slim',
      '3.12-slim',
      `${VERSION}-slim`,
      'slim-trixie',
      '3.12-slim-trixie',
      ...others('-slim'),
    ],
    created: '2025-11-18T05:59:41Z',
    path: DEBIAN_PATH,
    base: trixie(78_600_000, 29_800_000, '2025-11-03T20:44:22Z'),
    sizeBytes: 36_400_000,
    compressedBytes: 12_100_000,
    packages: {
      createdBy:
        'RUN /bin/sh -c set -eux; apt-get update; install ca-certificates, netbase and tzdata # buildkit',
      sizeBytes: 3_810_000,
      compressedBytes: 1_290_000,
    },
  },
  {
    tags: ['alpine', '3-alpine', '3.12-alpine', `${VERSION}-alpine`, '3.12-alpine3.22', ...others('-alpine')],
    created: '2025-11-18T06:00:12Z',
    path: ALPINE_PATH,
    base: alpineBase('3.22.2', '2025-10-08T11:04:38Z'),
    sizeBytes: 36_200_000,
    compressedBytes: 12_900_000,
    packages: {
      createdBy: 'RUN /bin/sh -c set -eux; apk add --no-cache ca-certificates tzdata # buildkit',
      sizeBytes: 945_000,
      compressedBytes: 461_000,
    },
  },
];

function steps({ base, created, path, sizeBytes, compressedBytes, packages }: Flavour): ImageStep[] {
  const comment = 'buildkit.dockerfile.v0';
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
    { createdBy: `ENV PYTHON_VERSION=${VERSION}`, comment },
    { createdBy: `ENV ${SHA256}`, comment },
    {
      createdBy: 'RUN /bin/sh -c set -eux; build python from its sources # buildkit',
      comment,
      layer: once((tools) =>
        new LayerBuilder(created)
          .weight('usr/local/bin/python3.12', Math.floor(sizeBytes * 0.2), tools.stub('python'), 0o755)
          .weight('usr/local/bin/pip3.12', 230, tools.stub('pip'), 0o755)
          .weight('usr/local/lib/libpython3.12.so.1.0', Math.floor(sizeBytes * 0.2))
          .directory(`${LIBRARY}/site-packages`)
          .file(`${LIBRARY}/site-packages/README.txt`, 'This directory exists so that 3rd party packages can be installed here.\n')
          .weight(`${LIBRARY}/lib-dynload/modules.so`, Math.floor(sizeBytes * 0.6))
          .build(compressedBytes),
      ),
    },
    {
      createdBy: 'RUN /bin/sh -c set -eux; for src in idle3 pip3 pydoc3 python3; do link it; done # buildkit',
      comment,
      layer: once(() =>
        new LayerBuilder(created)
          .symlink('usr/local/bin/python3', 'python3.12')
          .symlink('usr/local/bin/python', 'python3')
          .symlink('usr/local/bin/pip3', 'pip3.12')
          .symlink('usr/local/bin/pip', 'pip3')
          .build(250),
      ),
    },
    { createdBy: 'CMD ["python3"]', comment },
  ];
} // prettier-ignore

/** Simplified: `latest` is 3.12, the version that the program follows; the real one is newer. */
export const PYTHON: ImageDefinition = {
  repository: 'python',
  description: 'The Python language, with pip',
  stars: 10300,
  builds: FLAVOURS.map((flavour) => ({
    tags: flavour.tags,
    created: flavour.created,
    config: {
      Env: [flavour.path, 'LANG=C.UTF-8', `PYTHON_VERSION=${VERSION}`, SHA256],
      Cmd: ['python3'],
    },
    steps: steps(flavour),
  })),
};
