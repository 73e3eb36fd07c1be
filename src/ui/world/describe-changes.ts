import type { Mirror } from '../../state/mirror-store.ts';
import { imageName } from './layer-view.ts';
import type { ContainerRecord } from '../../world/mirror.ts';
import { machineText, serviceText, shortName } from './machine-text.ts';
import { publishedPorts, stateText } from './state-text.ts';

/** More than so many at once are counted, not told. */
const TOLD = 3;

type Told = Pick<Mirror, 'container' | 'image' | 'machine' | 'service' | 'network' | 'volume'>;

/** What changed in the picture of the world, in a sentence each; empty where nothing did. */
export function describeChanges(before: Told, now: Told): string {
  const sentences = [
    ...differences(before.machine, now.machine, (machine) => machineText(machine, undefined)).map(
      ({ record, text }) => `Machine ${record.name}: ${text}.`,
    ),
    ...differences(before.service, now.service, serviceText).map(
      ({ record, text }) => `Service ${record.name}: ${text}.`,
    ),
    ...differences(before.container, now.container, stateText).map(
      ({ id, record, text }) =>
        `Container ${shortName(record)} ${containerChange(before.container.get(id), record, text)}.`,
    ),
    ...differences(before.network, now.network, () => 'new').map(
      ({ record, text }) => `Network ${record.name}: ${text}.`,
    ),
    ...differences(before.volume, now.volume, () => 'new').map(
      ({ record, text }) => `Volume ${record.name}: ${text}.`,
    ),
    ...differences(before.image, now.image, () => 'new').map(
      ({ record, text }) => `Image ${imageName(record)}: ${text}.`,
    ),
  ];
  return sentences.length > TOLD
    ? `${sentences.length} changes of machines, services, containers, networks, volumes and images.`
    : sentences.join(' ');
}

/** `started; 8080 on the machine goes to 80 in web` */
function containerChange(old: ContainerRecord | undefined, now: ContainerRecord, text: string): string {
  const hasStarted = now.state === 'running' && old?.state !== 'running';
  if (!hasStarted || text === GONE) return text;
  const ports = publishedPorts(now.ports).map(
    ({ hostPort, containerPort }) =>
      `; ${hostPort} on the machine goes to ${containerPort} in ${shortName(now)}`,
  );
  return `${old?.state === 'paused' ? 'goes on' : 'started'}${ports.join('')}`;
}

const GONE = 'removed';

function differences<T>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  textOf: (record: T) => string,
) {
  if (before === now) return [];
  const found: { id: string; record: T; text: string }[] = [];
  for (const [id, record] of now) {
    const old = before.get(id);
    const text = textOf(record);
    if (old !== record && (!old || textOf(old) !== text)) found.push({ id, record, text });
  }
  for (const [id, record] of before) if (!now.has(id)) found.push({ id, record, text: GONE });
  return found;
}
