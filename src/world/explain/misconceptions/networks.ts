import { lastNote, type Scene, type SceneContainer } from '../scene.ts';
import { isRunning, noticed, type Misconception } from './misconception.ts';

const UNRESOLVED =
  /Could not resolve host: ([\w.-]+)|bad address '([\w.-]+)'|getaddrinfo E(?:NOTFOUND|AI_AGAIN) ([\w.-]+)|could not translate host name "([\w.-]+)"/g;
const DEPENDENCIES = 'com.docker.compose.depends_on';
const SERVICE = 'com.docker.compose.service';
const PROJECT = 'com.docker.compose.project';
const REFUSED = /ECONNREFUSED|[Cc]onnection refused|could not connect|Can't connect/;

/** Names that the last command could not resolve; Python tells none, so the line is searched. */
function unresolved(scene: Scene): string[] {
  const { output = '', line = '', status } = lastNote(scene) ?? {};
  if (status === 0) return [];
  const told = [...output.matchAll(UNRESOLVED)].flatMap((match) => match.slice(1).filter(Boolean));
  if (!/Name or service not known/.test(output)) return told;
  return [...told, ...scene.containers.map(({ name }) => name).filter((name) => line.includes(name))];
}

const withoutNetwork = ({ networks }: SceneContainer): boolean =>
  networks.every((network) => network === 'bridge');

export const NETWORK_MISCONCEPTIONS: readonly Misconception[] = [
  {
    id: 'default-bridge-has-no-names',
    title: 'On the default network containers don’t find each other by name',
    detect(scene) {
      const target = scene.containers.find(
        (each) => isRunning(each) && unresolved(scene).includes(each.name),
      );
      if (!target) return undefined;
      const own = withoutNetwork(target)
        ? undefined
        : target.networks.find((network) => network !== 'bridge');
      const network = own ?? 'app';
      return noticed(
        target.id,
        own === undefined
          ? `${target.name} is in the network bridge, which every container gets that asks for none. It has addresses, but no names. In a network that you make, each container is found by its name.`
          : `${target.name} is in the network ${own}; whoever is not in it can’t look up its name.`,
        [
          ...(own === undefined
            ? [
                {
                  command: `docker network create ${network} && docker network connect ${network} ${target.name}`,
                  words: `Make a network and put ${target.name} into it`,
                },
              ]
            : []),
          {
            command: `docker run --rm --network ${network} alpine ping -c 1 ${target.name}`,
            words: 'Try it from a container in that network',
          },
        ],
      );
    },
  },
  {
    id: 'started-is-not-ready',
    title: 'depends_on waits for the start, not until it is ready',
    detect(scene) {
      for (const container of scene.containers) {
        const failed =
          (container.status === 'exited' && container.exitCode !== 0) || container.status === 'restarting';
        const [, dependency] =
          /(?:^|,)([\w-]+):service_started/.exec(container.labels[DEPENDENCIES] ?? '') ?? [];
        if (!failed || dependency === undefined || !REFUSED.test(scene.logTail(container.id))) continue;
        const other = scene.containers.some(
          ({ labels }) => labels[SERVICE] === dependency && labels[PROJECT] === container.labels[PROJECT],
        );
        if (!other) continue;
        return noticed(
          container.id,
          `${container.labels[SERVICE] ?? container.name} started after ${dependency}, but before ${dependency} took connections, and gave up. Give ${dependency} a healthcheck and ask for condition: service_healthy under depends_on, or let the program try again.`,
          [
            { command: `docker compose logs ${container.labels[SERVICE] ?? ''}`, words: 'See what it wrote' },
            { command: `docker compose up -d`, words: 'Start what has ended again' },
          ],
        );
      }
      return undefined;
    },
  },
];
