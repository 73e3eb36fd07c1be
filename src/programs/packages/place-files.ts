import { programStub } from '../../kernel/exec-format.ts';
import type { Process } from '../../kernel/process.ts';
import { ZONE_RULES } from '../../lib/time-zone-names.ts';
import type { PackageInfo } from './package-info.ts';

/** Programs that run with root's rights. */
const SETUID = new Set(['/usr/bin/sudo']);

/** Puts a package's files in place, with the size that they have in life: the rest is a file of zeros. @returns their paths */
export function placeFiles(proc: Process, info: PackageInfo, dataFolder: string): string[] {
  const { files } = proc;
  const data = `${dataFolder}/${info.name}`;
  const placed = [data];
  let left = info.installedBytes;
  for (const [path, program] of info.programs) {
    const stub = programStub(program);
    files.mkdirAll(path.slice(0, path.lastIndexOf('/')));
    // An applet's link gives way to the file, not busybox behind it.
    if (files.lstatIfAny(path)) files.unlink(path);
    files.writeFile(path, stub);
    files.chmod(path, SETUID.has(path) ? 0o4755 : 0o755);
    placed.push(path);
    left -= stub.length;
  }
  if (info.name === 'sudo')
    files.writeFile('/etc/sudoers', 'root ALL=(ALL:ALL) ALL\n%sudo ALL=(ALL:ALL) ALL\n', { mode: 0o440 });
  if (info.name === 'tzdata') placed.push(...placeZones(proc));
  files.mkdirAll(data);
  const rest = `${data}/${info.name}.data`;
  fillFile(proc, rest, left);
  return [...placed, rest];
}

/** The zones that TZ may name. @returns their paths */
function placeZones(proc: Process): string[] {
  return [...ZONE_RULES.keys()].map((zone) => {
    const path = `/usr/share/zoneinfo/${zone}`;
    proc.files.mkdirAll(path.slice(0, path.lastIndexOf('/')));
    fillFile(proc, path, 1200);
    return path;
  });
}

/** Makes the file this big, with zeros: they take their blocks on the disk, and no memory. */
export function fillFile({ files }: Process, path: string, sizeBytes: number): void {
  const file = files.open(path, { write: true, create: true });
  file.retain();
  try {
    const { size } = file.stat();
    if (sizeBytes > size) file.allocate?.(size, sizeBytes - size, {});
  } finally {
    file.release();
  }
}

/** Takes files away again, and folders that are empty then. `restore` says what comes back in the place of one. */
export function removeFiles(
  { files }: Process,
  paths: readonly string[],
  restore: (path: string) => void,
): void {
  for (const path of [...paths].reverse()) {
    const stat = files.lstatIfAny(path);
    if (stat?.type === 'directory' && files.readDir(path).length === 0) files.rmdir(path);
    else if (stat && stat.type !== 'directory') files.unlink(path);
    restore(path);
  }
}

/** Tells beside the terminal what of these packages does not exist here. */
export function noticeMissing(proc: Process, packages: readonly PackageInfo[]): void {
  for (const { name, missing } of packages)
    if (missing.length > 0)
      proc.notice(
        `The simulated package ${name} comes without ${missing.map((path) => `/${path}`).join(', ')}.`,
      );
}

/** Tells which packages there are when one is not. */
export function noticeUnknown(proc: Process, name: string, packages: Iterable<string>): void {
  proc.notice(
    `The simulation has no package ${name}. It has: ${[...packages].filter((one) => !one.startsWith('lib')).join(' ')}.`,
  );
}

/** True if packets can leave for the mirrors: there is a network with a way out. */
export async function isOnline(proc: Process): Promise<boolean> {
  try {
    await proc.network.ping('151.101.2.132', 1);
    return true;
  } catch {
    return false;
  }
}

/** Waits as long as so many bytes take on a fast line. */
export async function download(proc: Process, bytes: number): Promise<void> {
  await proc.sleep(40 + bytes / 10_000);
}
