import { once, type ImageDefinition } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_PATH } from './etc-alpine.ts';

const CREATED = '2025-10-08T23:41:17Z';
/** The version that our bash follows. */
const VERSION = '5.2.37';
const comment = 'buildkit.dockerfile.v0';

const ENTRYPOINT = `#!/usr/bin/env bash
set -Eeuo pipefail

# options, or nothing at all, are for bash
if [ "$#" -eq 0 ] || [ "\${1#-}" != "$1" ]; then
	set -- bash "$@"
fi

exec "$@"
`;

/** Simplified: `latest` is 5.2, the version that the shell follows; the real one is 5.3. */
export const BASH: ImageDefinition = {
  repository: 'bash',
  description: 'The GNU Bourne Again shell, on Alpine',
  stars: 600,
  builds: [
    {
      tags: ['latest', '5', '5.2', VERSION, 'alpine3.22', '5.2-alpine3.22'],
      created: CREATED,
      config: {
        Env: [ALPINE_PATH, `_BASH_VERSION=${VERSION}`, '_BASH_BASELINE=5.2.15', '_BASH_LATEST_PATCH=37'],
        Entrypoint: ['docker-entrypoint.sh'],
        Cmd: ['bash'],
        WorkingDir: '/',
      },
      steps: [
        ...alpineBase('3.22.2', '2025-10-08T11:04:56Z'),
        { createdBy: `ENV _BASH_VERSION=${VERSION}`, comment },
        { createdBy: 'ENV _BASH_BASELINE=5.2.15', comment },
        { createdBy: 'ENV _BASH_LATEST_PATCH=37', comment },
        {
          createdBy: 'RUN /bin/sh -c set -eux; build bash from its sources # buildkit',
          comment,
          layer: once((tools) =>
            new LayerBuilder(CREATED)
              .weight('usr/local/bin/bash', 1_130_000, tools.stub('bash'), 0o755)
              .weight('usr/local/lib/bash/loadables.weight', 5_400_000)
              .build(2_720_000),
          ),
        },
        {
          createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/ # buildkit',
          comment,
          layer: once(() =>
            new LayerBuilder(CREATED)
              .file('usr/local/bin/docker-entrypoint.sh', ENTRYPOINT, 0o755)
              .build(340),
          ),
        },
        { createdBy: 'ENTRYPOINT ["docker-entrypoint.sh"]', comment },
        { createdBy: 'CMD ["bash"]', comment },
      ],
    },
  ],
};
