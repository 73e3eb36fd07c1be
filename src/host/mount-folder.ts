import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../world/machine.ts';
import { hostView } from '../world/machine-image.ts';
import { PROJECT_FOLDER } from '../world/world.ts';

/** A local folder's files take the place of the welcome project's. */
export function mountFolder(machine: Machine, folder: string): void {
  hostView(machine.kernel).removeAll(PROJECT_FOLDER);
  copyFolder(machine, folder, PROJECT_FOLDER);
}

function copyFolder(machine: Machine, from: string, to: string): void {
  const view = hostView(machine.kernel);
  view.mkdirAll(to);
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), `${to}/${name}`];
    const stat = lstatSync(source);
    if (stat.isDirectory()) copyFolder(machine, source, target);
    else if (stat.isSymbolicLink()) view.symlink(readlinkSync(source), target);
    else if (stat.isFile()) {
      view.writeFile(target, readFileSync(source));
      view.chmod(target, stat.mode & 0o777);
    }
  }
}
