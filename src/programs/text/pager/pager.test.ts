import { describe, expect, it } from 'vitest';
import { toBytes, toText } from '../../../lib/bytes.ts';
import { bootWithPrograms } from '../../testing/run-script.ts';
import { table } from '../../testing/table.ts';

/** What a terminal of four lines shows after these keys, and whether the program has ended. */
async function onTerminal(
  argv: readonly string[],
  keys: readonly string[],
): Promise<{ screen: string; done: boolean }> {
  const { kernel, queue } = bootWithPrograms();
  kernel.viewAsRoot(kernel.hostMounts).writeFile('/work/f', '1\n2\n3\n4\n5\n6\n');
  const { master, slave } = kernel.createPty({ columns: 80, rows: 4 });
  const started = kernel.start({
    program: `/bin/${argv[0] ?? ''}`,
    argv,
    env: new Map(),
    cwd: '/work',
    uid: 0,
    gid: 0,
    mounts: kernel.hostMounts,
    pidNamespace: kernel.hostPids,
    network: kernel.hostNetwork,
    uts: kernel.hostUts,
    fds: new Map([0, 1, 2].map((number) => [number, slave])),
    controllingTty: slave,
  });
  let screen = '';
  kernel.task('screen', async () => {
    for (let bytes = await master.read(4096); bytes; bytes = await master.read(4096)) screen += toText(bytes);
  });
  await queue.whenIdle();
  for (const key of keys) {
    screen = '';
    master.input(toBytes(key));
    await queue.whenIdle();
  }
  return { screen, done: started.done };
}

describe('less and more', () => {
  table([
    [
      'seq 3 | less; seq 3 > f; more f; less nope',
      '1\n2\n3\n1\n2\n3\nless: nope: No such file or directory\n',
    ],
  ]);

  it('more goes on by a page or a line and ends with the text', async () => {
    expect(await onTerminal(['more', 'f'], ['\r'])).toEqual({
      screen: '\r\x1b[K4\r\n\x1b[7m--More--(66%)\x1b[27m',
      done: false,
    });
    expect(await onTerminal(['more', 'f'], [' '])).toEqual({ screen: '\r\x1b[K4\r\n5\r\n6\r\n', done: true });
  });

  it('less moves both ways and ends with q', async () => {
    const page = (lines: string, prompt: string): string =>
      `\x1b[H${[...lines].map((line) => `${line}\x1b[K\r\n`).join('')}${prompt}\x1b[K`;
    expect(await onTerminal(['less', 'f'], ['j'])).toEqual({ screen: page('234', ':'), done: false });
    expect(await onTerminal(['less', 'f'], ['G'])).toEqual({
      screen: page('456', '\x1b[7m(END)\x1b[27m'),
      done: false,
    });
    expect(await onTerminal(['less', 'f'], ['G', 'k'])).toEqual({ screen: page('345', ':'), done: false });
    expect(await onTerminal(['less', 'f'], ['q'])).toEqual({ screen: '\x1b[?1049l', done: true });
  });

  it('less searches, and goes on with n', async () => {
    const found = await onTerminal(['less', 'f'], ['/[35]\r', 'n', '/no\r']);
    expect(found.screen).toContain('Pattern not found');
    expect((await onTerminal(['less', 'f'], ['/3\r'])).screen).toContain('\x1b[H\x1b[7m3\x1b[27m');
  });
});
