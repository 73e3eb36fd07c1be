import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import { readPrediction } from '../../lessons/questions.ts';
import { openSessions } from '../machine-commands.ts';
import { createHubLoader } from '../machine.ts';
import type { WorldSnapshot } from '../saved-world.ts';
import { createWorld, PROJECT_FOLDER, type World } from '../world.ts';
import { tryOnCopy, TrialError } from './try-on-copy.ts';

const HUB = createHubLoader();

async function worldAfter(commands: readonly string[], machines = 1): Promise<World> {
  const world = createWorld({ host: nodeHost, seed: 1, mode: 'virtual', hub: HUB, machines });
  const sessions = openSessions(world, { cwd: PROJECT_FOLDER });
  for (const command of commands) await sessions.run(command);
  return world;
}

function snapshotOf(world: World): WorldSnapshot {
  const [first, ...others] = world.save();
  return { ...first, others, seed: world.seed, nowMs: world.queue.now(), terminals: {} };
}

/** What of a world a trial must leave alone: by identity, as whatever changes makes another value. */
const marks = (world: World): unknown[] => [
  world.queue.now(),
  ...world.machines.flatMap(({ engine, kernel }) => [engine.store.state, kernel.random.state]),
  ...world.save().map(({ hostTree }) => hostTree),
];

const trial = (world: World, yaml: string) =>
  tryOnCopy({ host: nodeHost, snapshot: snapshotOf(world), question: readPrediction(yaml), hub: HUB });

describe('a prediction', () => {
  it('is told from a copy, and nothing of it happens', async () => {
    const world = await worldAfter(['docker run -d --name web -p 80:80 nginx:alpine']);
    const before = marks(world);
    const yaml = `
id: taken
question: What now?
try: docker run -d --name two -p 80:80 nginx:alpine
options:
  - { text: It runs, when: { container: { name: two, status: running } } }
  - { text: It is refused, when: { exit: 125, prints: port is already allocated } }
answer: 1
why: One at a time.
`;
    const { truth, commands } = await trial(world, yaml);
    expect(truth).toBe('1');
    expect(commands).toMatchObject([{ command: 'docker run -d --name two -p 80:80 nginx:alpine', exitCode: 125 }]); // prettier-ignore
    expect(commands[0]?.output).toContain('port is already allocated');
    marks(world).forEach((mark, index) => expect(mark).toBe(before[index]));
    // And what ran there runs again on the copy.
    const reached = await trial(world, 'id: a\nquestion: A?\ntry: curl -s localhost\nreveals: exit\nanswer: 0\nwhy: So.'); // prettier-ignore
    expect(reached.truth).toBe('0');
  });

  it('sees requests, builds and files of the copy', async () => {
    const world = await worldAfter(['printf "FROM alpine\\nCOPY page.txt /\\n" > Dockerfile', 'echo a > page.txt', 'docker build -q -t x .']); // prettier-ignore
    const cached = `
id: cached
question: Does COPY run?
try: |
  touch page.txt
  docker build -t x .
options:
  - It runs
  - { text: It is cached, when: { build: { cachedSteps: COPY } } }
answer: 1
why: So.
`;
    expect((await trial(world, cached)).truth).toBe('1');
    expect((await trial(world, cached.replace('touch', 'echo >>'))).truth).toBe('0');
    const lines =
      'id: n\nquestion: How many?\ntry: "printf \'a\\\\nb\\\\n\'"\nreveals: lines\nanswer: 2\nwhy: So.';
    expect((await trial(world, lines)).truth).toBe('2');
  });

  it('knows machines, their swarm and their power', async () => {
    const world = await worldAfter(['docker swarm init', 'sleep 1'], 2);
    const yaml = `
id: two
question: How many?
try: |
  @node2 docker swarm join --token JOIN_TOKEN 192.168.0.18:2377
  @off node2
  sleep 40
  docker node ls --format '{{.Status}}' | grep -c Ready
reveals: output
answer: 1
why: One is off.
`;
    expect((await trial(world, yaml)).truth).toBe('1');
    expect(world.isOn('node2')).toBe(true);
  });

  it('is given up where a command never ends', async () => {
    const world = await worldAfter([]);
    const yaml = 'id: a\nquestion: A?\ntry: sleep 1h\nreveals: exit\nanswer: 0\nwhy: So.';
    await expect(trial(world, yaml)).rejects.toThrow(TrialError);
  });

  it('has no answer where no option, or more than one, comes true', async () => {
    const world = await worldAfter([]);
    const yaml = (first: string, second: string): string =>
      `id: a\nquestion: A?\ntry: echo hi\noptions:\n  - { text: A, when: { ${first} } }\n  - { text: B, when: { ${second} } }\nanswer: 0\nwhy: So.`;
    expect((await trial(world, yaml('exit: 0', 'lines: 2'))).truth).toBe('0');
    expect((await trial(world, yaml('exit: 1', 'lines: 2'))).truth).toBeUndefined();
    expect((await trial(world, yaml('exit: 0', 'prints: ^hi$'))).truth).toBeUndefined();
  });
});
