import type { ContainerPort, ContainerSummary } from '../../api/container-types.ts';
import type { ContainerListOptions } from '../../api/engine-api.ts';
import type { EngineContext } from '../engine-context.ts';
import { lookUpImage } from '../images/find-image.ts';
import type { ContainerRecord, EngineState } from '../state.ts';
import { byPort, toNetworks, toPortMap } from './endpoint-settings.ts';
import { selectContainers } from './list-filters.ts';
import { toMountPoints } from './mount-points.ts';
import { sizesOf } from './sizes.ts';
import { formatStatus } from './status-text.ts';

/** Newest first; only those that are up unless asked otherwise. @throws ApiError invalidParameter @see moby v28 daemon/list.go */
export function containerList(
  context: EngineContext,
  options: ContainerListOptions = {},
): ContainerSummary[] {
  const { store } = context;
  const links = linkNames(store.state);
  const nameOf = imageNames(store.state);
  return selectContainers(store.state, options).map((container) => {
    const summary = toSummary(context, container, nameOf(container), links.get(container.name) ?? []);
    return options.size ? { ...summary, ...sizesOf(context, container) } : summary;
  });
}

function toSummary(
  context: EngineContext,
  container: ContainerRecord,
  image: string,
  links: readonly string[],
): ContainerSummary {
  return {
    Id: container.id,
    Names: [`/${container.name}`, ...links],
    Image: image,
    ImageID: container.imageId,
    Command: formatCommand(container),
    Created: Math.floor(container.createdMs / 1000),
    Ports: toPorts(container),
    Labels: container.config.Labels ?? {},
    State: container.status,
    Status: formatStatus(container, context.kernel.clock.now()),
    HostConfig: { NetworkMode: container.hostConfig.NetworkMode ?? 'bridge' },
    // Made when it is asked for: of a list of thousands, by few.
    NetworkSettings: {
      get Networks() {
        return toNetworks(container);
      },
    },
    Mounts: toMountPoints(container),
  };
}

/** `docker run --name web --link db:database` gives `db` the name `/web/database` too: those names, by the linked container's. */
function linkNames({ containers }: EngineState): Map<string, string[]> {
  const names = new Map<string, string[]>();
  containers.forEach(({ name: owner, hostConfig }) => {
    for (const link of hostConfig.Links ?? []) {
      const [target = '', alias = target] = link.split(':');
      const linked = target.replace(/^\//, '');
      names.set(linked, [...(names.get(linked) ?? []), `/${owner}/${alias}`]);
    }
  });
  return names;
}

/** The name it was made from, or the image's ID once that name stands for another image. A name is looked up once a list. */
function imageNames(state: EngineState): (container: ContainerRecord) => string {
  const ids = new Map<string, string | undefined>();
  return ({ imageName: name, imageId }) => {
    if (!ids.has(name)) ids.set(name, lookUpImage(state, name)?.id);
    return ids.get(name) === imageId ? name : imageId;
  };
}

/** @see moby v28 daemon/list.go: arguments with a space are quoted */
function formatCommand({ path, args }: ContainerRecord): string {
  if (args.length === 0) return path;
  return `${path} ${args.map((argument) => (argument.includes(' ') ? `'${argument}'` : argument)).join(' ')}`;
}

function toPorts(container: ContainerRecord): ContainerPort[] {
  if (container.ports.size === 0 && !container.config.ExposedPorts) return [];
  return Object.entries(toPortMap(container))
    .sort(([a], [b]) => byPort(a, b))
    .flatMap(([port, bindings]): ContainerPort[] => {
      const [number = '', protocol = 'tcp'] = port.split('/');
      const base = { PrivatePort: Number(number), Type: protocol as ContainerPort['Type'] };
      if (!bindings?.length) return [base];
      return bindings.map(({ HostIp, HostPort }) => ({
        IP: HostIp,
        PrivatePort: base.PrivatePort,
        PublicPort: Number(HostPort),
        Type: base.Type,
      }));
    });
}
