import { once, type ImageDefinition } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { ALPINE_PATH } from './etc-alpine.ts';

/** @see buildroot, system/skeleton */
const PASSWD = `root:x:0:0:root:/root:/bin/sh
daemon:x:1:1:daemon:/usr/sbin:/bin/false
bin:x:2:2:bin:/bin:/bin/false
sys:x:3:3:sys:/dev:/bin/false
sync:x:4:100:sync:/bin:/bin/sync
mail:x:8:8:mail:/var/spool/mail:/bin/false
www-data:x:33:33:www-data:/var/www:/bin/false
operator:x:37:37:Operator:/var:/bin/false
nobody:x:65534:65534:nobody:/home:/bin/false
`;
const GROUP = `${[
  'root:x:0:', 'daemon:x:1:', 'bin:x:2:', 'sys:x:3:', 'adm:x:4:', 'tty:x:5:', 'disk:x:6:', 'lp:x:7:', 'mail:x:8:', 'kmem:x:9:',
  'wheel:x:10:root', 'cdrom:x:11:', 'dialout:x:18:', 'floppy:x:19:', 'video:x:28:', 'audio:x:29:', 'tape:x:32:', 'www-data:x:33:',
  'operator:x:37:', 'utmp:x:43:', 'plugdev:x:46:', 'staff:x:50:', 'lock:x:54:', 'netdev:x:82:', 'users:x:100:', 'nobody:x:65534:',
].join('\n')}\n`; // prettier-ignore

const BUILDS = [
  {
    version: '1.37.0',
    created: '2024-09-26T21:31:42Z',
    tags: ['latest', '1', '1.37', '1.37.0', 'stable', 'glibc'],
  },
  { version: '1.36.1', created: '2023-05-18T22:34:17Z', tags: ['1.36', '1.36.1'] },
] as const;

/** Simplified: whatever the release, the applets are those of 1.37. Those built with musl and uclibc are left out: there is one build here, with glibc. */
export const BUSYBOX: ImageDefinition = {
  repository: 'busybox',
  description: 'Many small Unix tools in one binary',
  stars: 3400,
  builds: BUILDS.map(({ version, created, tags }) => ({
    tags,
    created,
    config: { Env: [ALPINE_PATH], Cmd: ['sh'] },
    steps: [
      {
        createdBy: `BusyBox ${version} (glibc), Debian 13`,
        layer: once((tools) => {
          const root = new LayerBuilder(created);
          for (const path of ['dev', 'home', 'usr/bin', 'usr/sbin', 'var/spool/mail', 'var/www'])
            root.directory(path);
          root.directory('root', 0o700).directory('tmp', 0o1777);
          root.weight('bin/busybox', 1_310_000, tools.stub('busybox', version), 0o755);
          for (const applet of ['sh', 'ash', ...tools.applets])
            if (applet !== 'busybox') root.symlink(`bin/${applet}`, 'busybox');
          root.symlink('usr/bin/env', '../../bin/env').file('etc/passwd', PASSWD);
          root
            .file('etc/group', GROUP)
            .file('etc/hosts', '127.0.0.1\tlocalhost\n')
            .weight('lib/libc.so.6', 2_900_000, '', 0o755);
          return root.build(2_160_000);
        }),
      },
    ],
  })),
};
