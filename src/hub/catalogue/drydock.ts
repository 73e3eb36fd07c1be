import { once, type ImageDefinition, type ImageStep } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { NGINX } from './nginx.ts';

/** What our own images are built on, with its configuration. */
const [BASE] = NGINX.builds.filter(({ tags }) => tags.includes('alpine'));
const comment = 'buildkit.dockerfile.v0';
const CREATED = '2026-01-02T08:00:00Z';

const WELCOME_PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Welcome aboard</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<main>
<h1>Welcome aboard</h1>
<p>This page came out of a container. It is a file in an image, served by nginx on port 80,
and you reached it through a published port.</p>
<p>Try to replace it: copy a file to <code>/usr/share/nginx/html/index.html</code>, mount a folder
of yours there, or build an image of your own on top of this one.</p>
</main>
</body>
</html>
`;

const WELCOME_STYLE = `:root { color-scheme: light dark; }
body { margin: 0; font: 1.1rem/1.6 system-ui, sans-serif; background: #0b3d5c; color: #f3f8fb; }
main { max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; }
h1 { font-size: 2.4rem; margin: 0 0 1rem; }
code { background: #ffffff22; padding: 0.1em 0.3em; border-radius: 4px; }
`;

/** Requests go to whatever the name of the backend stands for at the time: name servers are asked anew every second. */
const PROXY_TEMPLATE = `# BACKEND and NGINX_LOCAL_RESOLVERS come from the environment when the container starts.
log_format proxy '$remote_addr "$request" $status -> $upstream_addr';

server {
    listen 80;
    access_log /var/log/nginx/access.log proxy;
    resolver \${NGINX_LOCAL_RESOLVERS} valid=1s;

    location / {
        set $backend "\${BACKEND}";
        proxy_pass http://$backend;
        proxy_set_header Host $host;
        proxy_set_header X-Real-IP $remote_addr;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
    }
}
`;

function copied(path: string, files: Readonly<Record<string, string>>): ImageStep {
  const bytes = Object.values(files).reduce((sum, text) => sum + text.length, 0);
  return {
    createdBy: `COPY ${Object.keys(files).join(' ')} ${path}/ # buildkit`,
    comment,
    layer: once(() => {
      const root = new LayerBuilder(CREATED);
      for (const [name, text] of Object.entries(files)) root.file(`${path.slice(1)}/${name}`, text);
      return root.build(Math.floor(bytes / 2) + 200);
    }),
  };
}

/** A page to look at: the smallest thing that answers in a browser. */
export const WELCOME: ImageDefinition = {
  repository: 'drydock/welcome',
  description: 'A small page on nginx, to see a container answer',
  stars: 3,
  builds: [
    {
      tags: ['latest', '1', '1.0'],
      created: CREATED,
      config: BASE?.config ?? {},
      steps: [
        ...(BASE?.steps ?? []),
        copied('/usr/share/nginx/html', { 'index.html': WELCOME_PAGE, 'style.css': WELCOME_STYLE }),
      ],
    },
  ],
};

/** A reverse proxy that finds its backends by DNS: `-e BACKEND=web:8000`. */
export const PROXY: ImageDefinition = {
  repository: 'drydock/proxy',
  description: 'Reverse proxy that finds its backends by DNS (BACKEND=web:80)',
  stars: 2,
  builds: [
    {
      tags: ['latest', '1', '1.0'],
      created: CREATED,
      config: {
        ...BASE?.config,
        Env: [...(BASE?.config.Env ?? []), 'BACKEND=web:80', 'NGINX_ENTRYPOINT_LOCAL_RESOLVERS=1'],
      },
      steps: [
        ...(BASE?.steps ?? []),
        { createdBy: 'ENV BACKEND=web:80', comment },
        { createdBy: 'ENV NGINX_ENTRYPOINT_LOCAL_RESOLVERS=1', comment },
        copied('/etc/nginx/templates', { 'default.conf.template': PROXY_TEMPLATE }),
      ],
    },
  ],
};
