import { replace } from '../rerun.ts';
import type { Fix } from '../explained.ts';
import type { Scene, SceneContainer } from '../scene.ts';
import {
  failedRequest,
  isLoopback,
  isRunning,
  list,
  noticed,
  openPorts,
  type Misconception,
} from './misconception.ts';

const again = (container: SceneContainer, host: number, inside: number, words: string): Fix => ({
  command: replace(container, { ports: [{ host, container: inside }] }),
  words,
  isDraft: true,
});

/** The running container that publishes this port of the machine, and what it leads to. */
function publisher(scene: Scene, port: number): { container: SceneContainer; inside: number } | undefined {
  for (const container of scene.containers) {
    const found = isRunning(container) && container.ports.find(({ host }) => host === port);
    if (found) return { container, inside: found.container };
  }
  return undefined;
}

export const PORT_MISCONCEPTIONS: readonly Misconception[] = [
  {
    id: 'expose-does-not-publish',
    title: 'EXPOSE does not publish a port',
    detect(scene) {
      const failed = failedRequest(scene);
      if (failed?.how !== 'refused') return undefined;
      const { port } = failed;
      const container = scene.containers.find(
        (each) =>
          isRunning(each) &&
          !each.ports.some(({ container: inside }) => inside === port) &&
          (each.exposed.includes(port) || openPorts(scene, each).includes(port)),
      );
      if (!container) return undefined;
      return noticed(
        `${container.id}/${port}`,
        `${container.name} has something at port ${port}, but only inside. EXPOSE in a Dockerfile notes which port a program uses; a way from the machine to it is made by -p when the container is run.`,
        [again(container, port, port, `Make ${container.name} again with -p ${port}:${port}`)],
      );
    },
  },
  {
    id: 'container-port-is-not-host-port',
    title: 'The machine’s port is the left one of -p',
    detect(scene) {
      const failed = failedRequest(scene);
      if (failed?.how !== 'refused') return undefined;
      for (const container of scene.containers.filter(isRunning)) {
        const found = container.ports.find(
          ({ container: inside, host }) => inside === failed.port && host !== failed.port,
        );
        if (found?.host !== undefined)
          return noticed(
            `${container.id}/${failed.port}`,
            `${failed.port} is the port inside of ${container.name}. From the machine it is reached at ${found.host}: -p ${found.host}:${failed.port} is MACHINE:CONTAINER.`,
            [{ command: `curl localhost:${found.host}`, words: `Ask port ${found.host}` }],
          );
      }
      return undefined;
    },
  },
  {
    id: 'publish-is-machine-first',
    title: '-p is MACHINE:CONTAINER, in this order',
    detect(scene) {
      const failed = failedRequest(scene);
      for (const container of scene.containers.filter(isRunning)) {
        const open = openPorts(scene, container);
        const found = container.ports.find(
          ({ host, container: inside }) =>
            host !== undefined && host !== inside && open.includes(host) && !open.includes(inside),
        );
        const concerned = found && failed && (failed.port === found.host || failed.port === found.container);
        if (concerned && found.host !== undefined)
          return noticed(
            container.id,
            `${container.name} listens on ${found.host}, and -p ${found.host}:${found.container} leads to ${found.container}. The machine’s port stands first, the container’s second.`,
            [again(container, found.container, found.host, 'Make it again, the other way round')],
          );
      }
      return undefined;
    },
  },
  {
    id: 'publish-the-port-it-listens-on',
    title: 'The right one of -p is the port that the program listens on',
    detect(scene) {
      const failed = failedRequest(scene);
      const found = failed && publisher(scene, failed.port);
      if (!found) return undefined;
      const { container, inside } = found;
      const open = openPorts(scene, container);
      if (open.length === 0 || open.includes(inside) || open.includes(failed.port)) return undefined;
      const [port = inside] = open;
      return noticed(
        container.id,
        `${failed.port} leads to port ${inside} of ${container.name}, where nothing listens. The program there listens on ${list(open)}. -p does not change the program; it only makes a way to it.`,
        [again(container, failed.port, port, `Make it again with -p ${failed.port}:${port}`)],
      );
    },
  },
  {
    id: 'loopback-is-the-containers-own',
    title: '127.0.0.1 in a container is the container itself',
    detect(scene) {
      const failed = failedRequest(scene);
      const found = failed && publisher(scene, failed.port);
      if (!found) return undefined;
      const { container, inside } = found;
      const here = scene.listeners(container.id).filter(({ port }) => port === inside);
      if (here.length === 0 || !here.every(({ address }) => isLoopback(address))) return undefined;
      return noticed(
        container.id,
        `The program in ${container.name} listens on 127.0.0.1:${inside}, which only programs in the same container reach. What comes in by -p comes from outside. Let it listen on 0.0.0.0.`,
        [],
      );
    },
  },
];
