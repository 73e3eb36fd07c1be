import { once, type ImageStep } from '../image-definition.ts';
import { addAlpineEtc } from './etc-alpine.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { ALPINE_RELEASES } from './release-packages.ts';

const SBIN = new Set(['ifconfig', 'ip', 'nologin', 'reboot', 'halt', 'route', 'arp', 'sysctl']);

const USR_SBIN = new Set(['addgroup', 'adduser', 'chpasswd', 'chroot', 'delgroup', 'deluser', 'httpd']);

/** Alpine's root file system: busybox under many names, a few files, and the weight of the rest. */
export function alpineBase(version: string, created: string): ImageStep[] {
  const packages = packagesOf(version);
  const layer = once((tools) => {
    const root = new LayerBuilder(created);
    for (const path of [
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
      'var/cache',
      'var/log',
      'var/lib',
    ])
      root.directory(path);
    root.symlink('var/run', '../run').symlink('var/lock', '../run/lock');
    root.directory('root', 0o700).directory('tmp', 0o1777).directory('var/tmp', 0o1777);
    root.weight('bin/busybox', 808_712, tools.stub('busybox', numberOf(packages, 'busybox')), 0o755);
    for (const applet of ['sh', 'ash', ...tools.applets]) {
      if (applet !== 'busybox') root.symlink(`${folderOf(applet)}/${applet}`, '/bin/busybox');
    }
    addAlpineEtc(root, version);
    root
      .weight('lib/ld-musl-x86_64.so.1', 662_568, '', 0o755)
      .weight('usr/lib/libcrypto.so.3', 4_718_592, '', 0o755)
      .weight('usr/lib/libssl.so.3', 946_176, '', 0o755);
    root
      .file('lib/apk/db/installed', apkDatabase(packages))
      .file(
        'etc/apk/world',
        'alpine-baselayout\nalpine-keys\nalpine-release\napk-tools\nbusybox\nlibc-utils\n',
      );
    root
      .weight('sbin/apk', 74_000, tools.stub('apk', numberOf(packages, 'apk-tools')), 0o755)
      .weight('etc/ssl/certs/ca-certificates.crt', 216_000);
    return root.build(3_800_000);
  });
  return [
    {
      createdBy: `ADD alpine-minirootfs-${version}-x86_64.tar.gz / # buildkit`,
      comment: 'buildkit.dockerfile.v0',
      layer,
    },
    { createdBy: 'CMD ["/bin/sh"]', comment: 'buildkit.dockerfile.v0' },
  ];
}

function folderOf(applet: string): string {
  if (SBIN.has(applet)) return 'sbin';
  if (USR_SBIN.has(applet)) return 'usr/sbin';
  return IN_BIN.has(applet) ? 'bin' : 'usr/bin';
}

/** Applets that live in /bin, as Alpine has them. */
const IN_BIN = new Set('ash base64 cat chgrp chmod chown cp date dd df dmesg echo ed egrep false fgrep grep gunzip gzip hostname kill link ln ls mkdir mknod mktemp more mount mv netstat nice pidof ping printenv ps pwd rev rm rmdir sed sh sleep stat stty su sync tar touch true umount uname usleep watch zcat'.split(' ')); // prettier-ignore

/** What Alpine 3.22 has installed: name, version, size in bytes. */
const APK_BASE: readonly (readonly [name: string, version: string, bytes: number])[] = [
  ['alpine-baselayout', '3.7.0-r0', 12_288], ['alpine-baselayout-data', '3.7.0-r0', 77_824], ['alpine-keys', '2.5-r0', 139_264], ['alpine-release', '3.22.2-r0', 36_864],
  ['apk-tools', '2.14.9-r2', 335_872], ['busybox', '1.37.0-r19', 978_944], ['busybox-binsh', '1.37.0-r19', 1], ['ca-certificates-bundle', '20250911-r0', 237_568],
  ['libapk2', '2.14.9-r2', 356_352], ['libcrypto3', '3.5.4-r0', 4_718_592], ['libssl3', '3.5.4-r0', 946_176], ['musl', '1.2.5-r10', 662_568], ['musl-utils', '1.2.5-r10', 167_936],
  ['scanelf', '1.3.8-r1', 94_208], ['ssl_client', '1.37.0-r19', 28_672], ['zlib', '1.3.1-r2', 110_592],
]; // prettier-ignore

/** Packages that are built together, and so have one version. */
const SAME: Readonly<Record<string, string>> = {
  'busybox-binsh': 'busybox',
  libapk2: 'apk-tools',
  libssl3: 'libcrypto3',
  'musl-utils': 'musl',
  ssl_client: 'busybox',
};

type Packages = readonly (readonly [name: string, version: string, bytes: number])[];

function packagesOf(release: string): Packages {
  const branch = release.slice(0, release.lastIndexOf('.'));
  const told = (ALPINE_RELEASES[branch] ?? '').split(' ').map((one) => one.split('=') as [string, string]);
  const versions = new Map([...told, ['alpine-release', `${release}-r0`]]);
  return APK_BASE.map(([name, version, bytes]) => [name, versions.get(SAME[name] ?? name) ?? version, bytes]);
}

/** `1.37.0` of `1.37.0-r19` */
function numberOf(packages: Packages, wanted: string): string {
  return (packages.find(([name]) => name === wanted)?.[1] ?? '').replace(/-r\d+$/, '');
}

function apkDatabase(packages: Packages): string {
  return packages
    .map(([name, version, bytes]) => `P:${name}\nV:${version}\nA:x86_64\nI:${bytes}\n`)
    .join('\n');
}
