import { once, type ImageDefinition } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_PATH } from './etc-alpine.ts';

const CREATED = '2023-10-02T18:42:37Z';

const CONFIG = `version: 0.1
log:
  fields:
    service: registry
storage:
  cache:
    blobdescriptor: inmemory
  filesystem:
    rootdirectory: /var/lib/registry
http:
  addr: :5000
  headers:
    X-Content-Type-Options: [nosniff]
health:
  storagedriver:
    enabled: true
    interval: 10s
    threshold: 3
`;

/** A configuration file alone is for \`registry serve\`. */
const ENTRYPOINT = `#!/bin/sh
set -e

case "$1" in
    *.yaml|*.yml) set -- registry serve "$@" ;;
    serve|garbage-collect|help|-*) set -- registry "$@" ;;
esac

exec "$@"
`;

export const REGISTRY: ImageDefinition = {
  repository: 'registry',
  description: 'Keeps images of your own and hands them out',
  stars: 4150,
  builds: [
    {
      tags: ['2', '2.8', '2.8.3', 'latest'],
      created: CREATED,
      config: {
        Env: [ALPINE_PATH],
        Entrypoint: ['/entrypoint.sh'],
        Cmd: ['/etc/docker/registry/config.yml'],
        ExposedPorts: { '5000/tcp': {} },
        Volumes: { '/var/lib/registry': {} },
      },
      steps: [
        ...alpineBase('3.18.4', '2023-09-28T21:19:27Z'),
        {
          createdBy: 'RUN /bin/sh -c apk add --no-cache ca-certificates # buildkit',
          comment: 'buildkit.dockerfile.v0',
          layer: once(() =>
            new LayerBuilder(CREATED).weight('etc/ssl/certs/ca-certificates.crt', 215_000).build(120_000),
          ),
        },
        {
          createdBy: 'RUN /bin/sh -c set -eux; install the registry # buildkit',
          comment: 'buildkit.dockerfile.v0',
          layer: once((tools) =>
            new LayerBuilder(CREATED)
              .weight('bin/registry', 17_700_000, tools.stub('registry'), 0o755)
              .build(6_500_000),
          ),
        },
        {
          createdBy: 'COPY ./config-example.yml /etc/docker/registry/config.yml # buildkit',
          comment: 'buildkit.dockerfile.v0',
          layer: once(() =>
            new LayerBuilder(CREATED).file('etc/docker/registry/config.yml', CONFIG).build(410),
          ),
        },
        { createdBy: 'VOLUME [/var/lib/registry]', comment: 'buildkit.dockerfile.v0' },
        { createdBy: 'EXPOSE map[5000/tcp:{}]', comment: 'buildkit.dockerfile.v0' },
        {
          createdBy: 'COPY docker-entrypoint.sh /entrypoint.sh # buildkit',
          comment: 'buildkit.dockerfile.v0',
          layer: once(() => new LayerBuilder(CREATED).file('entrypoint.sh', ENTRYPOINT, 0o755).build(160)),
        },
        { createdBy: 'ENTRYPOINT ["/entrypoint.sh"]', comment: 'buildkit.dockerfile.v0' },
        { createdBy: 'CMD ["/etc/docker/registry/config.yml"]', comment: 'buildkit.dockerfile.v0' },
      ],
    },
  ],
};
