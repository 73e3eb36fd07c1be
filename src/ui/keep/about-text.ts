import type { SandboxAbout } from '../../state/sandboxes.ts';

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

/** `2 machines, 3 containers, 1 image` */
export function aboutText({ machines, containers, images }: SandboxAbout): string {
  return [
    ...(machines > 1 ? [counted(machines, 'machine')] : []),
    counted(containers, 'container'),
    counted(images, 'image'),
  ].join(', ');
}

/** `on 30 Nov 2026, 14:03` in the learner's own way. */
export function dateText(ms: number): string {
  return `on ${new Date(ms).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}`;
}
