import type { Mirror } from '../../state/mirror-store.ts';
import { imageName } from './layer-view.ts';
import { stateText } from './state-text.ts';

/** More than so many at once are counted, not told. */
const TOLD = 3;

/** What changed among containers and images, in a sentence each; empty where nothing did. */
export function describeChanges(
  before: Pick<Mirror, 'container' | 'image'>,
  now: Pick<Mirror, 'container' | 'image'>,
): string {
  const sentences = [
    ...differences(before.container, now.container, stateText).map(
      ({ record, text }) => `Container ${record.name}: ${text}.`,
    ),
    ...differences(before.image, now.image, () => 'new').map(
      ({ record, text }) => `Image ${imageName(record)}: ${text}.`,
    ),
  ];
  return sentences.length > TOLD
    ? `${sentences.length} changes of containers and images.`
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
