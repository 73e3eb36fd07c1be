import { gzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { archiveOf } from '../../api/tar-source.ts';
import type { FileSourceEntry } from '../../api/file-source.ts';
import { toBytes } from '../../lib/bytes.ts';
import { archiveContext, refuseUnknownCompression } from './stdin-context.ts';

const entry = (path: string, text: string): FileSourceEntry => {
  const data = toBytes(text);
  return { path, type: 'file', mode: 0o644, uid: 0, gid: 0, mtimeMs: 0, size: data.length, read: () => data };
};
const archive = archiveOf({ entries: () => [entry('docker/Dockerfile', 'FROM a\n'), entry('b', 'x')] });

it('finds the Dockerfile in a plain and in a gzipped archive, with all files as the context', () => {
  for (const bytes of [archive, gzipSync(archive)]) {
    const found = archiveContext(bytes, './docker/Dockerfile');
    expect(found).toMatchObject({ name: 'docker/Dockerfile', dockerfile: 'FROM a\n' });
    expect([...(found?.source.entries() ?? [])].map(({ path }) => path)).toEqual(['docker/Dockerfile', 'b']);
  }
  expect(archiveContext(archive)).toMatchObject({ name: 'Dockerfile', dockerfile: undefined });
});

it('refuses archives whose compression it does not know', () => {
  expect(() => refuseUnknownCompression(toBytes('BZh91AY'))).toThrow('compressed with bzip2');
  expect(() => refuseUnknownCompression(Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0))).toThrow('with xz');
  for (const bytes of [archive, gzipSync(archive), toBytes('FROM a\n')])
    expect(() => refuseUnknownCompression(bytes)).not.toThrow();
});

it('takes everything else for a Dockerfile, and says what is damaged', () => {
  expect(archiveContext(toBytes('FROM a\n'))).toBeUndefined();
  expect(archiveContext(new Uint8Array(0))).toBeUndefined();
  expect(() => archiveContext(gzipSync(archive).slice(0, 40))).toThrow();
});
