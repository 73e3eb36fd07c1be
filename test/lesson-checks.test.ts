import { describe, expect, it } from 'vitest';
import { nodeHost } from '../src/host/node.ts';
import type { CheckBody } from '../src/lessons/check-schema.ts';
import { judge } from '../src/lessons/judge.ts';
import { LearnerLog } from '../src/world/lessons/learner-log.ts';
import { createProbe } from '../src/world/lessons/machine-probe.ts';
import { openSessions } from '../src/world/machine-commands.ts';
import { createWorld, PROJECT_FOLDER } from '../src/world/world.ts';

/** What is done, then what is asked of the state: first what a right one meets, then what must stay open. */
type Row = readonly [lines: readonly string[], met: readonly CheckBody[], unmet: readonly CheckBody[]];

const web = (service: Omit<NonNullable<CheckBody['service']>, 'name'>): CheckBody => ({
  service: { name: 'web', ...service },
});
const app = (container: NonNullable<CheckBody['container']>): CheckBody => ({
  container: { name: 'app', ...container },
});

/** Each goes on from where the one before ended. */
const SERVICES: readonly Row[] = [
  [[], [], [web({}), { node: { role: 'manager' } }]],
  [['docker swarm init'], [{ node: { role: 'manager', count: 1 } }], [web({}), { node: { count: 2 } }, { node: { name: 'node2' } }]], // prettier-ignore
  [
    ['docker service create -d --name web --replicas 2 -p 8080:80 nginx:alpine', 'sleep 6'],
    [web({ image: 'nginx', replicas: 2, running: 2, published: 8080 }), web({ image: 'nginx:alpine' })],
    [web({ image: 'nginx:latest' }), web({ replicas: 3 }), web({ published: 80 }), web({ stack: 'web' }), web({ update: 'completed' }), web({ failedAtLeast: 1 })], // prettier-ignore
  ],
  // Asked for is not running.
  [['docker service scale -d web=4'], [web({ replicas: 4 })], [web({ running: 4 })]],
  [['sleep 6'], [web({ running: 4 })], [web({ running: 2 })]],
  // A container beside the service is none of its tasks.
  [['docker run -d nginx:alpine'], [web({ running: 4 })], [web({ running: 5 })]],
  [['docker rm -f $(docker ps -q -f name=web.1)', 'sleep 8'], [web({ running: 4, failedAtLeast: 1 })], [web({ failedAtLeast: 2 })]], // prettier-ignore
  [
    ['docker service update --image nginx:nope web'],
    [web({ image: 'nginx:nope', update: 'paused' })],
    [web({ running: 4 }), web({ update: 'completed' })],
  ],
  [
    ['docker service rollback web', 'sleep 6'],
    [web({ image: 'nginx:alpine', running: 4, update: 'rollback_completed' })],
    [web({ update: 'completed' }), web({ image: 'nginx:nope' })],
  ],
  [
    ['echo pw | docker secret create key -', 'echo page | docker config create page -', 'sleep 1'],
    [],
    [web({ secret: 'key' }), web({ config: 'page' })],
  ],
  [
    ['docker service update -d --secret-add key --config-add page web', 'sleep 30'],
    [web({ secret: 'key', config: 'page', running: 4 })],
    [web({ secret: 'page' }), web({ config: 'key' })],
  ],
];

const MACHINES: readonly Row[] = [
  [
    ['docker swarm init', '@node2 docker swarm join --token $TOKEN 192.168.0.18:2377', 'sleep 2'],
    [{ node: { count: 2 } }, { node: { name: 'node2', role: 'worker', state: 'ready' } }],
    [{ node: { name: 'node2', role: 'manager' } }, { node: { role: 'worker', count: 2 } }],
  ],
  [
    ['docker service create -d --name web --replicas 2 nginx:alpine', 'sleep 8'],
    [web({ running: 2, on: 'node2' }), web({ on: 'node1' })],
    [web({ notOn: 'node2' }), web({ on: 'node3' })],
  ],
  [
    ['docker node update --availability drain node2', 'sleep 6'],
    [{ node: { name: 'node2', availability: 'drain', state: 'ready' } }, web({ running: 2, notOn: 'node2' })],
    [{ node: { name: 'node2', state: 'down' } }, web({ on: 'node2' })],
  ],
  [
    ['docker node update --availability active node2', 'docker service update -d --force web', 'sleep 30', '@cut node2'], // prettier-ignore
    [web({ on: 'node2' })],
    [{ node: { name: 'node2', state: 'down' } }],
  ],
  // A node that is not heard of keeps its tasks in the books; they do not count.
  [
    ['sleep 40'],
    [{ node: { name: 'node2', state: 'down' } }, web({ running: 2, notOn: 'node2' })],
    [web({ running: 3 })],
  ],
];

