import type { Kernel } from '../kernel/kernel.ts';
import { hostView } from './machine-image.ts';

/** What takes all the room there is, as a runaway log would; whoever finds it may remove it. */
export const FILLER = '/var/log/runaway.log';

/** Files take whole pages. */
const PAGE = 4096;

/** Takes all that is free on the machine's disk. */
export function fillDisk(kernel: Kernel): void {
  clearDisk(kernel);
  const view = hostView(kernel);
  view.mkdirAll('/var/log');
  view.writeFile(FILLER, '');
  const { hostFs } = kernel;
  const { freeBytes = 0 } = hostFs.space ?? {};
  hostFs.allocate(view.stat(FILLER).ino, 0, freeBytes - (freeBytes % PAGE), {});
}

/** Gives back what was taken. */
export function clearDisk(kernel: Kernel): void {
  hostView(kernel).removeAll(FILLER);
}
