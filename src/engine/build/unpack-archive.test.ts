import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toBytes, toText } from '../../lib/bytes.ts';
import { writeTar, type TarMember } from '../../lib/tar-format.ts';
import { unpackArchive } from './unpack-archive.ts';

function member(name: string, type: TarMember['type'], more: Partial<TarMember> = {}): TarMember {
  const owner = { uid: 7, gid: 8, user: '', group: '' };
  return { name, type, mode: 0o640, ...owner, mtimeMs: 1000, target: '', data: toBytes(''), ...more };
}

const ARCHIVE = writeTar([
  member('d/', 'directory', { mode: 0o755 }),
  member('d/a', 'file', { data: toBytes('text') }),
  member('d/l', 'symlink', { target: 'a' }),
  member('../../etc/passwd', 'file', { data: toBytes('evil') }),
]);

const told = (bytes: Uint8Array): unknown =>
  unpackArchive(bytes)?.map(({ path, type, mode, uid, target, read }) => [
    path,
    type,
    mode,
    uid,
    target ?? toText(read()),
  ]);

describe('unpackArchive', () => {
  const files = [
    ['d', 'directory', 0o755, 7, ''],
    ['d/a', 'file', 0o640, 7, 'text'],
    ['d/l', 'symlink', 0o640, 7, 'a'],
    ['etc/passwd', 'file', 0o640, 7, 'evil'],
  ];

  it('gives the files of an archive, plain or compressed; none gets out of the destination', () => {
    expect(told(ARCHIVE)).toEqual(files);
    expect(told(gzipSync(ARCHIVE))).toEqual(files);
  });

  it('leaves everything else alone', () => {
    const bomb = gzipSync(toBytes('x'.repeat(1000)));
    new DataView(bomb.buffer).setUint32(bomb.length - 4, 0xffffffff, true);
    for (const bytes of [
      toBytes(''),
      toBytes('text'),
      gzipSync(toBytes('text')),
      ARCHIVE.slice(0, 1026),
      bomb,
    ])
      expect(unpackArchive(bytes)).toBeUndefined();
  });
});
