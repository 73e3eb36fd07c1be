import type { Mirror } from '../../state/mirror-store.ts';
import { imageName } from './layer-view.ts';
import { machineText, serviceText } from './machine-text.ts';
import { stateText } from './state-text.ts';

/** More than so many at once are counted, not told. */
const TOLD = 3;

type Told = Pick<Mirror, 'container' | 'image' | 'machine' | 'service'>;

/** What changed among machines, services, containers and images, in a sentence each; empty where nothing did. */
export function describeChanges(before: Told, now: Told): string {
  const sentences = [
    ...differences(before.machine, now.machine, (machine) => machineText(machine, undefined)).map(
      ({ record, text }) => `Machine ${record.name}: ${text}.`,
    ),
    ...differences(before.service, now.service, serviceText).map(
      ({ record, text }) => `Service ${record.name}: ${text}.`,
    ),
    ...differences(before.container, now.container, stateText).map(
      ({ record, text }) => `Container ${record.name}: ${text}.`,
    ),
    ...differences(before.image, now.image, () => 'new').map(
      ({ record, text }) => `Image ${imageName(record)}: ${text}.`,
    ),
  ];
  return sentences.length > TOLD
    ? `${sentences.length} changes of machines, services, containers and images.`
    : sentences.join(' ');
}

function differences<T>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  textOf: (record: T) => string,
) {
  if (before === now) return [];
  const found: { record: T; text: string }[] = [];
  for (const [id, record] of now) {
    const old = before.get(id);
    const text = textOf(record);
    if (old !== record && (!old || textOf(old) !== text)) found.push({ record, text });
  }
  for (const [id, record] of before) if (!now.has(id)) found.push({ record, text: 'removed' });
  return found;
}
