import type { Scene, SceneMount } from '../scene.ts';
import { container, ran } from './scenes.ts';

/** Where it is noticed, and where it is not. */
export interface Case {
  readonly yes: Partial<Scene>;
  /** The first fix. */
  readonly fix?: string;
  /** By what is different. */
  readonly no: Readonly<Record<string, Partial<Scene>>>;
}

const curl = (port: number, status: number): Partial<Scene> => ({
  history: [ran(`curl -s http://localhost:${port}/`, { status })],
});
export const published = (host: number, inside: number) =>
  container({ ports: [{ host, container: inside }] });
const listening = (address: string, port: number): Pick<Scene, 'listeners'> => ({
  listeners: () => [{ address, port }],
});
export const mount = (changes: Partial<SceneMount>): SceneMount => ({
  type: 'volume',
  name: 'data',
  destination: '/data',
  readOnly: false,
  anonymous: false,
  ...changes,
});
export const exited = (changes: Parameters<typeof container>[0] = {}) =>
  container({ status: 'exited', finishedMs: 90_300, ...changes });
const built: Partial<Scene> = {
  history: [
    ran('docker build -t site .', { startedMs: 50_000, endedMs: 60_000 }),
    ran('docker run -d -p 80:80 site'),
  ],
  builds: [{ tags: ['site'], imageId: 'sha256:1', startedMs: 50_000, endedMs: 60_000 }],
  containers: [container({ image: 'site' })],
  newerFile: (folder, since) =>
    folder === '/root/site' && since === 50_000 ? '/root/site/index.html' : undefined,
};
const waiting = container({
  status: 'exited',
  exitCode: 1,
  labels: {
    'com.docker.compose.depends_on': 'db:service_started:false',
    'com.docker.compose.service': 'web',
    'com.docker.compose.project': 'site',
  },
});
const database = container({
  id: 'db',
  name: 'site-db-1',
  labels: { 'com.docker.compose.service': 'db', 'com.docker.compose.project': 'site' },
});
const compose = (service: string) => ({
  ...waiting,
  labels: { ...waiting.labels, 'com.docker.compose.depends_on': `db:${service}:false` },
});
const copies = ['one', 'two', 'three'].map((name) => exited({ id: name, name, image: 'hello-world' }));

