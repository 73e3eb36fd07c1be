import type { ContainerSummary } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import { numberOf } from '../names.ts';
import type { Service } from '../project.ts';

type Containers = ReadonlyMap<string, readonly ContainerSummary[]>;

/**
 * A service with containers in place of the other services that it names, whose volumes or namespaces it shares.
 * @throws CliError where such a service has no container
 * @see docker/compose v2.36.2 pkg/compose/convergence.go resolveServiceReferences
 */
export function resolveReferences(service: Service, containers: Containers): Service {
  const { volumes_from, network_mode, ipc, pid } = service;
  const mode = (text: string | undefined, kind: string): string | undefined => {
    const name = text?.startsWith('service:') ? text.slice('service:'.length) : undefined;
    if (name === undefined) return text;
    return `container:${firstContainer(containers, name, `share ${kind} namespace with`)}`;
  };
  const resolved = {
    network_mode: mode(network_mode, 'network'),
    ipc: mode(ipc, 'IPC'),
    pid: mode(pid, 'PID'),
    volumes_from: volumes_from?.map((text) => volumesFrom(text, containers)),
  };
  const said = Object.entries(resolved).filter(([, value]) => value !== undefined);
  return said.length === 0 ? service : { ...service, ...Object.fromEntries(said) };
}

/** `SERVICE[:ro]` or `container:NAME[:ro]`. */
function volumesFrom(text: string, containers: Containers): string {
  const [first = '', ...rest] = text.split(':');
  if (first === 'container') return rest.join(':');
  return [firstContainer(containers, first, 'share volume with'), ...rest].join(':');
}

function firstContainer(containers: Containers, name: string, aim: string): string {
  const [first] = [...(containers.get(name) ?? [])].sort((a, b) => numberOf(a) - numberOf(b));
  if (!first) throw new CliError(`cannot ${aim} service ${name}: container missing`);
  return first.Id;
}
