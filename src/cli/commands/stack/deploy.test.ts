import { expect, it } from 'vitest';
import { runDocker, type DockerRun } from '../../testing/run-docker.ts';

const STACK = `version: "3"
services:
  web:
    image: friendlyhello
    command: sh -c "a b"
    environment: {A: 1}
    ports: ["4000:80"]
    networks: [webnet]
    volumes: ["data:/data:ro"]
    configs: [{source: page, mode: 0400}]
    deploy:
      replicas: 5
      resources: {limits: {cpus: "0.1", memory: 50M}}
      restart_policy: {condition: on-failure}
networks: {webnet: }
volumes: {data: }
configs: {page: {file: ./page.html}}
`;

/** Deploys a stack file to a manager that has nothing, and resolves what was said and asked for. */
async function deploy(file: string): Promise<{ said: string; sent: DockerRun['sent'] }> {
  const answers = {
    SystemInfo: { Swarm: { ControlAvailable: true } },
    NetworkList: [],
    ServiceList: [],
    ConfigList: [{ ID: 'c1', Spec: { Name: 'st_page' } }],
    NetworkCreate: { Id: 'x' },
    ConfigCreate: { ID: 'x' },
    ServiceCreate: { ID: 'x' },
  };
  const words = ['stack', 'deploy', '--detach=true', '-c', 'stack.yml', 'st'];
  const { stdout, stderr, sent } = await runDocker(words, answers, {
    'stack.yml': file,
    'page.html': 'page',
  });
  return { said: stdout + stderr, sent: sent.filter(([operation]) => operation.endsWith('Create')) };
}

it('makes networks, configs and services of a stack file', async () => {
  const { said, sent } = await deploy(STACK);
  expect(said).toBe('Creating network st_webnet\nCreating config st_page\nCreating service st_web\n');
  const labels = { 'com.docker.stack.namespace': 'st' };
  expect(sent.map(([operation]) => operation)).toEqual(['NetworkCreate', 'ConfigCreate', 'ServiceCreate']);
  expect(sent[0]?.[1]).toMatchObject({ Name: 'st_webnet', Driver: 'overlay', Labels: labels });
  expect(sent[1]?.[1]).toEqual({ Name: 'st_page', Labels: labels, Data: 'cGFnZQ==' });
  expect(sent[2]?.[1]).toMatchObject({
    Name: 'st_web',
    Labels: { ...labels, 'com.docker.stack.image': 'friendlyhello' },
    Mode: { Replicated: { Replicas: 5 } },
    EndpointSpec: {
      Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 4000, PublishMode: 'ingress' }],
    },
    TaskTemplate: {
      ContainerSpec: {
        Image: 'friendlyhello:latest',
        Args: ['sh', '-c', 'a b'],
        Env: ['A=1'],
        Mounts: [
          {
            Type: 'volume',
            Source: 'st_data',
            Target: '/data',
            ReadOnly: true,
            VolumeOptions: { Labels: labels },
          },
        ],
        Configs: [{ ConfigID: 'c1', ConfigName: 'st_page', File: { Name: 'page', Mode: 0o400 } }],
      },
      Resources: { Limits: { NanoCPUs: 1e8, MemoryBytes: 52_428_800 } },
      RestartPolicy: { Condition: 'on-failure' },
      Networks: [{ Target: 'st_webnet', Aliases: ['web'] }],
    },
  });
});

it.each([
  ['version: "2"\nservices: {a: {image: b}}', 'unsupported Compose file version: 2\n'],
  ['services: {a: {imagee: b}}', 'services.a Additional property imagee is not allowed\n'],
  [
    'services: {a: {build: .}}',
    'Ignoring unsupported options: build\n\ninvalid image reference for service a: no image specified\n',
  ],
  ['services: {a: {image: b, ports: [x]}}', "services.a.ports.0 Does not match format 'ports'\n"],
  ['services: {a: x}', 'services.a must be a mapping\n'],
])('refuses %s', async (file, message) => {
  expect((await deploy(file)).said).toBe(message);
});