/** By the misconception's id. */
export const CASES: Readonly<Record<string, Case>> = {
  'expose-does-not-publish': {
    yes: { ...curl(80, 7), containers: [container({ exposed: [80] })] },
    fix: 'docker rm -f web && docker run -d --name web -p 80:80 nginx',
    no: {
      'another port': { ...curl(8080, 7), containers: [container({ exposed: [80] })] },
      'it answered': { ...curl(80, 0), containers: [container({ exposed: [80] })] },
      'it does not run': { ...curl(80, 7), containers: [exited({ exposed: [80] })] },
    },
  },
  'container-port-is-not-host-port': {
    yes: { ...curl(80, 7), containers: [published(8080, 80)] },
    fix: 'curl localhost:8080',
    no: {
      'the same on both sides': { ...curl(80, 7), containers: [published(80, 80)] },
      'neither of them': { ...curl(81, 7), containers: [published(8080, 80)] },
    },
  },
  'publish-is-machine-first': {
    yes: { ...curl(80, 56), containers: [published(80, 8080)], ...listening('0.0.0.0', 80) },
    fix: 'docker rm -f web && docker run -d --name web -p 8080:80 nginx',
    no: {
      'it listens where the port leads': {
        ...curl(80, 56),
        containers: [published(80, 8080)],
        ...listening('0.0.0.0', 8080),
      },
      'nothing failed': {
        history: [ran('docker ps')],
        containers: [published(80, 8080)],
        ...listening('0.0.0.0', 80),
      },
    },
  },
  'publish-the-port-it-listens-on': {
    yes: {
      requests: [{ port: 8080, atMs: 95_000, outcome: 'reset' }],
      containers: [published(8080, 8080)],
      ...listening('0.0.0.0', 80),
    },
    fix: 'docker rm -f web && docker run -d --name web -p 8080:80 nginx',
    no: {
      'it listens there': {
        requests: [{ port: 8080, atMs: 95_000, outcome: 'reset' }],
        containers: [published(8080, 8080)],
        ...listening('0.0.0.0', 8080),
      },
      'it listens nowhere': {
        requests: [{ port: 8080, atMs: 95_000, outcome: 'reset' }],
        containers: [published(8080, 8080)],
      },
      'the request is old': {
        history: [ran('docker ps')],
        requests: [{ port: 8080, atMs: 80_000, outcome: 'reset' }],
        containers: [published(8080, 8080)],
        ...listening('0.0.0.0', 80),
      },
    },
  },
  'loopback-is-the-containers-own': {
    yes: { ...curl(8000, 56), containers: [published(8000, 8000)], ...listening('127.0.0.1', 8000) },
    no: {
      'it listens to all': {
        ...curl(8000, 56),
        containers: [published(8000, 8000)],
        ...listening('0.0.0.0', 8000),
      },
      'another port': {
        ...curl(8000, 56),
        containers: [published(8000, 8000)],
        ...listening('127.0.0.1', 9000),
      },
    },
  },
  'default-bridge-has-no-names': {
    yes: {
      history: [
        ran('docker run --rm alpine ping -c1 web', { status: 1, output: "ping: bad address 'web'\n" }),
      ],
      containers: [container()],
    },
    fix: 'docker network create app && docker network connect app web',
    no: {
      'no container of that name': {
        history: [
          ran('docker run --rm alpine ping -c1 wbe', { status: 1, output: "ping: bad address 'wbe'\n" }),
        ],
        containers: [container()],
      },
      'it does not run': {
        history: [
          ran('docker run --rm alpine ping -c1 web', { status: 1, output: "ping: bad address 'web'\n" }),
        ],
        containers: [exited()],
      },
    },
  },
  'started-is-not-ready': {
    yes: {
      history: [ran('docker compose up -d')],
      containers: [waiting, database],
      logTail: () => 'Error: connect ECONNREFUSED 172.18.0.2:5432',
    },
    fix: 'docker compose logs web',
    no: {
      'it waits until the other is healthy': {
        containers: [compose('service_healthy'), database],
        logTail: () => 'ECONNREFUSED',
      },
      'it failed for another reason': { containers: [waiting, database], logTail: () => 'SyntaxError' },
      'it runs': { containers: [{ ...waiting, status: 'running' }, database], logTail: () => 'ECONNREFUSED' },
    },
  },
  'edit-needs-build': {
    yes: built,
    fix: 'docker build -t site .',
    no: {
      'nothing changed since': { ...built, newerFile: () => undefined },
      'the file is mounted': {
        ...built,
        containers: [
          container({
            image: 'site',
            mounts: [mount({ type: 'bind', name: '/root/site', destination: '/app' })],
          }),
        ],
      },
      'not built here': { ...built, builds: [] },
    },
  },
  'build-changes-no-container': {
    yes: {
      history: [ran('docker build -t site .')],
      containers: [container({ image: 'site', createdMs: 10 })],
      images: [{ id: 'sha256:2', names: ['site'], volumes: [] }],
    },
    fix: 'docker rm -f web && docker run -d --name web site',
    no: {
      'the image is the same': {
        history: [ran('docker build -t site .')],
        containers: [container({ image: 'site' })],
        images: [{ id: 'sha256:1', names: ['site'], volumes: [] }],
      },
      'the build failed': {
        history: [ran('docker build -t site .', { status: 1 })],
        containers: [container({ image: 'site' })],
        images: [{ id: 'sha256:2', names: ['site'], volumes: [] }],
      },
    },
  },
  'flags-go-before-the-image': {
    yes: { history: [ran('docker run nginx -d', { status: 127 })] },
    fix: 'docker run -d nginx',
    no: {
      'they do': { history: [ran('docker run -d nginx')] },
      'a flag of the program': { history: [ran('docker run alpine ls -l')] },
    },
  },
  'run-makes-a-new-container': {
    yes: { history: [ran('docker run hello-world')], containers: copies },
    fix: 'docker start -a three',
    no: {
      'two of them': { history: [ran('docker run hello-world')], containers: copies.slice(1) },
      'they did different things': {
        history: [ran('docker run hello-world')],
        containers: copies.map((each) => ({ ...each, command: [each.name] })),
      },
      '--rm': { history: [ran('docker run --rm hello-world')], containers: copies },
    },
  },
  'push-needs-a-registry-name': {
    yes: {
      history: [
        ran('docker push site', { status: 1, output: 'denied: requested access to the resource is denied' }),
      ],
    },
    fix: 'docker tag site localhost:5000/site',
    no: {
      'a name of its own': {
        history: [
          ran('docker push ann/site', {
            status: 1,
            output: 'denied: requested access to the resource is denied',
          }),
        ],
      },
      'it went well': { history: [ran('docker push site')] },
    },
  },
  'only-the-volume-is-kept': {
    yes: {
      history: [ran('docker exec web sh -c "echo x > /notes.txt"')],
      containers: [container({ mounts: [mount({})] })],
      written: () => ['/notes.txt'],
    },
    fix: 'docker diff web',
    no: {
      'it has no volume': {
        history: [ran('docker exec web touch /x')],
        containers: [container()],
        written: () => ['/x'],
      },
      'only what nobody misses': {
        history: [ran('docker exec web touch /tmp/x')],
        containers: [container({ mounts: [mount({})] })],
        written: () => ['/tmp/x', '/run/nginx.pid'],
      },
    },
  },
  'rm-takes-the-data': {
    yes: {
      history: [ran('docker rm -f web')],
      removed: [{ name: 'web', image: 'nginx', written: ['/data/notes.txt', '/run/nginx.pid'] }],
    },
    fix: 'docker volume create data',
    no: {
      'it wrote nothing of its own': {
        history: [ran('docker rm -f web')],
        removed: [{ name: 'web', image: 'nginx', written: ['/run/nginx.pid'] }],
      },
      'nothing was removed': { history: [ran('docker rm web', { status: 1 })] },
    },
  },
  'bind-mount-hides-files': {
    yes: {
      history: [ran('docker run -d -v ./html:/usr/share/nginx/html nginx')],
      containers: [
        container({
          mounts: [mount({ type: 'bind', name: '/root/site/html', destination: '/usr/share/nginx/html' })],
        }),
      ],
      isEmptyFolder: (path) => path === '/root/site/html',
      imageEntries: () => 2,
    },
    fix: 'ls -la /root/site/html',
    no: {
      'there are files in it': {
        containers: [container({ mounts: [mount({ type: 'bind' })] })],
        history: [ran('docker run nginx')],
        imageEntries: () => 2,
      },
      'the image has nothing there': {
        containers: [container({ mounts: [mount({ type: 'bind' })] })],
        history: [ran('docker run nginx')],
        isEmptyFolder: () => true,
      },
    },
  },
  'down-keeps-volumes': {
    yes: { history: [ran('docker compose down')], volumes: [{ name: 'site_db', project: 'site' }] },
    fix: 'docker compose down -v',
    no: {
      '-v': { history: [ran('docker compose down -v')], volumes: [{ name: 'site_db', project: 'site' }] },
      'another project': { history: [ran('docker compose down')], volumes: [{ name: 'x_db', project: 'x' }] },
    },
  },
  'ends-with-its-command': {
    yes: {
      history: [ran('docker run -d alpine'), ran('docker ps', { startedMs: 92_000 })],
      containers: [exited({ image: 'alpine', command: ['/bin/sh'] })],
    },
    fix: 'docker logs web',
    no: {
      'it ended with an error': {
        history: [ran('docker run -d alpine nosuch'), ran('docker ps')],
        containers: [exited({ exitCode: 1 })],
      },
      'it worked for a while': {
        history: [ran('docker run -d alpine sleep 60'), ran('docker ps')],
        containers: [exited({ finishedMs: 160_000 })],
      },
      'nobody meant it to stay': { history: [ran('docker run alpine ls')], containers: [exited()] },
    },
  },
  'ps-lists-running-only': {
    yes: { history: [ran('docker run hello-world'), ran('docker ps')], containers: [exited()] },
    fix: 'docker ps -a',
    no: {
      'something runs': { history: [ran('docker ps')], containers: [container(), exited()] },
      '-a': { history: [ran('docker run hello-world'), ran('docker ps -a')], containers: [exited()] },
      'there is none': { history: [ran('docker ps')] },
    },
  },
  'failed-run-leaves-a-container': {
    yes: {
      history: [ran('docker run -d -p 80:80 nginx', { status: 125 })],
      containers: [container({ name: 'gifted_torvalds', status: 'created', startedMs: 0 })],
    },
    fix: 'docker rm gifted_torvalds',
    no: {
      'it was made before': {
        history: [ran('docker run -d -p 80:80 nginx', { status: 125 })],
        containers: [container({ status: 'created', createdMs: 10 })],
      },
      'it went well': { history: [ran('docker run -d nginx')], containers: [container()] },
      'it is about to start': {
        history: [{ ...ran('docker run nginx'), status: undefined, endedMs: undefined }],
        containers: [container({ status: 'created', startedMs: 0 })],
      },
    },
  },
  'stop-waits-for-the-program': {
    yes: {
      history: [ran('docker stop web', { endedMs: 100_100 })],
      containers: [exited({ exitCode: 137, command: ['/bin/sh', '-c', 'node app.js'] })],
    },
    no: {
      'it ended at once': { history: [ran('docker stop web')], containers: [exited({ exitCode: 0 })] },
      'it was given the time': {
        history: [ran('docker stop -t 12 web', { endedMs: 103_000 })],
        containers: [exited({ exitCode: 137 })],
      },
    },
  },
};
