import { once, type ImageStep } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';

export const DEBIAN_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Its users; images that add some begin with these. */
export const DEBIAN_PASSWD =
  'root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nwww-data:x:33:33:www-data:/var/www:/usr/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n';
export const DEBIAN_GROUP =
  'root:x:0:\ndaemon:x:1:\nadm:x:4:\ntty:x:5:\nsudo:x:27:\nwww-data:x:33:\nshadow:x:42:\nstaff:x:50:\nusers:x:100:\nnogroup:x:65534:\n';

/** Programs a minimal Debian has. */
const PROGRAMS =
  'bash sh ls cat cp mv rm mkdir rmdir ln touch chmod chown chgrp head tail wc grep sed awk sort uniq cut tr tee seq yes true false sleep date env printenv id whoami hostname uname basename dirname realpath readlink stat find xargs test [ expr timeout kill ps mktemp printf echo pwd du df free uptime nproc diff cmp base64 md5sum sha256sum od tac rev nl paste comm fold clear tty stty dd tar which getent nl split install lscpu pgrep pkill nohup nice setsid xargs top watch sha1sum sha224sum sha384sum sha512sum b2sum cksum sum factor fmt join link unlink mkfifo mknod numfmt shuf truncate tsort unexpand egrep fgrep gzip gunzip zcat zgrep more tput sync groups'.split(
    ' ',
  );

/** Those in /usr/sbin, and those that run with root's rights. */
const SBIN_PROGRAMS =
  'useradd usermod userdel groupadd groupdel chpasswd adduser addgroup deluser delgroup nologin chroot'.split(
    ' ',
  );
const SETUID_PROGRAMS = ['su', 'passwd'];

export interface DebianFlavour {
  readonly name: string;
  readonly id: string;
  readonly version: string;
  readonly codename: string;
  readonly sizeBytes: number;
  readonly compressedBytes: number;
  readonly created: string;
  readonly createdBy: string;
  readonly command: string;
}

/** Debian's or Ubuntu's root file system: each program a file of its own, and the weight of the rest. */
export function debianBase(flavour: DebianFlavour): ImageStep[] {
  const layer = once((tools) => {
    const root = new LayerBuilder(flavour.created);
    for (const path of [
      'boot',
      'dev',
      'home',
      'media',
      'mnt',
      'opt',
      'proc',
      'run',
      'srv',
      'sys',
      'usr/local/bin',
      'usr/sbin',
      'var/log',
      'var/lib',
      'var/cache',
    ])
      root.directory(path);
    root.directory('root', 0o700).directory('tmp', 0o1777).directory('var/tmp', 0o1777);
    for (const [link, target] of [
      ['bin', 'usr/bin'],
      ['sbin', 'usr/sbin'],
      ['lib', 'usr/lib'],
    ] as const)
      root.symlink(link, target);
    root.symlink('var/run', '/run');
    for (const program of PROGRAMS)
      if (program === 'sh' || program === 'bash' || tools.has(program))
        root.weight(`usr/bin/${program}`, 60_000, tools.stub(program), 0o755);
    for (const program of SBIN_PROGRAMS)
      root.weight(`usr/sbin/${program}`, 40_000, tools.stub(program), 0o755);
    for (const program of SETUID_PROGRAMS)
      root.weight(`usr/bin/${program}`, 70_000, tools.stub(program), 0o4755);
    root.file(
      'etc/os-release',
      `PRETTY_NAME="${flavour.name} ${flavour.version} (${flavour.codename})"\nNAME="${flavour.name}"\nVERSION_ID="${flavour.version}"\nVERSION_CODENAME=${flavour.codename}\nID=${flavour.id}\n`,
    );
    root
      .file('etc/debian_version', `${flavour.version}\n`)
      .file('etc/issue', `${flavour.name} ${flavour.version} \\n \\l\n\n`);
    root.file('etc/passwd', DEBIAN_PASSWD);
    root.file('etc/group', DEBIAN_GROUP);
    root.file(
      'etc/shadow',
      'root:*:20000:0:99999:7:::\ndaemon:*:20000:0:99999:7:::\nwww-data:*:20000:0:99999:7:::\nnobody:*:20000:0:99999:7:::\n',
      0o600,
    );
    root
      .file('etc/hostname', 'localhost\n')
      .file('etc/hosts', '127.0.0.1\tlocalhost\n')
      .file('etc/profile', '');
    root.file('root/.bashrc', '');
    root
      .weight('usr/lib/x86_64-linux-gnu/libc.so.6', 2_003_408, '', 0o755)
      .weight('var/lib/dpkg/status', 80_000);
    root.weight('usr/lib/base-system', Math.max(0, flavour.sizeBytes - 6_500_000));
    return root.build(flavour.compressedBytes);
  });
  return [{ createdBy: flavour.createdBy, layer }, { createdBy: flavour.command }];
}
