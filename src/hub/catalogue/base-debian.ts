import { once, type ImageStep } from '../image-definition.ts';
import { addDebianEtc, type Release } from './etc-debian.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { DEBIAN_RELEASES } from './release-packages.ts';

/** Programs a minimal Debian has. */
const PROGRAMS =
  'bash sh ls cat cp mv rm mkdir rmdir ln touch chmod chown chgrp head tail wc grep sed awk sort uniq cut tr tee seq yes true false sleep date env printenv id whoami hostname uname basename dirname realpath readlink stat find xargs test [ expr timeout kill mktemp printf echo pwd du df nproc diff cmp base64 md5sum sha256sum od tac rev nl paste comm fold clear tty stty dd tar which getent nl split install lscpu nohup nice setsid xargs sha1sum sha224sum sha384sum sha512sum b2sum cksum sum factor fmt join link unlink mkfifo mknod numfmt shuf truncate fallocate tsort expand unexpand mount umount arch b2sum egrep fgrep gzip gunzip zcat zgrep more tput sync groups apt apt-get apt-cache dpkg getopt findmnt mountpoint base32 stdbuf pidof'.split(
    ' ',
  );

/** Those in /usr/sbin, and those that run with root's rights. */
const SBIN_PROGRAMS =
  'useradd usermod userdel groupadd groupdel chpasswd adduser addgroup deluser delgroup nologin chroot'.split(
    ' ',
  );
const SETUID_PROGRAMS = ['su', 'passwd'];

export interface DebianFlavour extends Release {
  readonly sizeBytes: number;
  readonly compressedBytes: number;
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
        root.weight(
          `usr/bin/${program}`,
          60_000,
          tools.stub(program, releaseOf(program, flavour.codename)),
          0o755,
        );
    for (const program of SBIN_PROGRAMS)
      root.weight(`usr/sbin/${program}`, 40_000, tools.stub(program), 0o755);
    for (const program of SETUID_PROGRAMS)
      root.weight(`usr/bin/${program}`, 70_000, tools.stub(program), 0o4755);
    addDebianEtc(root, flavour);
    root
      .weight('usr/lib/x86_64-linux-gnu/libc.so.6', 2_003_408, '', 0o755)
      .file('var/lib/dpkg/status', dpkgStatus(flavour.codename));
    root.weight('usr/lib/base-system', Math.max(0, flavour.sizeBytes - 6_500_000));
    return root.build(flavour.compressedBytes);
  });
  return [{ createdBy: flavour.createdBy, layer }, { createdBy: flavour.command }];
}

/** The packages of a minimal Debian 13. */
const BASE_PACKAGES =
  'apt=3.0.3 base-files=13.8+deb13u2 base-passwd=3.6.7 bash=5.2.37-2+b5 bsdutils=1:2.41-5 coreutils=9.7-3 dash=0.5.12-12 debconf=1.5.91 debian-archive-keyring=2025.1 debianutils=5.23.2 diffutils=1:3.10-4 dpkg=1.22.21 findutils=4.10.0-3 gcc-14-base=14.2.0-19 grep=3.11-4 gzip=1.13-1 hostname=3.25 init-system-helpers=1.69~deb13u1 libacl1=2.3.2-2+b1 libapt-pkg7.0=3.0.3 libc-bin=2.41-12 libc6=2.41-12 libcap2=1:2.75-10+b1 libgcc-s1=14.2.0-19 libpam0g=1.7.0-5 libpcre2-8-0=10.46-1~deb13u1 libselinux1=3.8.1-1 libssl3t64=3.5.4-1~deb13u1 libstdc++6=14.2.0-19 libsystemd0=257.9-1~deb13u1 libtinfo6=6.5+20250216-2 libzstd1=1.5.7+dfsg-1 login=1:4.16.0-2+really2.41-5 mawk=1.3.4.20250131-1 mount=2.41-5 ncurses-base=6.5+20250216-2 ncurses-bin=6.5+20250216-2 openssl-provider-legacy=3.5.4-1~deb13u1 passwd=1:4.17.4-2 perl-base=5.40.1-6 sed=4.9-2 sysvinit-utils=3.14-4 tar=1.35+dfsg-3.1 tzdata=2025b-4+deb13u1 util-linux=2.41-5 zlib1g=1:1.3.dfsg+really1.3.1-1+b1';

/** Which bash or apt it is; of other programs there is one. */
function releaseOf(program: string, codename: string): string | undefined {
  const release = DEBIAN_RELEASES[codename];
  if (program === 'bash') return release?.bash;
  return /^apt(?:-get|-cache)?$/.test(program) ? release?.apt : undefined;
}

function dpkgStatus(codename: string): string {
  return (DEBIAN_RELEASES[codename]?.packages ?? BASE_PACKAGES)
    .split(' ')
    .map((one) => {
      const [name = '', version = ''] = one.split('=');
      return `Package: ${name}\nStatus: install ok installed\nPriority: required\nSection: base\nInstalled-Size: 512\nMaintainer: Debian Developers\nArchitecture: amd64\nVersion: ${version}\nDescription: part of the base system\n\n`;
    })
    .join('');
}
