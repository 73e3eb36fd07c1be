import type { RegistryLayer } from '../../api/registry.ts';
import { once, type ImageDefinition, type ImageStep } from '../image-definition.ts';
import { LayerBuilder, type Toolbox } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_GROUP, ALPINE_PASSWD, ALPINE_PATH } from './etc-alpine.ts';
import { debianBase } from './base-debian.ts';
import { DEBIAN_GROUP, DEBIAN_PASSWD, DEBIAN_PATH } from './etc-debian.ts';

const NGINX_CONF = `user  nginx;
worker_processes  auto;

error_log  /var/log/nginx/error.log notice;
pid        /run/nginx.pid;

events {
    worker_connections  1024;
}

http {
    include       /etc/nginx/mime.types;
    default_type  application/octet-stream;

    log_format  main  '$remote_addr - $remote_user [$time_local] "$request" '
                      '$status $body_bytes_sent "$http_referer" '
                      '"$http_user_agent" "$http_x_forwarded_for"';

    access_log  /var/log/nginx/access.log  main;

    sendfile        on;
    keepalive_timeout  65;

    include /etc/nginx/conf.d/*.conf;
}
`;

const DEFAULT_CONF = `server {
    listen       80;
    server_name  localhost;

    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }

    error_page   500 502 503 504  /50x.html;
    location = /50x.html {
        root   /usr/share/nginx/html;
    }
}
`;

const MIME_TYPES = `types {
    text/html                             html htm shtml;
    text/css                              css;
    text/xml                              xml;
    image/gif                             gif;
    image/jpeg                            jpeg jpg;
    application/javascript                js;
    text/plain                            txt;
    image/png                             png;
    image/svg+xml                         svg svgz;
    image/webp                            webp;
    image/x-icon                          ico;
    font/woff                             woff;
    font/woff2                            woff2;
    application/json                      json;
    application/pdf                       pdf;
    application/zip                       zip;
    audio/mpeg                            mp3;
    video/mp4                             mp4;
    text/markdown                         md;
}
`;

const WELCOME = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
<style>
html { color-scheme: light dark; }
body { width: 35em; margin: 0 auto; font-family: Tahoma, Verdana, Arial, sans-serif; }
</style>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>This page is served by the nginx in this container. Put your own files where it is to replace it.</p>
</body>
</html>
`;

const ERROR_PAGE = `<!DOCTYPE html>
<html>
<head>
<title>Error</title>
</head>
<body>
<h1>An error occurred.</h1>
<p>The page you asked for can't be shown right now.</p>
</body>
</html>
`;

const ENTRYPOINT = `#!/bin/sh
# Runs what is in /docker-entrypoint.d before the command starts.
set -e

