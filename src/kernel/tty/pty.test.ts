import { describe, expect, it } from 'vitest';
import type { Program } from '../process.ts';
import { bootForTest } from '../testing/boot.ts';
import type { Tty, TtyMaster } from './tty.ts';

/** A program on a terminal of its own, nobody reading what it writes. */
async function start(
  program: Program,
): Promise<{ master: TtyMaster; tty: Tty; rest: () => Promise<string> }> {
  const { kernel, queue } = bootForTest();
  const { master, slave } = kernel.createPty({ columns: 80, rows: 24 }, {});
  if (!slave.tty) throw new Error('no terminal');
  kernel.start({
    program,
    argv: ['test'],
    env: new Map(),
    cwd: '/',
    uid: 0,
    gid: 0,
    mounts: kernel.hostMounts,
    pidNamespace: kernel.hostPids,
    network: kernel.hostNetwork,
    uts: kernel.hostUts,
    fds: new Map([0, 1, 2].map((fd) => [fd, slave])),
    controllingTty: slave,
  });
  await queue.whenIdle();
  const rest = async (): Promise<string> => {
    let text = '';
    kernel.task('read', async () => {
      for (let bytes = await master.read(4096); bytes; bytes = await master.read(4096))
        text += new TextDecoder().decode(bytes);
    });
    await queue.whenIdle();
    return text;
  };
  return { master, tty: slave.tty, rest };
}

const keys = (text: string): Uint8Array => new TextEncoder().encode(text);

const echoAll: Program = async (proc) => {
  for (let bytes = await proc.stdin.read(100); bytes; bytes = await proc.stdin.read(100))
    await proc.out(`<${new TextDecoder().decode(bytes)}>`);
  return 0;
};

describe('a terminal', () => {
  it('drops at Ctrl-C what was not shown, and what its writer still had', async () => {
    const { master, rest } = await start(async (proc) => {
      await proc.out('y\n'.repeat(1 << 20));
      return 0;
    });
    master.input(keys('\x03'));
    expect(await rest()).toBe('^C');
  });

  it('edits lines: erase, erase a word, kill, a literal, the end', async () => {
    const { master, rest } = await start(echoAll);
    master.input(keys('ab\x7fc\rone two\x17x\rgone\x15\x16\x03\rab\x04\x04'));
    const shown = await rest();
    expect(shown.match(/<[^>]*>/g)).toEqual(['<ac\r\n>', '<one x\r\n>', '<\x03\r\n>', '<ab>']);
  });

  it('takes a wide character off the screen whole', async () => {
    const { master, rest } = await start(echoAll);
    master.input(keys('한\x7f\r'));
    expect(await rest()).toBe('한\b \b\b \b\r\n<\r\n>');
  });

  it('hands over what was typed when lines are no more, and makes lines of it again', async () => {
    const { master, tty, rest } = await start(echoAll);
    const cooked = tty.getMode();
    tty.setMode({ ...cooked, canonical: false, echo: false, mapReturn: false, signals: false });
    tty.setMode(cooked);
    master.input(keys('a'));
    tty.setMode({ ...cooked, canonical: false });
    expect(await rest()).toBe('a<a>');
  });
});
