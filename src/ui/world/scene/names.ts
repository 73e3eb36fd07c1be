import type { Mirror } from '../../../state/mirror-store.ts';
import type { ContainerRecord } from '../../../world/mirror.ts';
import { shortName } from '../machine-text.ts';
import { publishedPorts, stateText } from '../state-text.ts';
import { OVER } from './area-cells.ts';
import { NO_NETWORK } from './scene-model.ts';
import type { SceneNode } from './scene-types.ts';

/** What a node is called whose name is in no record, for those who don't see it. */
export function plainName({ kind, key, text, machine, slabs = [] }: SceneNode): string {
  switch (kind) {
    case 'network':
      return text === NO_NETWORK ? `No network of its own, on ${machine}` : `Network ${text} on ${machine}`;
    case 'volume':
      return `Volume ${text} on ${machine}`;
    case 'bind':
      return `Folder ${key} of ${machine}, mounted`;
    case 'layers':
      return `${countOf(slabs.length, 'layer')} shared by ${text}`;
    case 'tally':
      return `${text} on ${machine}: open the list`;
    case 'registry':
      return `Registry ${text}`;
    default:
      return text;
  }
}

/** `Container web, running, 8080 goes to 80, networks app, back, on data` */
export function containerName(record: ContainerRecord): string {
  const { networks, mounts } = record;
  const sources = mounts.flatMap(({ source }) => (source === '' ? [] : [source]));
  return [
    `Container ${shortName(record)}`,
    stateText(record).replace(' · ', ', '),
    ...publishedPorts(record.ports).map(
      ({ hostPort, containerPort }) => `${hostPort} goes to ${containerPort}`,
    ),
    ...(networks.length > 0 ? [`in ${networks.map(({ name }) => name).join(' and ')}`] : []),
    ...(sources.length > 0 ? [`with ${sources.join(' and ')}`] : []),
  ].join(', ');
}

/** What a port of a machine leads to. */
export function portName({ key, machine, members }: SceneNode): string {
  if (key === '') return `${members.length} more ports of ${machine}: open the list`;
  const [first = 'the service, on other machines'] = members;
  const rest = members.length > 1 ? ` and ${members.length - 1} others` : '';
  return `Port ${key} of ${machine} goes to ${first}${rest}. Opens in the browser panel`;
}

/** The service or image that a tile counts. */
export function groupName(mirror: Mirror, { key, members }: SceneNode): string {
  if (key === OVER) return `${members.length} not running`;
  const record = mirror.container.get(key);
  return `${record?.service ?? record?.image ?? ''} × ${members.length}`;
}

/** `118 running, 2 exited` */
export function groupText({ container }: Pick<Mirror, 'container'>, members: readonly string[]): string {
  const states = new Map<string, number>();
  for (const key of members) {
    const state = container.get(key)?.state;
    if (state) states.set(state, (states.get(state) ?? 0) + 1);
  }
  return [...states].map(([state, count]) => `${count} ${state}`).join(', ');
}

const countOf = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`);