entrypoint_log() {
    if [ -z "\${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ]; then
        echo "$@"
    fi
}

if [ "$1" = "nginx" ] || [ "$1" = "nginx-debug" ]; then
    if [ -n "$(ls /docker-entrypoint.d/)" ]; then
        entrypoint_log "$0: /docker-entrypoint.d/ is not empty, will attempt to perform configuration"
        entrypoint_log "$0: Looking for shell scripts in /docker-entrypoint.d/"
        for f in /docker-entrypoint.d/*; do
            case "$f" in
                *.envsh)
                    if [ -x "$f" ]; then
                        entrypoint_log "$0: Sourcing $f"
                        . "$f"
                    else
                        entrypoint_log "$0: Ignoring $f, not executable"
                    fi
                    ;;
                *.sh)
                    if [ -x "$f" ]; then
                        entrypoint_log "$0: Launching $f"
                        "$f"
                    else
                        entrypoint_log "$0: Ignoring $f, not executable"
                    fi
                    ;;
                *) entrypoint_log "$0: Ignoring $f" ;;
            esac
        done
        entrypoint_log "$0: Configuration complete; ready for start up"
    else
        entrypoint_log "$0: No files found in /docker-entrypoint.d/, skipping configuration"
    fi
fi

exec "$@"
`;

const IPV6_SCRIPT = `#!/bin/sh
# This machine has no IPv6: there is nothing to change in the configuration.
set -e
entrypoint_log() {
    if [ -z "\${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ]; then
        echo "$@"
    fi
}
ME=$(basename "$0")
entrypoint_log "$ME: info: ipv6 not available"
`;

const RESOLVERS_SCRIPT = `#!/bin/sh
# Tells templates which name servers this container has.
[ "\${NGINX_ENTRYPOINT_LOCAL_RESOLVERS:-}" ] || return 0
NGINX_LOCAL_RESOLVERS=$(awk 'BEGIN { ORS = " " } $1 == "nameserver" { print $2 }' /etc/resolv.conf)
NGINX_LOCAL_RESOLVERS="\${NGINX_LOCAL_RESOLVERS% }"
export NGINX_LOCAL_RESOLVERS
`;

const ENVSUBST_SCRIPT = `#!/bin/sh
# Makes a configuration of each template: variables of the environment are put in, those of nginx stay.
set -e
ME=$(basename "$0")
entrypoint_log() {
    if [ -z "\${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ]; then
        echo "$@"
    fi
}
template_dir="\${NGINX_ENVSUBST_TEMPLATE_DIR:-/etc/nginx/templates}"
suffix="\${NGINX_ENVSUBST_TEMPLATE_SUFFIX:-.template}"
output_dir="\${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}"
filter="\${NGINX_ENVSUBST_FILTER:-}"

[ -d "$template_dir" ] || exit 0
if [ ! -w "$output_dir" ]; then
    entrypoint_log "$ME: ERROR: $template_dir exists, but $output_dir is not writable"
    exit 0
fi
names=$(env | sed -n 's/^\\([A-Za-z_][A-Za-z0-9_]*\\)=.*/\\1/p' | grep "$filter" | sed 's/.*/\\$\{&}/' | tr '\\n' ' ')
find "$template_dir" -follow -type f -name "*$suffix" | while read -r template; do
    relative="\${template#"$template_dir/"}"
    output="$output_dir/\${relative%"$suffix"}"
    mkdir -p "$(dirname "$output")"
    entrypoint_log "$ME: Running envsubst on $template to $output"
    envsubst "$names" < "$template" > "$output"
done
`;

const TUNE_SCRIPT = `#!/bin/sh
# The number of workers is left as it is.
set -e
[ "\${NGINX_ENTRYPOINT_WORKER_PROCESSES_AUTOTUNE:-}" ] || exit 0
`;

const SCRIPTS = [
  { name: '10-listen-on-ipv6-by-default.sh', text: IPV6_SCRIPT },
  { name: '15-local-resolvers.envsh', text: RESOLVERS_SCRIPT },
  { name: '20-envsubst-on-templates.sh', text: ENVSUBST_SCRIPT },
  { name: '30-tune-worker-processes.sh', text: TUNE_SCRIPT },
] as const;

interface Flavour {
  readonly tags: readonly string[];
  readonly created: string;
  readonly version: string;
  readonly alpine: boolean;
  readonly base: readonly ImageStep[];
}

function packageLayer({ created, version, alpine }: Flavour): (tools: Toolbox) => RegistryLayer {
  return once((tools) => {
    const root = new LayerBuilder(created);
    root.weight('usr/sbin/nginx', 1_400_000, tools.stub('nginx', version), 0o755);
    root
      .file('etc/nginx/nginx.conf', NGINX_CONF)
      .file('etc/nginx/conf.d/default.conf', DEFAULT_CONF)
      .file('etc/nginx/mime.types', MIME_TYPES);
    root.file('usr/share/nginx/html/index.html', WELCOME).file('usr/share/nginx/html/50x.html', ERROR_PAGE);
    root.directory('var/cache/nginx').directory('docker-entrypoint.d');
    root.symlink('var/log/nginx/access.log', '/dev/stdout').symlink('var/log/nginx/error.log', '/dev/stderr');
    const shell = alpine ? '/sbin/nologin' : '/bin/false';
    const [users, groups] = alpine ? [ALPINE_PASSWD, ALPINE_GROUP] : [DEBIAN_PASSWD, DEBIAN_GROUP];
    const home = alpine ? '/var/cache/nginx' : '/nonexistent';
    root.file('etc/passwd', `${users}nginx:x:101:101:nginx:${home}:${shell}\n`);
    root.file('etc/group', `${groups}nginx:x:101:${alpine ? 'nginx' : ''}\n`);
    if (!alpine && tools.has('curl')) root.weight('usr/bin/curl', 290_000, tools.stub('curl'), 0o755);
    if (alpine && tools.has('curl')) root.weight('usr/bin/curl', 270_000, tools.stub('curl'), 0o755);
    root.weight(
      alpine ? 'usr/local/bin/envsubst' : 'usr/bin/envsubst',
      35_000,
      tools.stub('envsubst'),
      0o755,
    );
    root.weight('usr/lib/nginx/modules.weight', alpine ? 36_000_000 : 70_000_000);
    return root.build(alpine ? 16_500_000 : 29_700_000);
  });
}

function steps(flavour: Flavour): ImageStep[] {
  const { created, version } = flavour;
  const comment = 'buildkit.dockerfile.v0';
  const copy = (path: string, text: string): ((tools: Toolbox) => RegistryLayer) =>
    once(() => new LayerBuilder(created).file(path, text, 0o755).build(900));
  return [
    ...flavour.base,
    { createdBy: 'LABEL maintainer=NGINX Docker Maintainers <docker-maint@nginx.com>', comment },
    { createdBy: `ENV NGINX_VERSION=${version}`, comment },
    {
      createdBy: 'RUN /bin/sh -c set -x && install nginx from the package repository # buildkit',
      comment,
      layer: packageLayer(flavour),
    },
    {
      createdBy: 'COPY docker-entrypoint.sh / # buildkit',
      comment,
      layer: copy('docker-entrypoint.sh', ENTRYPOINT),
    },
    ...SCRIPTS.map(({ name, text }) => ({
      createdBy: `COPY ${name} /docker-entrypoint.d # buildkit`,
      comment,
      layer: copy(`docker-entrypoint.d/${name}`, text),
    })),
    { createdBy: 'ENTRYPOINT ["/docker-entrypoint.sh"]', comment },
    { createdBy: 'EXPOSE map[80/tcp:{}]', comment },
    { createdBy: 'STOPSIGNAL SIGQUIT', comment },
    { createdBy: 'CMD ["nginx" "-g" "daemon off;"]', comment },
  ];
}

