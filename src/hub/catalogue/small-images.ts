import { once, type ImageDefinition } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_PATH } from './etc-alpine.ts';
import { debianBase } from './base-debian.ts';
import { DEBIAN_PATH } from './etc-debian.ts';

/** A branch's tag is the release that was current when its branch was; the branch of `latest` has its newest. */
const ALPINES = [
  { version: '3.22.2', created: '2025-10-08T11:04:56Z', tags: ['3.22.2', '3.22', '3', 'latest'] },
  { version: '3.21.5', created: '2025-10-08T11:02:12Z', tags: ['3.21.5', '3.21'] },
  { version: '3.20.3', created: '2024-09-06T22:20:07Z', tags: ['3.20.3', '3.20'] },
  { version: '3.19.4', created: '2024-09-06T22:19:42Z', tags: ['3.19.4', '3.19'] },
  { version: '3.18.12', created: '2025-02-14T03:28:36Z', tags: ['3.18.12', '3.18'] },
  { version: '3.15.11', created: '2023-11-30T23:32:14Z', tags: ['3.15.11', '3.15'] },
] as const;

export const ALPINE: ImageDefinition = {
  repository: 'alpine',
  description: 'A minimal Linux with busybox and musl, under 10 MB',
  stars: 11500,
  builds: ALPINES.map(({ version, created, tags }) => ({
    tags,
    created,
    config: { Env: [ALPINE_PATH], Cmd: ['/bin/sh'], WorkingDir: '/' },
    steps: alpineBase(version, created),
  })),
};

const HELLO_CREATED = '2023-05-02T16:49:27Z';

export const HELLO_WORLD: ImageDefinition = {
  repository: 'hello-world',
  description: 'Prints a greeting: is everything in place?',
  stars: 2500,
  builds: [
    {
      tags: ['latest', 'linux'],
      created: HELLO_CREATED,
      config: { Env: [ALPINE_PATH], Cmd: ['/hello'], WorkingDir: '/' },
      steps: [
        {
          createdBy: 'COPY hello / # buildkit',
          comment: 'buildkit.dockerfile.v0',
          layer: once((tools) =>
            new LayerBuilder(HELLO_CREATED).weight('hello', 13_256, tools.stub('hello'), 0o755).build(2_460),
          ),
        },
        { createdBy: 'CMD ["/hello"]', comment: 'buildkit.dockerfile.v0' },
      ],
    },
  ],
};

/** How Debian's images say that they were made. */
export const DEBIAN_STEP = {
  createdBy: "# debian.sh --arch 'amd64' out/ 'trixie' '@1762775000'",
  command: 'CMD ["bash"]',
};

/** debootstrap's name for when a release's images were made, as their first step shows it. */
const debianStep = (codename: string): string =>
  `# debian.sh --arch 'amd64' out/ '${codename}' '@1762775000'`;

const DEBIANS = [
  { tags: ['latest', 'trixie', '13', '13.1', 'stable'], version: '13', codename: 'trixie', created: '2025-11-03T20:44:21Z', sizeBytes: 120_000_000, compressedBytes: 49_300_000 },
  { tags: ['trixie-slim', 'stable-slim', '13-slim', '13.1-slim'], version: '13', codename: 'trixie', created: '2025-11-03T20:44:22Z', sizeBytes: 78_600_000, compressedBytes: 29_800_000 },
  { tags: ['bookworm', '12', '12.12', 'oldstable'], version: '12', codename: 'bookworm', created: '2025-11-03T20:44:24Z', sizeBytes: 117_000_000, compressedBytes: 48_500_000 },
  { tags: ['bookworm-slim', '12-slim', '12.12-slim', 'oldstable-slim'], version: '12', codename: 'bookworm', created: '2025-11-03T20:44:23Z', sizeBytes: 74_800_000, compressedBytes: 28_200_000 },
] as const; // prettier-ignore

/** Simplified: whatever the release, programs and packages are those of 13. */
export const DEBIAN: ImageDefinition = {
  repository: 'debian',
  description: 'Debian, a Linux distribution of free software',
  stars: 5200,
  builds: DEBIANS.map(({ tags, ...release }) => ({
    tags,
    created: release.created,
    config: { Env: [DEBIAN_PATH], Cmd: ['bash'] },
    steps: debianBase({
      ...release,
      name: 'Debian GNU/Linux',
      id: 'debian',
      createdBy: debianStep(release.codename),
      command: 'CMD ["bash"]',
    }),
  })),
};

const UBUNTUS = [
  { tags: ['latest', '24.04', 'noble'], version: '24.04', codename: 'noble', created: '2024-10-11T03:38:19Z', sizeBytes: 78_100_000, compressedBytes: 29_700_000 },
  { tags: ['22.04', 'jammy'], version: '22.04', codename: 'jammy', created: '2024-09-11T16:25:54Z', sizeBytes: 77_900_000, compressedBytes: 29_500_000 },
] as const; // prettier-ignore

/** Simplified: programs and packages are Debian's. */
export const UBUNTU: ImageDefinition = {
  repository: 'ubuntu',
  description: 'Ubuntu, a Linux distribution based on Debian',
  stars: 17500,
  builds: UBUNTUS.map(({ tags, ...release }) => ({
    tags,
    created: release.created,
    config: { Env: [DEBIAN_PATH], Cmd: ['/bin/bash'] },
    steps: debianBase({
      ...release,
      name: 'Ubuntu',
      id: 'ubuntu',
      createdBy: `/bin/sh -c #(nop) ADD file:ubuntu-${release.codename}-core-cloudimg-amd64-root in / `,
      command: '/bin/sh -c #(nop)  CMD ["/bin/bash"]',
    }),
  })),
};
