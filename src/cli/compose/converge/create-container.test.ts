import { describe, expect, it } from 'vitest';
import { runDocker } from '../../testing/run-docker.ts';

const FILE = `
services:
  db:
    image: postgres
  web:
    build: .
    image: app
    command: serve --fast
    depends_on: [db]
    environment: {B: two, A: one}
    expose: ["9000-9001"]
    ports: ["8080:80", "127.0.0.1::53/udp"]
    volumes: ["data:/data", "./src:/src:ro", "/cache"]
    restart: on-failure:3
    healthcheck: {test: curl localhost, interval: 5s}
    stop_grace_period: 1m
    deploy: {resources: {limits: {cpus: "0.5", memory: 64m}}}
    networks:
      default:
        aliases: [www]
volumes: {data: }
`;

const INSPECT = {
  Id: 'c0ffee',
  Name: '/app-web-1',
  Image: 'sha256:1',
  Config: { Image: 'app', Labels: {} },
  State: { Status: 'created' },
  NetworkSettings: { Networks: {} },
  Mounts: [],
};

describe('createContainer', () => {
  it('asks for what the service says, with the labels of Compose', async () => {
    const { sent, stderr } = await runDocker(
      ['compose', 'up', '--no-start', '--no-deps', 'web'],
      {
        ContainerList: [],
        ImageInspect: { Id: 'sha256:1', Metadata: { LastTagTime: '2026-01-01T00:00:00Z' } },
        NetworkList: [
          {
            Name: 'app_default',
            Id: 'n1',
            Labels: { 'com.docker.compose.project': 'app', 'com.docker.compose.network': 'default' },
          },
        ],
        VolumeInspect: { Name: 'app_data', Labels: { 'com.docker.compose.project': 'app' } },
        ContainerCreate: { Id: 'c0ffee', Warnings: [] },
        ContainerInspect: INSPECT,
      },
      { 'compose.yaml': FILE },
    );
    expect(stderr).toBe(' Container app-web-1  Creating\n Container app-web-1  Created\n');
    const [, request, options] = sent.find(([operation]) => operation === 'ContainerCreate') ?? [];
    expect(options).toEqual({ name: 'app-web-1' });
    expect(request).toEqual({
      Hostname: '',
      Domainname: '',
      User: '',
      AttachStdin: false,
      AttachStdout: true,
      AttachStderr: true,
      Tty: false,
      OpenStdin: false,
      StdinOnce: false,
      ExposedPorts: { '9000/tcp': {}, '9001/tcp': {}, '80/tcp': {}, '53/udp': {} },
      Env: ['A=one', 'B=two'],
      Cmd: ['serve', '--fast'],
      Entrypoint: null,
      Image: 'app',
      WorkingDir: '',
      Labels: {
        'com.docker.compose.config-hash': expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        'com.docker.compose.container-number': '1',
        'com.docker.compose.depends_on': '',
        'com.docker.compose.image': 'sha256:1',
        'com.docker.compose.oneoff': 'False',
        'com.docker.compose.project': 'app',
        'com.docker.compose.project.config_files': '/app/compose.yaml',
        'com.docker.compose.project.working_dir': '/app',
        'com.docker.compose.service': 'web',
        'com.docker.compose.version': '2.36.2',
      },
      StopTimeout: 60,
      Healthcheck: { Test: ['CMD-SHELL', 'curl localhost'], Interval: 5e9 },
      HostConfig: {
        RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 },
        PortBindings: {
          '80/tcp': [{ HostIp: '', HostPort: '8080' }],
          '53/udp': [{ HostIp: '127.0.0.1', HostPort: '' }],
        },
        Memory: 67_108_864,
        NanoCpus: 500_000_000,
        Binds: ['app_data:/data:rw', '/app/src:/src:ro'],
        Mounts: [{ Type: 'volume', Target: '/cache' }],
        NetworkMode: 'app_default',
      },
      NetworkingConfig: { EndpointsConfig: { app_default: { Aliases: ['app-web-1', 'web', 'www'] } } },
    });
  });
});
