import { once, type ImageDefinition } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_PATH } from './etc-alpine.ts';

const CREATED = '2025-10-09T02:13:20Z';
const VERSION = '8.14.1';

/** curl alone: for asking another container from inside of its network. */
export const ALPINE_CURL: ImageDefinition = {
  repository: 'alpine/curl',
  description: 'curl on Alpine',
  stars: 60,
  builds: [
    {
      tags: ['latest', VERSION],
      created: CREATED,
      config: { Env: [ALPINE_PATH], Entrypoint: ['/entrypoint.sh'], WorkingDir: '/' },
      steps: [
        ...alpineBase('3.22.2', '2025-10-08T11:04:56Z'),
        {
          createdBy: 'RUN /bin/sh -c apk add --update --no-cache curl # buildkit',
          comment: 'buildkit.dockerfile.v0',
          layer: once((tools) =>
            new LayerBuilder(CREATED)
              .weight('usr/bin/curl', 5_160_000, tools.stub('curl'), 0o755)
              .build(2_360_000),
          ),
        },
        {
          createdBy: 'COPY entrypoint.sh / # buildkit',
          comment: 'buildkit.dockerfile.v0',
          layer: once(() =>
            new LayerBuilder(CREATED).file('entrypoint.sh', '#!/bin/sh\nexec curl "$@"\n', 0o755).build(160),
          ),
        },
        { createdBy: 'ENTRYPOINT ["/entrypoint.sh"]', comment: 'buildkit.dockerfile.v0' },
      ],
    },
  ],
};
