import { describe, expect, it } from 'vitest';
import { toBytes } from '../../lib/bytes.ts';
import { bootWithPrograms } from '../testing/run-script.ts';

/** What a file holds after these keys, whether the editor has ended, and what the terminal's owner was asked to open. */
async function edit(
  argv: readonly string[],
  keys: readonly string[],
  owner = false,
): Promise<{ file: string; done: boolean; opened: string[] }> {
  const { kernel, queue } = bootWithPrograms();
  const view = kernel.viewAsRoot(kernel.hostMounts);
  view.writeFile('/work/f', 'one two\nthree\n');
  const opened: string[] = [];
  const openEditor = (path: string): Promise<void> => Promise.resolve(void opened.push(path));
  const { master, slave } = kernel.createPty({ columns: 60, rows: 10 }, owner ? { openEditor } : {});
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
  kernel.task('screen', async () => {
    for (let bytes = await master.read(4096); bytes; bytes = await master.read(4096));
  });
  await queue.whenIdle();
  for (const key of keys) {
    master.input(toBytes(key));
    await queue.whenIdle();
  }
  return { file: view.readText('/work/f'), done: started.done, opened };
}

const result = (file: string, done = true): { file: string; done: boolean; opened: string[] } => ({
  file,
  done,
  opened: [],
});

describe('nano', () => {
  it('inserts, writes and leaves', async () => {
    expect(await edit(['nano', 'f'], ['x', '\x0f', '\r', '\x18'])).toEqual(result('xone two\nthree\n'));
    expect(await edit(['nano', 'f'], ['x', '\x18', 'n'])).toEqual(result('one two\nthree\n'));
    expect(await edit(['nano', 'f'], ['x', '\x18', 'y', '\r'])).toEqual(result('xone two\nthree\n'));
    expect(await edit(['nano', 'f'], ['x', '\x18'])).toEqual(result('one two\nthree\n', false));
  });

  it('cuts and pastes lines', async () => {
    expect(await edit(['nano', 'f'], ['\x0b', '\x1b[B', '\x05', '\r', '\x15', '\x13', '\x18'])).toEqual(
      result('three\none two\n\n'),
    );
  });
});

describe('vi', () => {
  it.each([
    [['i', 'x', '\x1b', ':wq\r'], 'xone two\nthree\n'],
    [['ZZ'], 'one two\nthree\n'],
    [['x', ':q!\r'], 'one two\nthree\n'],
    [['dd', ':x\r'], 'three\n'],
    [['dw', ':wq\r'], 'two\nthree\n'],
    [['w', 'cw', '2', '\x1b', ':wq\r'], 'one 2\nthree\n'],
    [['yy', 'p', ':wq\r'], 'one two\none two\nthree\n'],
    [['j', 'A', '!', '\x1b', ':wq\r'], 'one two\nthree!\n'],
    [['o', 'new', '\x1b', ':wq\r'], 'one two\nnew\nthree\n'],
    [[':%s/e/E/g\r', ':wq\r'], 'onE two\nthrEE\n'],
    [['/thr\r', 'D', ':wq\r'], 'one two\n\n'],
    [['dd', 'u', ':wq\r'], 'one two\nthree\n'],
    [['2x', 'rE', ':wq\r'], 'E two\nthree\n'],
  ])('%j', async (keys, file) => {
    expect(await edit(['vi', 'f'], keys)).toEqual(result(file));
  });

  it('does not leave with changes', async () => {
    expect(await edit(['vi', 'f'], ['x', ':q\r'])).toEqual(result('one two\nthree\n', false));
  });
});

describe('with an editor beside the terminal', () => {
  it('opens the file there', async () => {
    const opened = { file: 'one two\nthree\n', done: true, opened: ['/work/f'] };
    expect(await edit(['nano', 'f'], [], true)).toEqual(opened);
    expect(await edit(['vi', 'f'], [], true)).toEqual(opened);
  });
});
