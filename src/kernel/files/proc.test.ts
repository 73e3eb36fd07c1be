import { expect, it } from 'vitest';
import type { Program } from '../process.ts';
import { bootForTest, runForTest } from '../testing/boot.ts';

/** What a program read from these files, by path. */
async function readAll(...paths: string[]): Promise<Record<string, string>> {
  const main: Program = async (proc) => {
    proc.onSignal('SIGHUP', 'ignore');
    await proc.out(JSON.stringify(paths.map((path) => [path, proc.files.readText(path)])));
    return 0;
  };
  const { stdout } = await runForTest(bootForTest({ main }), '/bin/main', ['main', 'a b']);
  return Object.fromEntries(JSON.parse(stdout) as [string, string][]);
}

it('tells of the process that asks', async () => {
  expect(
    await readAll(
      '/proc/self/cmdline',
      '/proc/self/comm',
      '/proc/1/cgroup',
      '/proc/self/mounts',
      '/proc/self/statm',
    ),
  ).toEqual({
    '/proc/self/cmdline': 'main\0a b\0',
    '/proc/self/comm': 'main\n',
    '/proc/1/cgroup': '0::/\n',
    '/proc/self/mounts':
      '/dev/vda1 / ext4 rw,relatime 0 0\nproc /proc proc rw,relatime 0 0\nudev /dev tmpfs rw,relatime 0 0\n',
    '/proc/self/statm': '831 543 448 0 0 0 0\n',
  });
});

it('lists a status that tools can read', async () => {
  const { '/proc/self/status': status = '' } = await readAll('/proc/self/status');
  expect(status.split('\n').slice(0, 12)).toEqual([
    'Name:\tmain', 'Umask:\t0022', 'State:\tR (running)', 'Tgid:\t1', 'Ngid:\t0', 'Pid:\t1', 'PPid:\t0', 'TracerPid:\t0',
    'Uid:\t0\t0\t0\t0', 'Gid:\t0\t0\t0\t0', 'FDSize:\t64', 'Groups:\t0 ',
  ]); // prettier-ignore
  expect(status).toContain('SigIgn:\t0000000000000001\n');
  expect(status).toContain('CapEff:\t000001ffffffffff\n');
});

it('counts memory that programs take', async () => {
  const { '/proc/meminfo': text = '' } = await readAll('/proc/meminfo');
  expect(/^AnonPages: +(\d+) kB$/m.exec(text)?.[1]).toBe('380');
  expect(/^MemTotal: +(\d+) kB$/m.exec(text)?.[1]).toBe('8388608');
});

it('keeps an environment to its owner', async () => {
  const main: Program = async (proc) => {
    const pid = proc.fork((child) => child.pause());
    proc.setUser(1000, 1000);
    const readable = (path: string): boolean => proc.files.access(path, 4);
    await proc.out([readable('/proc/self/environ'), readable(`/proc/${pid}/environ`)].join());
    return 0;
  };
  const { stdout } = await runForTest(bootForTest({ main }), '/bin/main', ['main']);
  expect(stdout).toBe('true,false');
});
