import { describe, expect, it } from 'vitest';
import { PROGRAMS } from '../program-table.ts';
import { runScript } from '../testing/run-script.ts';
import { ALPINE_PACKAGES } from './alpine-packages.ts';
import { DEBIAN_PACKAGES } from './debian-packages.ts';

describe('the catalogues', () => {
  it.each([ALPINE_PACKAGES, DEBIAN_PACKAGES])(
    'have only programs and dependencies that exist',
    (packages) => {
      const all = [...packages.values()];
      const programs = all.flatMap((one) => [...one.programs.values()]).filter((name) => name !== 'bash');
      expect(programs.filter((name) => !PROGRAMS.has(name))).toEqual([]);
      expect(all.flatMap(({ depends }) => depends).filter((name) => !packages.has(name))).toEqual([]);
    },
  );
});

const FETCH =
  'fetch https://dl-cdn.alpinelinux.org/alpine/v3.22/main/x86_64/APKINDEX.tar.gz\nfetch https://dl-cdn.alpinelinux.org/alpine/v3.22/community/x86_64/APKINDEX.tar.gz\n';

describe('apk', () => {
  it('installs compilers that say what they lack', async () => {
    const { stdout, stderr } = await runScript(
      'apk add -q --no-cache gcc musl-dev linux-headers; apk info -e gcc isl26; gcc --version | grep -c 14.2.0; gcc; gcc a.c',
    );
    expect(stdout).toBe('gcc\nisl26\n1\n');
    expect(stderr).toBe(
      "gcc: fatal error: no input files\ncompilation terminated.\ngcc: fatal error: cannot execute 'cc1': posix_spawnp: No such file or directory\ncompilation terminated.\n",
    );
  });

  it('installs with what is needed, and removes what nobody needs any more', async () => {
    const { stdout, stderr, status } = await runScript(
      'apk add --no-cache jq; ls /usr/bin; cat /etc/apk/world; apk info -L jq; ls /var/cache/apk 2>/dev/null; apk del jq; ls /usr/bin',
    );
    expect([stdout, stderr, status]).toEqual([
      `${FETCH}(1/2) Installing oniguruma (6.9.10-r0)
(2/2) Installing jq (1.8.1-r0)
Executing busybox-1.37.0-r19.trigger
OK: 1 MiB in 2 packages
jq
jq
jq-1.8.1-r0 contains:
usr/bin/jq
usr/share/jq/jq.data

(1/2) Purging jq (1.8.1-r0)
(2/2) Purging oniguruma (6.9.10-r0)
Executing busybox-1.37.0-r19.trigger
OK: 0 MiB in 0 packages
`,
      '',
      { code: 0 },
    ]);
  });

  it('tells what can not be selected, and counts it', async () => {
    const { stdout, stderr, status } = await runScript('apk add -q tree nosuch jq=1.0');
    expect([stdout, stderr, status]).toEqual([
      '',
      'ERROR: unable to select packages:\n  nosuch (no such package):\n    required by: world[nosuch]\n  jq-1.8.1-r0:\n    breaks: world[jq=1.0]\n',
      { code: 2 },
    ]);
  });
});
