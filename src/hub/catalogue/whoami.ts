import { once, type ImageDefinition } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { ALPINE_PATH } from './etc-alpine.ts';

const BUILDS = [
  { tags: ['latest', 'v1', 'v1.11', 'v1.11.0'], created: '2025-04-22T14:07:59Z', sizeBytes: 6_850_000 },
  { tags: ['v1.10', 'v1.10.4'], created: '2025-04-07T09:31:26Z', sizeBytes: 6_610_000 },
  { tags: ['v1.10.3'], created: '2024-10-09T13:32:40Z', sizeBytes: 6_560_000 },
] as const;

/** Nothing but one binary: no shell, no libraries. Simplified: whatever the tag says, it behaves as v1.11. */
export const WHOAMI: ImageDefinition = {
  repository: 'traefik/whoami',
  description: 'Tiny web server that tells who answered and what it was asked',
  stars: 190,
  builds: BUILDS.map(({ tags, created, sizeBytes }) => ({
    tags,
    created,
    config: {
      Env: [ALPINE_PATH],
      Entrypoint: ['/whoami'],
      ExposedPorts: { '80/tcp': {} },
      WorkingDir: '/',
    },
    steps: [
      {
        createdBy: 'COPY whoami / # buildkit',
        comment: 'buildkit.dockerfile.v0',
        layer: once((tools) =>
          new LayerBuilder(created)
            .weight('whoami', sizeBytes, tools.stub('traefik-whoami'), 0o755)
            .build(Math.floor(sizeBytes * 0.41)),
        ),
      },
      { createdBy: 'ENTRYPOINT ["/whoami"]', comment: 'buildkit.dockerfile.v0' },
      { createdBy: 'EXPOSE map[80/tcp:{}]', comment: 'buildkit.dockerfile.v0' },
    ],
  })),
};
