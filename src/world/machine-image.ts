import { ZONE_RULES } from '../lib/time-zone-names.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { EMPTY_TREE } from '../kernel/files/tree.ts';
import { MemFs, type FrozenTree } from '../kernel/files/mem-fs.ts';
import { createMountTable } from '../kernel/files/mount-table.ts';
import type { FileView } from '../kernel/files/file-view.ts';
import { systemView } from '../kernel/files/view.ts';
import { programStub } from '../kernel/exec-format.ts';

/** Programs that live in /usr/sbin, as on Debian. */
const SBIN = new Set(['ip', 'ifconfig', 'chroot', 'nginx', 'useradd', 'usermod', 'userdel', 'groupadd', 'groupdel', 'chpasswd', 'adduser', 'addgroup', 'deluser', 'delgroup', 'nologin']); // prettier-ignore
/** Programs that run with root's rights, whoever starts them. */
const SETUID = new Set(['su', 'sudo', 'passwd']);

const DIRECTORIES: readonly (readonly [string, number])[] = [
  ['/etc', 0o755],
  ['/home', 0o755],
  ['/mnt', 0o755],
  ['/opt', 0o755],
  ['/root', 0o700],
  ['/run', 0o755],
  ['/srv', 0o755],
  ['/sys', 0o555],
  ['/tmp', 0o1777],
  ['/usr/bin', 0o755],
  ['/usr/sbin', 0o755],
  ['/usr/lib', 0o755],
  ['/usr/local/bin', 0o755],
  ['/usr/share', 0o755],
  ['/var/lib/docker/volumes', 0o711],
  ['/var/log', 0o755],
  ['/var/tmp', 0o1777],
];

function configFiles(hostname: string): Readonly<Record<string, string>> {
  return {
    '/etc/hostname': `${hostname}\n`,
    '/etc/hosts': `127.0.0.1\tlocalhost\n127.0.1.1\t${hostname}\n`,
    '/etc/resolv.conf': 'nameserver 192.168.0.1\n',
    '/etc/passwd':
      'root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n',
    '/etc/group': 'root:x:0:\ndaemon:x:1:\nsudo:x:27:\nusers:x:100:\ndocker:x:998:\nnogroup:x:65534:\n',
    '/etc/shadow': 'root:*:20000:0:99999:7:::\ndaemon:*:20000:0:99999:7:::\nnobody:*:20000:0:99999:7:::\n',
    '/etc/os-release':
      'PRETTY_NAME="Drydock Linux"\nNAME="Drydock Linux"\nID=drydock\nID_LIKE=debian\nVERSION_ID="1"\n',
    '/etc/profile': 'export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n',
    '/root/.bashrc': "alias ll='ls -l'\nalias la='ls -A'\n",
  };
}

/** The one made last: worlds in virtual time all begin at the same moment. */
let last: { key: string; tree: FrozenTree } | undefined;

/** The files a machine starts with: a small Debian-like system with these programs installed. */
export function machineTree(programs: readonly string[], hostname: string, nowMs: number): FrozenTree {
  const key = [hostname, nowMs, ...programs].join();
  if (last?.key !== key) last = { key, tree: makeMachineTree(programs, hostname, nowMs) };
  return last.tree;
}

function makeMachineTree(programs: readonly string[], hostname: string, nowMs: number): FrozenTree {
  const fs = new MemFs({ dev: 0, from: EMPTY_TREE, now: () => nowMs });
  const view = systemView(createMountTable({ fs, ino: fs.root }), () => nowMs);
  for (const [path, mode] of DIRECTORIES) {
    view.mkdirAll(path);
    view.chmod(path, mode);
  }
  for (const name of ['bin', 'sbin', 'lib']) view.symlink(`usr/${name}`, `/${name}`);
  view.symlink('../run', '/var/run');
  for (const name of programs) {
    const path = `/usr/${SBIN.has(name) ? 'sbin' : 'bin'}/${name}`;
    view.writeFile(path, programStub(name));
    view.chmod(path, SETUID.has(name) ? 0o4755 : 0o755);
  }
  for (const [path, text] of Object.entries(configFiles(hostname))) view.writeFile(path, text);
  writeFiles(
    view,
    '/usr/share/zoneinfo',
    Object.fromEntries([...ZONE_RULES.keys()].map((zone) => [zone, 'TZif2\n'])),
  );
  view.chmod('/etc/shadow', 0o640);
  return fs.freeze();
}

/** Writes these files (path → text) under a folder of the machine, unless `keep` and they are there. */
export function writeFiles(
  view: FileView,
  folder: string,
  files: Readonly<Record<string, string>>,
  keep = false,
): void {
  view.mkdirAll(folder);
  for (const [name, text] of Object.entries(files)) {
    const path = `${folder}/${name}`;
    if (keep && view.exists(path)) continue;
    view.mkdirAll(path.slice(0, path.lastIndexOf('/')));
    view.writeFile(path, text);
  }
}

/** The machine's files as root sees them. */
export function hostView(kernel: Kernel): FileView {
  return kernel.viewAsRoot(kernel.hostMounts);
}
