import { describe, expect, it } from 'vitest';
import type { ContainerRecord } from '../../world/mirror.ts';
import { containerCommands, imageCommands } from './commands.ts';

const container = (state: ContainerRecord['state']): ContainerRecord => ({
  machine: 'node1',
  id: 'abc',
  name: 'web',
  image: 'nginx',
  imageId: 'sha256:1',
  command: 'nginx',
  state,
  health: 'none',
  exitCode: 0,
  createdMs: 0,
  ports: [],
  networks: [],
  mounts: [],
});

describe('commands of buttons', () => {
  it('fit the state of the container', () => {
    expect(containerCommands(container('running')).map(({ command }) => command)).toEqual([
      'docker stop web',
      'docker logs web',
      'docker exec -it web sh',
      'docker inspect web',
      'docker rm -f web',
    ]);
    expect(containerCommands(container('exited')).map(({ label }) => label)).toEqual([
      'start',
      'logs',
      'inspect',
      'rm',
    ]);
  });

  it('name an image without a tag by its id', () => {
    const image = {
      machine: 'node1',
      id: `sha256:${'0123456789abcdef'.repeat(4)}`,
      tags: [],
      sizeBytes: 0,
      createdMs: 0,
      registries: [],
      layers: [],
    };
    expect(imageCommands(image)[2]).toEqual({ label: 'rmi', command: 'docker rmi 0123456789ab' });
  });
});
