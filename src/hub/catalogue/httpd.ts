import { once, type ImageDefinition, type ImageStep } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { debianBase } from './base-debian.ts';
import { ALPINE_GROUP, ALPINE_PASSWD } from './etc-alpine.ts';
import { EXTRA_CONFS, HTTPD_CONF, MODULE_FILES } from './httpd-conf.ts';
import { MIME_TYPES } from './mime-types.ts';
import { DEBIAN_STEP } from './small-images.ts';

const VERSION = '2.4.65';
const PREFIX = 'usr/local/apache2';
const PATH = `PATH=/${PREFIX}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
const SHA256 = 'HTTPD_SHA256=58b8be97d9940ec17f7656c0c6b9f41b618aac468b894b534148e3296c53b8b3';

const FOREGROUND = `#!/bin/sh
set -e

# a pid file of a container that was killed would be in the way
rm -f /usr/local/apache2/logs/httpd.pid

exec httpd -DFOREGROUND "$@"
`;

const APACHECTL = `#!/bin/sh
# Passes simple words on to httpd.
HTTPD=/usr/local/apache2/bin/httpd
case "$1" in
start|stop|restart|graceful|graceful-stop)
    exec $HTTPD -k "$@"
    ;;
configtest)
    exec $HTTPD -t
    ;;
status|fullstatus)
    echo "Go to http://localhost:80/server-status in the web browser of your choice."
    echo "Note that mod_status must be enabled for this to work."
    ;;
"")
    exec $HTTPD -h
    ;;
*)
    exec $HTTPD "$@"
    ;;
