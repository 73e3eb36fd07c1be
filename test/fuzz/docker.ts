// The client's command lines: against a daemon that has nothing, and on a machine that has some of everything.
import fc from 'fast-check';
import { ApiError } from '../../src/api/api-error.ts';
import { allCommands } from '../../src/cli/command-tree.ts';
import { runDocker } from '../../src/cli/testing/run-docker.ts';
import { brokenRules } from '../../src/engine/testing/invariants.ts';
import { nodeHost } from '../../src/host/node.ts';
import { createHubLoader } from '../../src/world/machine.ts';
import { openCommandSession } from '../../src/world/run-commands.ts';
import type { WorldSnapshot } from '../../src/world/saved-world.ts';
import { createWorld, PROJECT_FOLDER, type World } from '../../src/world/world.ts';
import { checkWritten, type FuzzKind } from './kind.ts';
import { odd } from './text.ts';

const COMMANDS = allCommands().map(({ path, command }) => ({ path: path.split(' '), flags: command.flags }));
const VALUES = [
  'web', 'alpine', '', '-', '--', '=', 'a=b', '80:80', '1-9:2-8', 'type=bind,src=/a,dst=/b', 'type=constructor', 'label=x', '1.5', '512m', '10s', '/x:/y:ro', 'type=volume', '{{.ID}}', '{{.constructor}}',
  'no:3', 'soft=1', 'nofile=1:2', '10.0.0.0/8', 'ssh://x', 'a'.repeat(3000), '../../x', 'none', '@', ',', ':', 'type=local,dest=x', 'until=5h', 'compose.yaml',
]; // prettier-ignore

/** A command with flags of its own, and words that may mean something to it. */
function commandLine(values: readonly string[]): fc.Arbitrary<string[]> {
  const value = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: odd }, { weight: 1, arbitrary: fc.string({ maxLength: 10 }) }); // prettier-ignore
  return fc.constantFrom(...COMMANDS).chain(({ path, flags }) => {
    const names = flags.flatMap(({ name, short }) => [`--${name}`, ...(short ? [`-${short}`] : [])]);
    const flag = fc.constantFrom(...names, '--constructor', '--__proto__=x', '-', '--', '--=', '-Z');
    const word = fc.oneof(
      fc.tuple(flag, value).map((pair) => pair.join('=')),
      flag,
      value,
    );
    const wild = fc.array(word, { maxLength: 6 });
    if (flags.length === 0) return wild.map((words) => [...path, ...words]);
    const given = fc
      .tuple(fc.constantFrom(...flags), value)
      .map(([{ name, type }, text]) => (type === 'bool' ? `--${name}` : `--${name}=${text}`));
    const sensible = fc
      .tuple(fc.array(given, { maxLength: 3 }), fc.array(fc.constantFrom(...values), { maxLength: 3 }))
      .map((parts) => parts.flat());
    return fc.oneof(wild, sensible, sensible).map((words) => [...path, ...words]);
  });
}

const FILES = { Dockerfile: 'FROM alpine\n', 'compose.yaml': 'services:\n  web:\n    image: alpine\n' };

/** What is no promise but a stream fails when it is read. */
async function* nothing(): AsyncGenerator<never> {
  yield await Promise.reject(new ApiError('notFound', 'not there'));
}
const STREAMS = ['ContainerLogs', 'ContainerStats', 'ImageCreate', 'ImagePush', 'ImageLoad', 'ImageBuild', 'SystemEvents', 'ServiceLogs', 'TaskLogs']; // prettier-ignore
/** A daemon of which nothing can be had. */
export const NOTHING = Object.fromEntries(STREAMS.map((name) => [name, nothing]));

/** The client where the daemon has nothing: what it says is a matter of the words alone. */
export const COMMAND_LINE: FuzzKind<string[]> = {
  name: 'command-line',
  input: commandLine(VALUES),
  holds: async (words) => {
    const { stdout, stderr } = await runDocker(words, NOTHING, FILES);
    checkWritten(stdout + stderr, words.join(' '));
  },
  gateRuns: 150,
};

