import { expect, it } from 'vitest';
import { nodeHost } from '../host/node.ts';
import { openSessions } from './machine-commands.ts';
import type { ContainerRecord, ImageRecord, WorldChange } from './mirror.ts';
import { createWorld, PROJECT_FOLDER } from './world.ts';
import { WorldWatch } from './world-watch.ts';

it('tells what a container has of its machine, and which registries know an image', async () => {
  const watch = new WorldWatch();
  const errors: unknown[] = [];
  const world = createWorld({
    host: nodeHost,
    seed: 3,
    mode: 'virtual',
    onError: (error) => void errors.push(error),
    onBoot: (machine) => watch.follow(machine, () => undefined),
  });
  const sessions = openSessions(world, { cwd: PROJECT_FOLDER });
  await sessions.run('docker run -d --name web -v data:/data -v /srv:/srv:ro --tmpfs /run nginx:alpine');
  await sessions.run('docker tag nginx:alpine mine');
  await sessions.run('printf "FROM scratch\\nCOPY . /\\n" | docker build -q -t built -f - .');
  const changes: WorldChange[] = watch.changes(world, () => undefined);
  const valuesOf = (kind: string): unknown[] =>
    changes.flatMap((change) => (change.kind === kind && change.value ? [change.value] : []));
  const [web] = valuesOf('container') as ContainerRecord[];
  const images = valuesOf('image') as ImageRecord[];
  expect(web?.mounts).toEqual([
    { type: 'volume', source: 'data', target: '/data', readOnly: false },
    { type: 'bind', source: '/srv', target: '/srv', readOnly: true },
    { type: 'tmpfs', source: '', target: '/run', readOnly: false },
  ]);
  expect(Object.fromEntries(images.map(({ tags, registries }) => [tags.join(), registries]))).toEqual({
    'built:latest': [],
    'mine:latest,nginx:alpine': ['docker.io'],
  });
  expect(errors).toEqual([]);
});