esac
`;

const WELCOME = '<html><body><h1>It works!</h1></body></html>\n';

interface Flavour {
  readonly tags: readonly string[];
  readonly created: string;
  readonly alpine: boolean;
  readonly base: readonly ImageStep[];
  /** What is installed for httpd before it. */
  readonly packages: readonly [sizeBytes: number, compressedBytes: number];
  readonly sizeBytes: number;
  readonly compressedBytes: number;
}

const FLAVOURS: readonly Flavour[] = [
  {
    tags: ['latest', '2', '2.4', VERSION, 'trixie', '2-trixie', '2.4-trixie', `${VERSION}-trixie`],
    created: '2025-11-04T19:02:15Z',
    alpine: false,
    base: debianBase({
      ...DEBIAN_STEP, name: 'Debian GNU/Linux', id: 'debian', version: '13', codename: 'trixie', sizeBytes: 78_600_000, compressedBytes: 29_800_000, created: '2025-11-03T20:44:22Z',
    }), // prettier-ignore
    packages: [11_300_000, 4_020_000],
    sizeBytes: 26_800_000,
    compressedBytes: 11_300_000,
  },
  {
    tags: ['alpine', '2-alpine', '2.4-alpine', `${VERSION}-alpine`, 'alpine3.22', '2.4-alpine3.22'],
    created: '2025-10-09T18:41:03Z',
    alpine: true,
    base: alpineBase('3.22.2', '2025-10-08T11:04:56Z'),
    packages: [6_400_000, 2_310_000],
    sizeBytes: 51_200_000,
    compressedBytes: 16_800_000,
  },
];

const comment = 'buildkit.dockerfile.v0';

function steps(flavour: Flavour): ImageStep[] {
  const { created, alpine, base, packages, sizeBytes, compressedBytes } = flavour;
  return [
    ...base,
    ...(alpine ? [userStep(created)] : []),
    { createdBy: `ENV HTTPD_PREFIX=/${PREFIX}`, comment },
    { createdBy: `ENV ${PATH}`, comment },
    {
      createdBy:
        'RUN /bin/sh -c mkdir -p "$HTTPD_PREFIX" && chown www-data:www-data "$HTTPD_PREFIX" # buildkit',
      comment,
      layer: once(() => new LayerBuilder(created).directory(PREFIX, 0o755, alpine ? 82 : 33).build(146)),
    },
    { createdBy: `WORKDIR /${PREFIX}`, comment },
    {
      createdBy: `RUN /bin/sh -c set -eux; ${alpine ? 'apk add --no-cache' : 'apt-get update; apt-get install'} what httpd links to # buildkit`,
      comment,
      layer: once(() =>
        new LayerBuilder(created).weight('usr/lib/libapr.weight', packages[0]).build(packages[1]),
      ),
    },
    { createdBy: `ENV HTTPD_VERSION=${VERSION}`, comment },
    { createdBy: `ENV ${SHA256}`, comment },
    { createdBy: 'ENV HTTPD_PATCHES=', comment },
    {
      createdBy: 'RUN /bin/sh -c set -eux; build httpd from its sources # buildkit',
      comment,
      layer: once((tools) => {
        const root = new LayerBuilder(created);
        root.directory(PREFIX, 0o755, alpine ? 82 : 33);
        for (const folder of ['cgi-bin', 'error', 'icons', 'logs', 'conf/original'])
          root.directory(`${PREFIX}/${folder}`);
        root
          .weight(`${PREFIX}/bin/httpd`, Math.floor(sizeBytes / 2), tools.stub('apache'), 0o755)
          .file(`${PREFIX}/bin/htpasswd`, tools.stub('htpasswd'), 0o755)
          .file(`${PREFIX}/bin/apachectl`, APACHECTL, 0o755)
          .file(`${PREFIX}/conf/httpd.conf`, HTTPD_CONF)
          .file(`${PREFIX}/conf/original/httpd.conf`, HTTPD_CONF)
          .file(`${PREFIX}/conf/mime.types`, MIME_TYPES)
          .file(`${PREFIX}/htdocs/index.html`, WELCOME);
        for (const [name, text] of EXTRA_CONFS) root.file(`${PREFIX}/conf/extra/${name}`, text);
        for (const name of MODULE_FILES)
          root.weight(
            `${PREFIX}/modules/${name}`,
            Math.floor(sizeBytes / 2 / MODULE_FILES.length),
            '',
            0o755,
          );
        return root.build(compressedBytes);
      }),
    },
    { createdBy: 'STOPSIGNAL SIGWINCH', comment },
    {
      createdBy: 'COPY httpd-foreground /usr/local/bin/ # buildkit',
      comment,
      layer: once(() =>
        new LayerBuilder(created).file('usr/local/bin/httpd-foreground', FOREGROUND, 0o755).build(293),
      ),
    },
    { createdBy: 'EXPOSE map[80/tcp:{}]', comment },
    { createdBy: 'CMD ["httpd-foreground"]', comment },
  ];
}

/** Alpine has the group www-data, but nobody in it. */
function userStep(created: string): ImageStep {
  return {
    createdBy: 'RUN /bin/sh -c set -x && adduser -u 82 -D -S -G www-data www-data # buildkit',
    comment,
    layer: once(() =>
      new LayerBuilder(created)
        .file('etc/passwd', `${ALPINE_PASSWD}www-data:x:82:82::/home/www-data:/sbin/nologin\n`)
        .file('etc/group', ALPINE_GROUP)
        .directory('home/www-data', 0o755, 82)
        .build(1_010),
    ),
  };
}

export const HTTPD: ImageDefinition = {
  repository: 'httpd',
  description: 'The Apache HTTP Server Project',
  stars: 4900,
  builds: FLAVOURS.map((flavour) => ({
    tags: flavour.tags,
    created: flavour.created,
    config: {
      Env: [PATH, `HTTPD_PREFIX=/${PREFIX}`, `HTTPD_VERSION=${VERSION}`, SHA256, 'HTTPD_PATCHES='],
      Cmd: ['httpd-foreground'],
      ExposedPorts: { '80/tcp': {} },
      StopSignal: 'SIGWINCH',
      WorkingDir: `/${PREFIX}`,
    },
    steps: steps(flavour),
  })),
};