const CONTAINERS: readonly Row[] = [
  [
    [
      'docker run -d --name app --user 1000 --cap-drop net_raw -m 64m --log-opt max-size=1m alpine sleep 1000',
    ],
    [app({ user: '1000', capDrop: 'NET_RAW', memoryBytes: 2 ** 26, logOption: 'max-size=1m' })],
    [app({ readOnly: true }), app({ capDrop: 'ALL' }), app({ logOption: 'max-file=3' }), app({ service: 'app' }), app({ restartsAtLeast: 1 })], // prettier-ignore
  ],
  // A restart by hand is not the policy's.
  [['docker restart -t 0 app'], [app({ status: 'running' })], [app({ restartsAtLeast: 1 })]],
  [
    ['docker rm -f app', 'docker run -d --name app --read-only --cap-drop ALL --restart on-failure:2 alpine false', 'sleep 5'], // prettier-ignore
    [app({ readOnly: true, capDrop: 'ALL', restartsAtLeast: 2, exitCode: 1 })],
    [app({ restartsAtLeast: 3 }), app({ status: 'running' })],
  ],
  [
    ['docker run -d -p 5000:5000 registry:2', 'docker tag alpine localhost:5000/alpine', 'sleep 1'],
    [{ image: { ref: 'localhost:5000/alpine', sameAs: 'alpine', inRegistry: false } }],
    [{ image: { ref: 'localhost:5000/alpine', inRegistry: true } }],
  ],
  [
    ['docker push -q localhost:5000/alpine'],
    [{ image: { ref: 'localhost:5000/alpine', inRegistry: true } }],
    [{ image: { ref: 'localhost:5000/other', inRegistry: true } }],
  ],
  [
    [`printf 'services:\\n  a:\\n    image: alpine\\n    command: sleep 1000\\n' > compose.yaml`, 'docker compose up -d --scale a=2'], // prettier-ignore
    [
      { compose: { project: 'site', running: ['a'], scale: { a: 2 } } },
      { container: { service: 'a', count: 2 } },
    ],
    [{ compose: { scale: { a: 1 } } }, { compose: { running: ['b'] } }, { compose: { project: 'other' } }],
  ],
  [
    ['docker rm -f site-a-1', 'docker run -d --name site-a-1 alpine sleep 1000'],
    [{ compose: { scale: { a: 1 } } }],
    [{ container: { service: 'a', count: 2 } }],
  ],
];

async function prove(rows: readonly Row[], machines = 1): Promise<string[]> {
  const world = createWorld({ host: nodeHost, seed: 5, mode: 'virtual', machines });
  const sessions = openSessions(world, { cwd: PROJECT_FOLDER });
  const log = new LearnerLog(world.machines[0], () => undefined);
  const complaints: string[] = [];
  for (const [lines, met, unmet] of rows) {
    for (const line of lines) {
      const token = line.includes('$TOKEN') ? (await sessions.run('docker swarm join-token -q worker'))?.stdout.trim() : ''; // prettier-ignore
      await sessions.run(line.replace('$TOKEN', token ?? ''));
    }
    const probe = createProbe(world.machines[0], log, () => 0);
    for (const [checks, wanted] of [
      [met, true],
      [unmet, false],
    ] as const)
      // prettier-ignore
      for (const check of checks) {
        const verdict = await judge(check, probe);
        if (verdict.met !== wanted)
          complaints.push(`after "${lines.at(-1) ?? ''}" ${JSON.stringify(check)} is ${wanted ? `not met: ${verdict.now ?? ''}` : 'met'}`); // prettier-ignore
      }
  }
  return complaints;
}

describe('checks ask the state, not the way there', () => {
  it('of services, updates and what they are given', async () => {
    expect(await prove(SERVICES)).toEqual([]);
  });

  it('of nodes and where tasks run', async () => {
    expect(await prove(MACHINES, 2)).toEqual([]);
  });

  it('of limits, restarts, registries and Compose projects', async () => {
    expect(await prove(CONTAINERS)).toEqual([]);
  });
});
