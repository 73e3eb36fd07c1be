import { expect, it } from 'vitest';
import { runScript } from '../testing/run-script.ts';

it('mounts a tmpfs and a directory elsewhere, and unmounts', async () => {
  const { stdout, stderr } = await runScript(
    `mkdir /a /b; echo x > /a/under; mount -t tmpfs -o size=1m none /a; ls /a; head -c 4096 /dev/zero > /a/f; mount --bind /a /b; wc -c < /b/f
     df /a | tail -1; umount /b; umount /a; cat /a/under; umount /a; mount /dev/sdb1 /a; mount -t tmpfs none /none`,
  );
  expect({ stdout, stderr }).toEqual({
    stdout: '4096\nnone                1024     4      1020   1% /a\nx\n',
    stderr:
      "umount: /a: not mounted.\nmount: /a: unknown filesystem type ''.\nmount: /none: mount point does not exist.\n",
  });
});

it('is refused to who is not root', async () => {
  const { stderr } = await runScript(
    'useradd bob; su bob -s /bin/sh -c "mount -t tmpfs none /tmp; umount /proc"',
  );
  expect(stderr).toBe(
    'mount: /tmp: must be superuser to use mount.\n       dmesg(1) may have more information after failed mount system call.\numount: /proc: must be superuser to unmount.\n',
  );
});
