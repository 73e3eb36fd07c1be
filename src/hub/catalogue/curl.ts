import { once, type ImageDefinition } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_GROUP, ALPINE_PASSWD, ALPINE_PATH } from './etc-alpine.ts';

const CREATED = '2025-06-04T07:31:52Z';
/** The version that our curl follows. */
const VERSION = '8.14.1';
const comment = 'buildkit.dockerfile.v0';

const ENTRYPOINT = `#!/bin/sh
set -e

# what is no program is for curl
if [ "\${1#-}" != "$1" ] || [ -z "$(command -v "$1")" ]; then
  set -- curl "$@"
fi

exec "$@"
`;

/** curl by those who make it: runs as a user of its own. Simplified: the real one is newer. */
export const CURL: ImageDefinition = {
  repository: 'curlimages/curl',
  description: 'The official curl image, by the curl project',
  stars: 450,
  builds: [
    {
      tags: ['latest', VERSION],
      created: CREATED,
      config: {
        Env: [ALPINE_PATH, 'CURL_RELEASE_TAG=curl-8_14_1', `CURL_RELEASE_VERSION=${VERSION}`],
        Entrypoint: ['/entrypoint.sh'],
        Cmd: ['curl'],
        User: 'curl_user',
        WorkingDir: '/home/curl_user',
        Labels: { Maintainer: 'James Fuller <jim.fuller@webcomposite.com>', Name: 'curl' },
      },
      steps: [
        ...alpineBase('3.21.5', '2025-10-08T11:02:12Z'),
        {
          createdBy: 'RUN /bin/sh -c addgroup -S curl_group && adduser -S curl_user -G curl_group # buildkit',
          comment,
          layer: once(() =>
            new LayerBuilder(CREATED)
              .file(
                'etc/passwd',
                `${ALPINE_PASSWD}curl_user:x:100:101:curl_user:/home/curl_user:/sbin/nologin\n`,
              )
              .file('etc/group', `${ALPINE_GROUP}curl_group:x:101:curl_user\n`)
              .directory('home/curl_user', 0o755, 100, 101)
              .build(1_120),
          ),
        },
        {
          createdBy: 'COPY /usr/bin/curl /usr/bin/curl # buildkit',
          comment,
          layer: once((tools) =>
            new LayerBuilder(CREATED)
              .weight('usr/bin/curl', 4_380_000, tools.stub('curl'), 0o755)
              .build(2_010_000),
          ),
        },
        {
          createdBy: 'COPY entrypoint.sh /entrypoint.sh # buildkit',
          comment,
          layer: once(() => new LayerBuilder(CREATED).file('entrypoint.sh', ENTRYPOINT, 0o755).build(280)),
        },
        { createdBy: 'USER curl_user', comment },
        { createdBy: 'ENTRYPOINT ["/entrypoint.sh"]', comment },
        { createdBy: 'CMD ["curl"]', comment },
      ],
    },
  ],
};
