import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { FileView } from '../kernel/files/file-view.ts';

/** A local folder's files take the place of what is at a path of a simulated machine. */
export function mountFolder(view: FileView, folder: string, path: string): void {
  view.removeAll(path);
  copyFolder(view, folder, path);
}

function copyFolder(view: FileView, from: string, to: string): void {
  view.mkdirAll(to);
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), `${to}/${name}`];
    const stat = lstatSync(source);
    if (stat.isDirectory()) copyFolder(view, source, target);
    else if (stat.isSymbolicLink()) view.symlink(readlinkSync(source), target);
    else if (stat.isFile()) {
      view.writeFile(target, readFileSync(source));
      view.chmod(target, stat.mode & 0o777);
    }
  }
}
