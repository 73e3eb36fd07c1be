import type { Note } from '../explained.ts';
import type { Scene } from '../scene.ts';
import { DATA_MISCONCEPTIONS } from './data.ts';
import { IMAGE_MISCONCEPTIONS } from './images.ts';
import { LIFECYCLE_MISCONCEPTIONS } from './lifecycle.ts';
import type { Misconception } from './misconception.ts';
import { NETWORK_MISCONCEPTIONS } from './networks.ts';
import { PORT_MISCONCEPTIONS } from './ports.ts';

/** All that are looked for, the most telling first. */
export const MISCONCEPTIONS: readonly Misconception[] = [
  ...PORT_MISCONCEPTIONS,
  ...NETWORK_MISCONCEPTIONS,
  ...IMAGE_MISCONCEPTIONS,
  ...DATA_MISCONCEPTIONS,
  ...LIFECYCLE_MISCONCEPTIONS,
];

/** What is noticed now, but for those that are switched off. */
export function noticeMisconceptions(scene: Scene, off: ReadonlySet<string> = new Set()): Note[] {
  return MISCONCEPTIONS.filter(({ id }) => !off.has(id)).flatMap(({ id, title, detect }) => {
    const found = detect(scene);
    return found ? [{ id, title, ...found }] : [];
  });
}
