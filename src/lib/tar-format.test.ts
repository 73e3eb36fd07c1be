import { describe, expect, it } from 'vitest';
import { toBytes, toText } from './bytes.ts';
import { readTar, TarFormatError, writeTar, type TarMember } from './tar-format.ts';

const file = (name: string, data: string, size?: number): TarMember => ({
  name,
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  user: '',
  group: '',
  mtimeMs: 1_700_000_000_000,
  target: '',
  data: toBytes(data),
  ...(size === undefined ? {} : { size }),
});

describe('a tar archive with holes', () => {
  it('stores only what comes before the hole', () => {
    const archive = writeTar([file('big', 'head', 3 * 1024 ** 3), file('small', 'hi')]);
    expect(archive.length).toBe(10240);
    const [big, small] = readTar(archive);
    expect([big?.size, big && toText(big.data)]).toEqual([3 * 1024 ** 3, 'head']);
    expect([small?.size, small && toText(small.data)]).toEqual([undefined, 'hi']);
  });

  it('puts pieces where the map of the archive wants them', () => {
    const archive = writeTar([file('big', 'abcd', 4096)]);
    // Two pieces: "ab" at 0 and "cd" at 6.
    const block = archive.subarray(0, 512);
    const put = (at: number, value: number): void =>
      block.set(toBytes(`${value.toString(8).padStart(11, '0')}\0`), at);
    for (const [index, value] of [0, 2, 6, 2].entries()) put(386 + 12 * index, value);
    const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
    block.set(toBytes(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
    expect(toText(readTar(archive)[0]?.data ?? toBytes(''))).toBe('ab\0\0\0\0cd');
    put(386 + 24, 1e9);
    const wrong = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
    block.set(toBytes(`${wrong.toString(8).padStart(6, '0')}\0 `), 148);
    expect(() => readTar(archive)).toThrow(TarFormatError);
  });
});

describe('a tar archive with pax headers', () => {
  /** The header of a member under another flag. */
  function flagged(member: TarMember, flag: string): Uint8Array {
    const archive = writeTar([member]);
    archive[156] = flag.charCodeAt(0);
    const sum = archive
      .subarray(0, 512)
      .reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
    archive.set(toBytes(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
    return archive.subarray(0, 1024);
  }
  const pax = (text: string, flag = 'x'): Uint8Array => flagged(file('PaxHeaders/x', text), flag);

  it('takes names and times from them, and nothing from global ones', () => {
    const name = `${'d'.repeat(120)}/\u00e4`;
    const record = `path=${name}\n`;
    const length = toBytes(record).length + 4;
    const archive = [pax('19 path=not/this/1\n', 'g'), pax(`${length} ${record}20 mtime=1700000001.5\n`.replace('20 ', '22 ')), writeTar([file('short', 'hi'), file('next', 'ho')])];
    const members = readTar(Uint8Array.from(archive.flatMap((part) => [...part])));
    expect(members.map((one) => [one.name, one.mtimeMs, toText(one.data)])).toEqual([
      [name, 1_700_000_001_500, 'hi'],
      ['next', 1_700_000_000_000, 'ho'],
    ]);
  }); // prettier-ignore

  it('refuses a broken one', () => {
    expect(() => readTar(pax('x path=x\n'))).toThrow(TarFormatError);
  });
});
