import type { BuildSummary, ContainerRecord, ImageRecord } from '../../world/mirror.ts';
import type { BuildReport } from '../../world/queries/queries.ts';

const LAYERS = [
  {
    chainId: 'sha256:alpine',
    sizeBytes: 7_800_000,
    createdBy: 'ADD alpine-minirootfs-3.21.3-x86_64.tar.gz / # buildkit',
    empty: false,
  },
  { chainId: 'x#1', sizeBytes: 0, createdBy: 'CMD ["/bin/sh"]', empty: true },
  {
    chainId: 'sha256:nginx',
    sizeBytes: 4_600_000,
    createdBy: 'RUN /bin/sh -c set -x && addgroup -g 101 -S nginx && apk add nginx # buildkit',
    empty: false,
  },
  {
    chainId: 'sha256:conf',
    sizeBytes: 3_200,
    createdBy: 'COPY docker-entrypoint.sh / # buildkit',
    empty: false,
  },
];
export const NGINX: ImageRecord = {
  machine: 'node1',
  id: 'sha256:1ff4bb4faebcfb1f7e01144fa9904a57',
  tags: ['nginx:alpine'],
  sizeBytes: 12_403_200,
  createdMs: 1,
  registries: ['docker.io'],
  layers: LAYERS,
};
export const SITE: ImageRecord = {
  machine: 'node1',
  id: 'sha256:9a3f7cc01d2e55aa21bb01144fa9904a',
  tags: ['friendlyhello:latest'],
  sizeBytes: 12_406_000,
  createdMs: 2,
  registries: [],
  layers: [
    ...LAYERS,
    {
      chainId: 'sha256:site',
      sizeBytes: 2_800,
      createdBy: 'COPY . /usr/share/nginx/html # buildkit',
      empty: false,
    },
  ],
};
export const HELLO: ImageRecord = {
  machine: 'node1',
  id: 'sha256:74cc54e27dc41bb10dc4b2226072d469',
  tags: ['hello-world:latest'],
  sizeBytes: 10_100,
  createdMs: 0,
  registries: ['docker.io'],
  layers: [
    { chainId: 'sha256:hello', sizeBytes: 10_100, createdBy: 'COPY hello / # buildkit', empty: false },
  ],
};

export function container(
  name: string,
  image: ImageRecord,
  state: ContainerRecord['state'],
): ContainerRecord {
  const ports =
    name === 'web' ? [{ hostIp: '0.0.0.0', hostPort: 4000, containerPort: 80, protocol: 'tcp' }] : [];
  return {
    machine: 'node1',
    id: `${name}0123456789abcdef`,
    name,
    image: image.tags[0]?.replace(':latest', '') ?? '',
    imageId: image.id,
    command: name === 'web' ? '/docker-entrypoint.sh nginx -g daemon off;' : '/hello',
    state,
    health: 'none',
    exitCode: 0,
    createdMs: name === 'web' ? 2 : 1,
    ports,
    networks: [{ name: 'bridge', address: '172.17.0.2' }],
    mounts: [],
  };
}

export const BUILD: BuildSummary = {
  machine: 'node1',
  id: '2',
  name: 'friendlyhello',
  status: 'done',
  startedMs: 0,
  endedMs: 3000,
  cached: 1,
  ran: 2,
};

const STEP = { stage: 0, startLine: 1, endLine: 1, sizeBytes: 0, chainId: '', startedMs: 0, endedMs: 0 };

export const REPORT: BuildReport = {
  build: {
    id: '2',
    dockerfileName: 'Dockerfile',
    target: '',
    tags: ['friendlyhello'],
    status: 'done',
    error: '',
    startedMs: 0,
    endedMs: 3000,
    imageId: 'sha256:5ite',
    contextBytes: 420,
    stages: [{ name: 'stage-0', needs: [] }],
    steps: [
      { ...STEP, name: '[1/3] FROM nginx', instruction: 'FROM nginx', status: 'cached' },
      {
        ...STEP,
        name: '[2/3] COPY . .',
        instruction: 'COPY . .',
        status: 'ran',
        endedMs: 1000,
        sizeBytes: 2000,
        reason: { kind: 'files', files: [{ path: 'index.html', change: 'changed' }], count: 1 },
      },
      {
        ...STEP,
        name: '[3/3] RUN make',
        instruction: 'RUN make',
        status: 'ran',
        startedMs: 1000,
        endedMs: 3000,
        reason: { kind: 'parent', step: 1 },
      },
    ],
  },
  causes: [{ step: 1, later: [2], laterMs: 2000, laterBytes: 0 }],
  critical: { steps: [0, 1, 2], durationMs: 3000 },
};