const DEBIAN_BASE = debianBase({
  name: 'Debian GNU/Linux', id: 'debian', version: '13', codename: 'trixie', sizeBytes: 78_600_000, compressedBytes: 29_800_000, created: '2025-11-03T20:44:22Z',
  createdBy: "# debian.sh --arch 'amd64' out/ 'trixie' '@1762775000'", command: 'CMD ["bash"]',
}); // prettier-ignore

const BOOKWORM_BASE = debianBase({
  name: 'Debian GNU/Linux', id: 'debian', version: '12', codename: 'bookworm', sizeBytes: 74_800_000, compressedBytes: 28_200_000, created: '2025-11-03T20:44:23Z',
  createdBy: "# debian.sh --arch 'amd64' out/ 'bookworm' '@1762775000'", command: 'CMD ["bash"]',
}); // prettier-ignore

const FLAVOURS: readonly Flavour[] = [
  {
    tags: [
      'latest',
      '1',
      '1.29',
      '1.29.3',
      'mainline',
      'trixie',
      '1.29-trixie',
      '1.29.3-trixie',
      'mainline-trixie',
    ],
    created: '2025-11-04T19:22:34Z',
    version: '1.29.3',
    alpine: false,
    base: DEBIAN_BASE,
  },
  {
    tags: [
      'alpine',
      '1-alpine',
      '1.29-alpine',
      '1.29.3-alpine',
      'mainline-alpine',
      'alpine3.22',
      '1.29-alpine3.22',
    ],
    created: '2025-11-04T19:23:41Z',
    version: '1.29.3',
    alpine: true,
    base: alpineBase('3.22.2', '2025-10-08T11:04:56Z'),
  },
  {
    tags: ['stable', '1.28', '1.28.0', 'stable-bookworm', '1.28-bookworm', '1.28.0-bookworm'],
    created: '2025-10-10T19:22:10Z',
    version: '1.28.0',
    alpine: false,
    base: BOOKWORM_BASE,
  },
  {
    tags: ['stable-alpine', '1.28-alpine', '1.28.0-alpine', 'stable-alpine3.21'],
    created: '2025-10-10T19:23:41Z',
    version: '1.28.0',
    alpine: true,
    base: alpineBase('3.21.5', '2025-10-08T11:02:12Z'),
  },
  {
    tags: ['1.26-alpine', '1.26.3-alpine'],
    created: '2025-04-16T19:23:41Z',
    version: '1.26.3',
    alpine: true,
    base: alpineBase('3.20.3', '2024-09-06T22:20:07Z'),
  },
];

/** Simplified: of every release the program is the same; it says which one it is. */
export const NGINX: ImageDefinition = {
  repository: 'nginx',
  description: 'A web server and reverse proxy',
  stars: 20900,
  builds: FLAVOURS.map((flavour) => ({
    tags: flavour.tags,
    created: flavour.created,
    config: {
      Env: [
        flavour.alpine ? ALPINE_PATH : DEBIAN_PATH,
        `NGINX_VERSION=${flavour.version}`,
        'PKG_RELEASE=1',
        'NJS_VERSION=0.9.4',
        'NJS_RELEASE=1',
      ],
      Entrypoint: ['/docker-entrypoint.sh'],
      Cmd: ['nginx', '-g', 'daemon off;'],
      ExposedPorts: { '80/tcp': {} },
      StopSignal: 'SIGQUIT',
      Labels: { maintainer: 'NGINX Docker Maintainers <docker-maint@nginx.com>' },
      WorkingDir: '/',
    },
    steps: steps(flavour),
  })),
};