/** One of each kind of thing, and two containers: one that runs, one that is over. */
const SETUP = [
  ...Object.entries(FILES).map(([name, text]) => `printf '${text.replaceAll('\n', '\\n')}' > ${name}`),
  'docker network create net',
  'docker volume create vol',
  'docker run -d --name web --network net -v vol:/data -p 8080:80 --label a=b nginx:alpine',
  'docker run --name gone alpine sh -c "echo hi; exit 3"',
  'docker build -q -t app .',
  'docker swarm init',
  'docker service create -q --name s --replicas 2 alpine sleep 1000',
  'echo x | docker secret create sec -',
  'echo x | docker config create conf -',
  'docker save -o app.tar app',
];
const THINGS = [
  'web', 'gone', 'alpine', 'app', 'app:latest', 'nginx:alpine', 'net', 'vol', 's', 's.1', 'sec', 'conf', 'self', 'bridge', 'web:/etc', 'web:/etc/hosts', 'gone:/x', '.', '-', 'app.tar', 'Dockerfile', 'sh', 'echo', 'x=[', 'reference=[', 'reference=app*', 'name=[', 'name=(', 'name=^/w', 'id=', 'ancestor=web', 'ancestor=app',
  'status=x', 'status=exited', 'before=web', 'since=app', 'exited=x', 'exited=3', 'health=x', 'publish=1-', 'expose=80/x', 'is-task=x', 'dangling=x', 'dangling=true', 'until=x', 'until=1h', 'type=x', 'event=x', 'driver=x', 'scope=x', 'desired-state=x', 'node=self', 'mode=x', 'network=net', 'volume=vol', 'label=a=b', 'label!=a', '0', '1', '-1', '99999999999',
  'container:web', 'host', 'json', 'table {{.ID}}', '{{range .}}', '{{json .}}', '{{.Config.Labels.a}}', 'type=tmpfs,dst=/t', 'type=volume,src=vol,dst=/d', 'vol:/d', '/root:/r:ro', '8080:80', '9000-9002:80-82', '127.0.0.1::80', 'on-failure:2', '1g', '0.5', '/bin/sh', 'STOP', 'KILL', '9',
]; // prettier-ignore

/** Longer than any of them waits for by itself. */
const PATIENCE_SECONDS = 100;

/** Whatever is typed, the client ends with an answer, the rules of SPEC.md hold, and the daemon goes on. */
export const DOCKER: FuzzKind<string[]> = {
  name: 'docker',
  input: commandLine([...VALUES, ...THINGS, ...THINGS]),
  holds: async (words) => {
    const errors: unknown[] = [];
    const world = createWorld({
      host: nodeHost,
      seed: 1,
      mode: 'virtual',
      hub: HUB,
      restore: await furnished(),
      onError: (error) => errors.push(error),
    });
    const [machine] = world.machines;
    const session = openCommandSession(world, machine, { cwd: PROJECT_FOLDER });
    try {
      const line = words.map((word) => `'${word.replaceAll('\0', '').replaceAll("'", "'\\''")}'`).join(' ');
      const command = `timeout ${PATIENCE_SECONDS} docker ${line}`;
      const { exitCode, stdout, stderr } = await session.run({ command });
      checkWritten(stdout + stderr, line);
      if (exitCode > 128 && exitCode !== 137) throw new Error(`ended with ${exitCode}: ${stderr}`);
      const broken = [...errors.map(String), ...brokenRules(machine)];
      if (broken.length > 0) throw new Error(broken.join('\n'));
      await session.run({ command: 'docker ps -a' });
    } finally {
      world.queue.stop();
    }
  },
  gateRuns: 60,
};

const HUB = createHubLoader();

let snapshot: Promise<WorldSnapshot> | undefined;

function furnished(): Promise<WorldSnapshot> {
  snapshot ??= furnish(createWorld({ host: nodeHost, seed: 1, mode: 'virtual', hub: HUB }));
  return snapshot;
}

async function furnish(world: World): Promise<WorldSnapshot> {
  const session = openCommandSession(world, world.machines[0], { cwd: PROJECT_FOLDER });
  for (const command of SETUP) await session.run({ command });
  const [first, ...others] = world.save();
  return { ...first, others, seed: world.seed, nowMs: world.queue.now(), terminals: {} };
}
