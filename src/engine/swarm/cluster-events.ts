import type { EventMessage } from '../../api/system-types.ts';
import type { PersistentMap } from '../../lib/persistent-map.ts';
import type { NewEvent } from '../engine-context.ts';
import type { ClusterObject, ClusterState, NodeRecord, ServiceRecord } from './cluster-state.ts';

/** What is told of the difference between two clusters. @see moby v28 daemon/events.go generateClusterEvent */
export function clusterEvents(before: ClusterState, after: ClusterState): NewEvent[] {
  return [
    ...eventsOf('secret', before.secrets, after.secrets, ({ spec }) => spec.Name),
    ...eventsOf('config', before.configs, after.configs, ({ spec }) => spec.Name),
    ...eventsOf('node', before.nodes, after.nodes, nodeName, nodeChange),
    ...eventsOf('service', before.services, after.services, ({ spec }) => spec.Name, serviceChange),
  ];
}

type Attributes = Record<string, string>;

function eventsOf<T extends ClusterObject>(
  type: EventMessage['Type'],
  before: PersistentMap<string, T>,
  after: PersistentMap<string, T>,
  name: (object: T) => string,
  change: (before: T, after: T) => Attributes = () => ({}),
): NewEvent[] {
  return [...after.changesSince(before)].flatMap(({ key, before: old, after: present }) => {
    const object = present ?? old;
    if (!object || old?.version === present?.version) return [];
    const Action = !old ? 'create' : !present ? 'remove' : 'update';
    const more = old && present ? change(old, present) : {};
    return [
      { Type: type, Action, scope: 'swarm', Actor: { ID: key, Attributes: { name: name(object), ...more } } },
    ];
  });
}

function nodeName({ spec, description }: NodeRecord): string {
  return description.Hostname || (spec.Name ?? '');
}

function nodeChange(before: NodeRecord, after: NodeRecord): Attributes {
  return {
    ...changed('availability', before.spec.Availability, after.spec.Availability),
    ...changed('role', before.spec.Role, after.spec.Role),
    ...changed('state', before.status.State, after.status.State),
  };
}

function serviceChange(before: ServiceRecord, after: ServiceRecord): Attributes {
  const image = ({ spec }: ServiceRecord): string => spec.TaskTemplate.ContainerSpec?.Image ?? '';
  const replicas = ({ spec }: ServiceRecord): string => String(spec.Mode.Replicated?.Replicas ?? '');
  return {
    ...changed('image', image(before), image(after)),
    ...changed('replicas', replicas(before), replicas(after)),
    ...changed('updatestate', before.update?.state ?? '', after.update?.state ?? ''),
  };
}

/** `x.new` and `x.old`; what did not exist before, or does not any more, is left out. */
function changed(name: string, before: string, after: string): Attributes {
  if (before === after) return {};
  return {
    ...(after ? { [`${name}.new`]: after } : {}),
    ...(before ? { [`${name}.old`]: before } : {}),
  };
}
